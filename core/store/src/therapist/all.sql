SELECT id, name, practice, contact, region, credential_type, credential_number, credential_on, styles, languages,
       checklist, first_visit_fit, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM therapist
WHERE deleted_at IS NULL
ORDER BY recorded_at, id
