SELECT id, region, service, number, text, hours, language, verified_on, origin, open, recorded_at, offset_s, zone_id,
       revision, recorded_by, source, deleted_at
FROM crisis_contact
WHERE deleted_at IS NULL
ORDER BY id
