SELECT deleted_at IS NOT NULL FROM care_team_member WHERE id = :id
