SELECT record_kind, id
FROM temp.brought
WHERE id NOT IN (SELECT id FROM temp.kept)
ORDER BY id
