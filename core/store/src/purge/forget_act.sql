DELETE FROM main.last_act WHERE record_id IN (SELECT id FROM temp.gone)
