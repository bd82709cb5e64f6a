SELECT deleted_at IS NOT NULL FROM distress_event WHERE id = :id
