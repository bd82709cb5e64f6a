DELETE FROM last_act WHERE one = 1
