UPDATE main.import_record AS ours
SET batch_id = theirs.batch_id, revision = theirs.revision
FROM copy.import_record AS theirs
WHERE theirs.record_kind = ours.record_kind AND theirs.record_id = ours.record_id AND theirs.revision > ours.revision
