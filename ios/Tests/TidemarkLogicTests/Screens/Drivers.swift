/// The screens that scripts know, by name.
let drivers: [String: Driver] = [
    "backup": backupDriver,
    "day_entries": dayEntriesDriver,
    "door": doorDriver,
    "history": historyDriver,
    "insights": insightsDriver,
    "restore": restoreDriver,
    "safety": safetyDriver,
    "session_after": afterDriver,
    "session_before": beforeDriver,
    "session_timer": timerDriver,
    "session_tomorrow": tomorrowDriver,
    "sessions": sessionsDriver,
    "today": todayDriver,
    "trends": trendsDriver,
    "visit_prep": visitPrepDriver,
]
