INSERT INTO revision_log (id, record_kind, record_id, revision, field, old, new, recorded_at, offset_s, recorded_by,
                          reason)
VALUES (:id, :record_kind, :record_id, :revision, :field, :old, :new, :recorded_at, :offset_s, :recorded_by, :reason)
