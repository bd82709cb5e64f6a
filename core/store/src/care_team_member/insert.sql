INSERT INTO care_team_member (id, name, role, contact, share, recorded_at, offset_s, zone_id, revision, recorded_by,
                              source, deleted_at)
VALUES (:id, :name, :role, :contact, :share, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by, :source,
        :deleted_at)
