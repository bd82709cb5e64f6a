SELECT measure_version, value_milli
FROM check_in_value
WHERE check_in_id = :check_in_id AND measure_id = :measure_id
