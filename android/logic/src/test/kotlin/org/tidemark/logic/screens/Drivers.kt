package org.tidemark.logic.screens

/** The screens that scripts know, by name. */
internal val drivers: Map<String, Driver<*, *, *>> = mapOf(
    "today" to todayDriver,
    *sessionDrivers,
)
