INSERT INTO session_rating_value (session_rating_id, measure_id, measure_version, frame, status, value_milli, position)
VALUES (:session_rating_id, :measure_id, :measure_version, :frame, :status, :value_milli, :position)
