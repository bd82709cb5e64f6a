INSERT INTO main.{table} ({columns})
SELECT {columns} FROM copy.{table} AS theirs
WHERE NOT EXISTS (SELECT 1 FROM main.{table} AS ours WHERE {same_key}) AND {kept}
