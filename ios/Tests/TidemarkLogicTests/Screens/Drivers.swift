/// The screens that scripts know, by name.
let drivers: [String: Driver] = [
    "day_entries": dayEntriesDriver,
    "history": historyDriver,
    "insights": insightsDriver,
    "report": reportDriver,
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
