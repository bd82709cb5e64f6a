SELECT id, medication_id, at_date, kind, dose_from, dose_to, by_whom, reason, recorded_at, offset_s, zone_id,
       revision, recorded_by, source, deleted_at
FROM medication_change
WHERE deleted_at IS NULL AND medication_id IN (SELECT id FROM medication WHERE deleted_at IS NULL)
ORDER BY at_date, id
