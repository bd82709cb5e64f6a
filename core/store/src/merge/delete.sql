DELETE FROM main.{table} AS r WHERE {owner} IN (SELECT id FROM temp.won)
