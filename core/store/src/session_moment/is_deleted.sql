SELECT deleted_at IS NOT NULL FROM session_moment WHERE id = :id
