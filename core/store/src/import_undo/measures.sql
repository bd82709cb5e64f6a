SELECT m.id, m.version, m.active
FROM import_record AS i JOIN measure AS m ON CAST(m.id || ' ' || m.version AS BLOB) = i.record_id
WHERE i.batch_id = :batch_id AND i.record_kind = 'measure'
ORDER BY m.id, m.version
