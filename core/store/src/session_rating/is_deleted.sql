SELECT deleted_at IS NOT NULL FROM session_rating WHERE id = :id
