SELECT min(logical_date), max(logical_date) FROM {table}
