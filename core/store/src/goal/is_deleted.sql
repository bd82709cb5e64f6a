SELECT deleted_at IS NOT NULL FROM goal WHERE id = :id
