SELECT id, signs, what_helps, places, people, professionals, reasons, open_sections, recorded_at, offset_s, zone_id,
       revision, recorded_by, source, deleted_at
FROM safety_plan
WHERE deleted_at IS NULL
ORDER BY id
