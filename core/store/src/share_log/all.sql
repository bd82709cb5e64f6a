SELECT id, what, to_whom, sections, period_from, period_to, sha256, recorded_at, offset_s, zone_id, revision,
       recorded_by, source, deleted_at
FROM share_log
WHERE deleted_at IS NULL
ORDER BY recorded_at, id
