SELECT EXISTS (SELECT 1 FROM session WHERE plan_version = :version AND deleted_at IS NULL)
