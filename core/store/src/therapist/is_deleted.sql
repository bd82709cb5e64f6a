SELECT deleted_at IS NOT NULL FROM therapist WHERE id = :id
