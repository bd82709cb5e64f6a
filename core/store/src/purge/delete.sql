DELETE FROM main.{table} WHERE id IN (SELECT id FROM temp.gone)
