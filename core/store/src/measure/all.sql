SELECT id, version, label, frame, min_milli, max_milli, step_milli, unit, direction, anchor_low, anchor_high,
       used_daily, used_session, position, active
FROM measure
ORDER BY position, id, version
