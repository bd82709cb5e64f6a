SELECT deleted_at IS NOT NULL FROM reminder WHERE id = :id
