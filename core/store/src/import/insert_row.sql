INSERT INTO import_row (fingerprint, batch_id, record_kind, record_id)
VALUES (:fingerprint, :batch_id, :record_kind, :record_id)
