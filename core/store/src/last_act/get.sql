SELECT act, record_kind, record_id, revision
FROM last_act
WHERE one = 1
