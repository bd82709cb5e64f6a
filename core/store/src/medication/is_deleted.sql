SELECT deleted_at IS NOT NULL FROM medication WHERE id = :id
