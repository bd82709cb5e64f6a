SELECT backup_recipient FROM diary WHERE one = 1
