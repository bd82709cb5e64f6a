package org.tidemark.logic.screens

/** The screens that scripts know, by name. */
internal val drivers: Map<String, Driver<*, *, *>> = mapOf(
    "imports" to importsDriver,
    "practice" to practiceDriver,
    "records" to recordsDriver,
    "report" to reportDriver,
    "share" to shareDriver,
    "today" to todayDriver,
    *sessionDrivers,
    "day_entries" to dayEntriesDriver,
    "history" to historyDriver,
    "insights" to insightsDriver,
    "trends" to trendsDriver,
    "backup" to backupDriver,
    "door" to doorDriver,
    "restore" to restoreDriver,
    "safety" to safetyDriver,
    "settings" to settingsDriver,
    "visit_prep" to visitPrepDriver,
    "therapists" to therapistsDriver,
    "checklist" to checklistDriver,
    "plan" to planDriver,
    "intake" to intakeDriver,
    "care_page" to carePageDriver,
)
