INSERT INTO import_rejected (batch_id, position, reason)
VALUES (:batch_id, :position, :reason)
