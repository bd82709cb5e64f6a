DELETE FROM check_in_value WHERE check_in_id = :id
