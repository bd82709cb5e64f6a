SELECT deleted_at IS NOT NULL FROM share_log WHERE id = :id
