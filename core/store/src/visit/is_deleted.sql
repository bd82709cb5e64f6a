SELECT deleted_at IS NOT NULL FROM visit WHERE id = :id
