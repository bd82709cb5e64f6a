SELECT id, session_plan_id, at_date, field, from_text, to_text, reason, decided_by, finding, recorded_at, offset_s,
       zone_id, revision, recorded_by, source, deleted_at
FROM plan_adjustment
WHERE deleted_at IS NULL AND session_plan_id IN (SELECT id FROM session_plan WHERE deleted_at IS NULL)
ORDER BY at_date, id
