SELECT deleted_at IS NOT NULL FROM practice WHERE id = :id
