SELECT record_kind, record_id FROM import_row WHERE fingerprint = :fingerprint
