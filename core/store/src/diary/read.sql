SELECT created_at, rollover_min, sample_label FROM diary WHERE one = 1
