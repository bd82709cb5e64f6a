SELECT id, start_date, end_date, kind, label, recorded_at, offset_s, zone_id, revision, recorded_by, source,
       deleted_at
FROM event
WHERE start_date <= :to AND coalesce(end_date, start_date) >= :from AND deleted_at IS NULL
ORDER BY start_date, id
