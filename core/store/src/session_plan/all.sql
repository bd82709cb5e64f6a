SELECT id, version, since, aim, modality, pressure, minutes, frequency, preferred_days, preferred_times, keep_apart,
       if_distress, agreed_with, review_on, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM session_plan
WHERE deleted_at IS NULL
ORDER BY version, recorded_at, id
