SELECT max(coalesce((SELECT max(version) FROM session_plan), 0),
           coalesce((SELECT max(plan_version) FROM session WHERE plan_version IS NOT NULL), 0))
