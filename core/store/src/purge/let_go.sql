UPDATE main.{table} SET {column} = NULL WHERE {column} IN (SELECT id FROM temp.gone)
