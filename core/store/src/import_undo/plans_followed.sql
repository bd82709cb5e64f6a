INSERT OR IGNORE INTO temp.kept (id, edited)
SELECT p.id, l.id NOT IN (SELECT id FROM temp.brought)
FROM temp.brought AS b JOIN main.session_plan AS p ON p.id = b.id
    JOIN main.session_plan AS l ON l.version > p.version
WHERE l.deleted_at IS NULL
    AND (l.id NOT IN (SELECT id FROM temp.brought) OR l.id IN (SELECT id FROM temp.kept))
