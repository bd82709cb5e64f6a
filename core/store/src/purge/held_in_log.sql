SELECT EXISTS (SELECT 1 FROM copy.revision_log WHERE record_id IN (SELECT id FROM main.purged))
