SELECT deleted_at IS NOT NULL FROM backup_record WHERE id = :id
