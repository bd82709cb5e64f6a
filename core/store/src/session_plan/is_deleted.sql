SELECT deleted_at IS NOT NULL FROM session_plan WHERE id = :id
