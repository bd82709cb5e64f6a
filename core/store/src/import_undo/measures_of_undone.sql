SELECT m.id, m.version, m.active
FROM import_batch AS b JOIN import_record AS i ON i.batch_id = b.id
    JOIN measure AS m ON CAST(m.id || ' ' || m.version AS BLOB) = i.record_id
WHERE b.undone_at IS NOT NULL AND i.record_kind = 'measure'
ORDER BY m.id, m.version
