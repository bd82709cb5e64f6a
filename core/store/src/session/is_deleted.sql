SELECT deleted_at IS NOT NULL FROM session WHERE id = :id
