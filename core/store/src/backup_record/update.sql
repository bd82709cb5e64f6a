UPDATE backup_record SET place = :place, size_bytes = :size_bytes, verified = :verified, revision = :revision,
    deleted_at = :deleted_at
WHERE id = :id
