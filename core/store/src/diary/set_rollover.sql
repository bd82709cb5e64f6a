UPDATE diary SET rollover_min = :rollover_min WHERE one = 1
