SELECT deleted_at IS NOT NULL FROM medication_change WHERE id = :id
