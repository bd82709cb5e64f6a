SELECT count(*) FROM main.{table} AS ours WHERE NOT EXISTS (SELECT 1 FROM copy.{table} AS theirs WHERE {same_key})
