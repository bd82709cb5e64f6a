UPDATE check_in_value
SET status = :status, value_milli = :value_milli
WHERE check_in_id = :check_in_id AND measure_id = :measure_id
