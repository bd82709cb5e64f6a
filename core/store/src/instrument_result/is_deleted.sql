SELECT deleted_at IS NOT NULL FROM instrument_result WHERE id = :id
