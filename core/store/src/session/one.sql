SELECT id, logical_date, rollover_min, day_source, started_at, started_offset_s, started_zone_id, ended_at,
       ended_offset_s, ended_zone_id, planned_min, actual_min, status, reason, modality, secondary, pressure_asked,
       pressure_felt, areas, note, approach, place, cues, draping, oils, consent_discussed, stop_signal,
       comfort_needs, last_doses, aftercare, unwanted, measures, timer_started_at, timer_started_offset_s,
       timer_started_zone_id, therapist_id, plan_version, recorded_at, offset_s, zone_id, revision, recorded_by,
       source, deleted_at
FROM session
WHERE id = :id
