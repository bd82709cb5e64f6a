INSERT INTO diary (one, id, created_at, rollover_min, backup_recipient, sample_label)
VALUES (1, :id, :created_at, :rollover_min, :backup_recipient, :sample_label)
