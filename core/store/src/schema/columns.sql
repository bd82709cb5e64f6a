SELECT name, type, "notnull" AS needed, pk FROM pragma_table_xinfo(:table) WHERE hidden = 0 ORDER BY cid
