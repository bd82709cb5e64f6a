SELECT deleted_at IS NOT NULL FROM check_in WHERE id = :id
