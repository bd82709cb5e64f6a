DELETE FROM main.{table} WHERE {column} IN (SELECT id FROM temp.gone)
