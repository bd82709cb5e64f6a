package org.tidemark.logic.reminder

import org.tidemark.logic.Place

/** Where a notification leads. */
public fun Due.place(kind: ReminderKind): Place = when (kind) {
    ReminderKind.CHECK_IN -> Place.Today
    ReminderKind.BEFORE, ReminderKind.AFTER -> Place.Sessions
    // Without the session the card on Today leads to it.
    ReminderKind.FOLLOW_UP, ReminderKind.AFTERCARE -> sessionId?.let { Place.SessionTomorrow(it) } ?: Place.Today
    ReminderKind.INSTRUMENT -> Place.Records("instrument_result")
    ReminderKind.PLAN_REVIEW -> Place.Records("session_plan")
    ReminderKind.VISIT_EVE -> Place.VisitPrep
    ReminderKind.BACKUP -> Place.Backup
}

/** A place as a word that a notification carries; none for a place that no notification leads to. */
public fun Place.word(): String? = when (this) {
    Place.Today -> "today"
    Place.Sessions -> "sessions"
    is Place.SessionTomorrow -> "tomorrow:$sessionId"
    is Place.SessionTimer -> "timer:$sessionId"
    is Place.Records -> "records:$kind"
    Place.VisitPrep -> "visit"
    Place.Backup -> "backup"
    else -> null
}

/**
 * The place of such a word. Any app may start the screen with words of its own, so everything that is not exactly one of ours is
 * Today: an id has the form of an id, a list is one that a notification leads to.
 */
public fun place(word: String?): Place {
    val (name, rest) = (word ?: "").split(':', limit = 2).let { it[0] to it.getOrNull(1) }
    val id = rest?.takeIf { ID.matches(it) }
    return when {
        name == "sessions" && rest == null -> Place.Sessions
        name == "visit" && rest == null -> Place.VisitPrep
        name == "backup" && rest == null -> Place.Backup
        name == "tomorrow" && id != null -> Place.SessionTomorrow(id)
        name == "timer" && id != null -> Place.SessionTimer(id)
        name == "records" && rest in LISTS -> Place.Records(rest.orEmpty())
        else -> Place.Today
    }
}

private val ID = Regex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
private val LISTS = setOf("instrument_result", "session_plan")
