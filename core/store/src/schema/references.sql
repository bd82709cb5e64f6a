SELECT "from" AS child_column, "table" AS parent, "to" AS parent_column,
    (SELECT count(*) FROM pragma_foreign_key_list(:table) AS all_of_it WHERE all_of_it.id = one.id) AS width
FROM pragma_foreign_key_list(:table) AS one
ORDER BY id, seq
