SELECT
    (SELECT count(*) FROM temp.kept WHERE edited = 1) AS edited,
    (SELECT count(*) FROM temp.kept WHERE edited = 0) AS with_them
