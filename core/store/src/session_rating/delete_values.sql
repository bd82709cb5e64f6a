DELETE FROM session_rating_value WHERE session_rating_id = :id
