/// The screens that scripts know, by name.
let drivers: [String: Driver] = [
    "day_entries": dayEntriesDriver,
    "history": historyDriver,
    "insights": insightsDriver,
    "records": recordsDriver,
    "safety": safetyDriver,
    "session_after": afterDriver,
    "session_before": beforeDriver,
    "session_detail": detailDriver,
    "session_timer": timerDriver,
    "session_tomorrow": tomorrowDriver,
    "sessions": sessionsDriver,
    "settings": settingsDriver,
    "today": todayDriver,
    "trends": trendsDriver,
    "visit_prep": visitPrepDriver,
]
