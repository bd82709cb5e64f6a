UPDATE reminder SET kind = :kind, wall_clock = :wall_clock, days = :days, elapsed_min = :elapsed_min,
    quiet_from = :quiet_from, quiet_to = :quiet_to, snooze_min = :snooze_min, last_fired_at = :last_fired_at,
    last_fired_offset_s = :last_fired_offset_s, last_fired_zone_id = :last_fired_zone_id,
    next_fire_at = :next_fire_at, next_fire_offset_s = :next_fire_offset_s, next_fire_zone_id = :next_fire_zone_id,
    wording = :wording, active = :active, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
