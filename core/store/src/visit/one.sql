SELECT id, logical_date, at, at_offset_s, at_zone_id, with_whom, kind, questions, outcome, recorded_at, offset_s,
       zone_id, revision, recorded_by, source, deleted_at
FROM visit
WHERE id = :id
