INSERT INTO main.{table} ({columns})
SELECT {columns} FROM copy.{table} AS r WHERE {owner} IN (SELECT id FROM temp.won)
