/// The screens that scripts know, by name.
let drivers: [String: Driver] = [
    "backup": backupDriver,
    "day_entries": dayEntriesDriver,
    "door": doorDriver,
    "history": historyDriver,
    "insights": insightsDriver,
<<<<<<< HEAD
    "report": reportDriver,
=======
    "restore": restoreDriver,
>>>>>>> 22f42dd6cf05de97b29de902b7e85d4120b8236b
    "safety": safetyDriver,
    "session_after": afterDriver,
    "session_before": beforeDriver,
    "session_timer": timerDriver,
    "session_tomorrow": tomorrowDriver,
    "sessions": sessionsDriver,
    "share": shareDriver,
    "today": todayDriver,
    "trends": trendsDriver,
    "visit_prep": visitPrepDriver,
]
