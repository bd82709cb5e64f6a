SELECT id, logical_date FROM {table} ORDER BY logical_date {way}
