SELECT EXISTS (SELECT 1 FROM copy.{table} WHERE id IN (SELECT id FROM main.purged))
