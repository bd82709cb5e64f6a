SELECT coalesce(max(revision), 1)
FROM revision_log
WHERE record_id = :record_id
