UPDATE medication SET name = :name, strength = :strength, dose = :dose, times = :times, purpose = :purpose,
    prescriber = :prescriber, start_date = :start_date, stop_date = :stop_date, touch_notes = :touch_notes,
    touch_words = :touch_words, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
