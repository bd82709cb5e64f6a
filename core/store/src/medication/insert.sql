INSERT INTO medication (id, name, strength, dose, times, purpose, prescriber, start_date, stop_date, touch_notes,
                        touch_words, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at)
VALUES (:id, :name, :strength, :dose, :times, :purpose, :prescriber, :start_date, :stop_date, :touch_notes,
        :touch_words, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by, :source, :deleted_at)
