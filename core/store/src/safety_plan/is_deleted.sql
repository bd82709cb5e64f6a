SELECT deleted_at IS NOT NULL FROM safety_plan WHERE id = :id
