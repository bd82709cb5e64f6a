UPDATE measure SET label = :label, used_daily = :used_daily, used_session = :used_session, position = :position,
    active = :active
WHERE id = :id AND version = :version
