SELECT count(*)
FROM (SELECT {columns} FROM copy.{table} EXCEPT SELECT {columns} FROM main.{table}) AS theirs
WHERE EXISTS (SELECT 1 FROM main.{table} AS ours WHERE {same_key})
