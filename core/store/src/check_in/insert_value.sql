INSERT INTO check_in_value (check_in_id, measure_id, measure_version, frame, status, value_milli, position)
VALUES (:check_in_id, :measure_id, :measure_version, :frame, :status, :value_milli, :position)
