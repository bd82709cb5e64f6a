SELECT EXISTS (SELECT 1 FROM copy.sqlite_schema WHERE type = 'table' AND name = :table)
