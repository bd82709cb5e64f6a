SELECT id, name, role, contact, share, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at
FROM care_team_member
WHERE deleted_at IS NULL
ORDER BY recorded_at, id
