SELECT deleted_at IS NOT NULL FROM plan_adjustment WHERE id = :id
