INSERT OR IGNORE INTO temp.kept (id, edited)
SELECT p.id, s.id NOT IN (SELECT id FROM temp.brought)
FROM temp.brought AS b JOIN main.session_plan AS p ON p.id = b.id
    JOIN main.session AS s ON s.plan_version = p.version
WHERE s.deleted_at IS NULL
    AND (s.id NOT IN (SELECT id FROM temp.brought) OR s.id IN (SELECT id FROM temp.kept))
