SELECT deleted_at IS NOT NULL FROM intake_sheet WHERE id = :id
