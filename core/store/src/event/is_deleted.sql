SELECT deleted_at IS NOT NULL FROM event WHERE id = :id
