INSERT INTO last_act (one, act, record_kind, record_id, revision)
VALUES (1, :act, :record_kind, :record_id, :revision)
ON CONFLICT (one) DO UPDATE
SET act = excluded.act, record_kind = excluded.record_kind, record_id = excluded.record_id, revision = excluded.revision
