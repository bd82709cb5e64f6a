SELECT id, revision, field, old, new, recorded_at, offset_s, NULL AS zone_id, recorded_by, reason
FROM revision_log
WHERE record_id = :record_id
ORDER BY revision, id
