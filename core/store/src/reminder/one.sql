SELECT id, kind, wall_clock, days, elapsed_min, quiet_from, quiet_to, snooze_min, last_fired_at, last_fired_offset_s,
       last_fired_zone_id, next_fire_at, next_fire_offset_s, next_fire_zone_id, wording, active, recorded_at,
       offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM reminder
WHERE id = :id
