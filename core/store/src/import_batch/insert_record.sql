INSERT INTO import_record (record_kind, record_id, batch_id, revision)
VALUES (:record_kind, :record_id, :batch_id, :revision)
ON CONFLICT (record_kind, record_id) DO UPDATE SET batch_id = excluded.batch_id, revision = excluded.revision
