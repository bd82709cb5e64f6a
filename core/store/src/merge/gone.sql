INSERT OR IGNORE INTO temp.gone (id)
SELECT id FROM main.purged UNION SELECT id FROM copy.purged
