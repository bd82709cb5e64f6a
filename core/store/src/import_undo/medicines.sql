INSERT OR IGNORE INTO temp.kept (id, edited)
SELECT b.id, s.id NOT IN (SELECT id FROM temp.brought)
FROM temp.brought AS b JOIN main.intake_sheet AS s
WHERE b.record_kind = 'medication' AND s.deleted_at IS NULL AND s.medicines IS NOT NULL
    AND (s.id NOT IN (SELECT id FROM temp.brought) OR s.id IN (SELECT id FROM temp.kept))
    AND instr(s.medicines, lower(
        substr(hex(b.id), 1, 8) || '-' || substr(hex(b.id), 9, 4) || '-' || substr(hex(b.id), 13, 4) || '-'
        || substr(hex(b.id), 17, 4) || '-' || substr(hex(b.id), 21))) > 0
