DELETE FROM main.revision_log WHERE record_id IN (SELECT id FROM temp.gone)
