UPDATE session SET logical_date = :logical_date, rollover_min = :rollover_min, day_source = :day_source,
    started_at = :started_at, started_offset_s = :started_offset_s, started_zone_id = :started_zone_id,
    ended_at = :ended_at, ended_offset_s = :ended_offset_s, ended_zone_id = :ended_zone_id,
    planned_min = :planned_min, actual_min = :actual_min, status = :status, reason = :reason, modality = :modality,
    secondary = :secondary, pressure_asked = :pressure_asked, pressure_felt = :pressure_felt, areas = :areas,
    note = :note, approach = :approach, place = :place, cues = :cues, draping = :draping, oils = :oils,
    consent_discussed = :consent_discussed, stop_signal = :stop_signal, comfort_needs = :comfort_needs,
    last_doses = :last_doses, aftercare = :aftercare, unwanted = :unwanted, measures = :measures,
    timer_started_at = :timer_started_at, timer_started_offset_s = :timer_started_offset_s,
    timer_started_zone_id = :timer_started_zone_id, therapist_id = :therapist_id, plan_version = :plan_version,
    revision = :revision, deleted_at = :deleted_at
WHERE id = :id
