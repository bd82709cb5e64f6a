SELECT (SELECT count(*) FROM check_in) + (SELECT count(*) FROM session)
