UPDATE share_log SET what = :what, to_whom = :to_whom, sections = :sections, period_from = :period_from,
    period_to = :period_to, sha256 = :sha256, revision = :revision, deleted_at = :deleted_at
WHERE id = :id
