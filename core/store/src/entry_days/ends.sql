SELECT (SELECT logical_date FROM check_in WHERE logical_date BETWEEN :from AND :to AND deleted_at IS NULL
        ORDER BY logical_date LIMIT 1) AS first_check_in,
       (SELECT logical_date FROM check_in WHERE logical_date BETWEEN :from AND :to AND deleted_at IS NULL
        ORDER BY logical_date DESC LIMIT 1) AS last_check_in,
       (SELECT logical_date FROM session WHERE logical_date BETWEEN :from AND :to AND deleted_at IS NULL
        ORDER BY logical_date LIMIT 1) AS first_session,
       (SELECT logical_date FROM session WHERE logical_date BETWEEN :from AND :to AND deleted_at IS NULL
        ORDER BY logical_date DESC LIMIT 1) AS last_session
