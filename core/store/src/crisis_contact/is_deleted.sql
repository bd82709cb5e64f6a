SELECT deleted_at IS NOT NULL FROM crisis_contact WHERE id = :id
