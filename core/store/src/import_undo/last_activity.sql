SELECT reason
FROM revision_log
WHERE record_kind = 'measure' AND record_id = :id AND field = 'active'
ORDER BY revision DESC
LIMIT 1
