UPDATE session_plan SET version = :version, since = :since, aim = :aim, modality = :modality, pressure = :pressure,
    minutes = :minutes, frequency = :frequency, preferred_days = :preferred_days, preferred_times = :preferred_times,
    keep_apart = :keep_apart, if_distress = :if_distress, agreed_with = :agreed_with, review_on = :review_on,
    revision = :revision, deleted_at = :deleted_at
WHERE id = :id
