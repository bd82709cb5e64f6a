UPDATE care_team_member SET name = :name, role = :role, contact = :contact, share = :share, revision = :revision,
    deleted_at = :deleted_at
WHERE id = :id
