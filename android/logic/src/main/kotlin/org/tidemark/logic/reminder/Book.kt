package org.tidemark.logic.reminder

import java.time.ZoneId

/** What happened with one reminder so far. */
public data class Rung(
    /** When it last rang; none when it never did. */
    val lastMs: Long? = null,
    /** When it rings next, as the phone's alarm was set. */
    val next: Due? = null,
    /** When it comes again because the person put it off. */
    val snoozed: Due? = null,
)

/** A session whose timer runs. */
public data class RunningSession(val sessionId: String, val startedMs: Long)

/**
 * What the phone keeps to remind while the diary is locked and after a start: codes, times and random ids. No word of the person and
 * no rating is in it.
 */
public data class Book(
    val reminders: List<Reminder> = emptyList(),
    /** Sessions that ended in the last weeks. */
    val sessions: List<EndedSession> = emptyList(),
    val rung: Map<String, Rung> = emptyMap(),
    /** Until when there is nothing to remind of, because it is done already. */
    val doneUntilMs: Map<ReminderKind, Long> = emptyMap(),
    val running: RunningSession? = null,
) {
    /** When the phone's one alarm is to be set; none when nothing is to ring. */
    public val alarmMs: Long? get() = rung.values.mapNotNull { it.earliest()?.atMs }.minOrNull()
}

/** A notification to show. */
public data class Ring(val reminder: Reminder, val due: Due)

/** What came of an alarm. */
public data class Rang(val book: Book, val rings: List<Ring>)

/**
 * The book with the next ring of each reminder, after a start, an update, a new time or zone, or a changed reminder. A ring that the
 * phone slept through stays due, and [ring] decides whether it is still worth it.
 */
public fun Book.armed(nowMs: Long, zone: ZoneId): Book = copy(
    rung = reminders.associate { reminder ->
        val known = rung[reminder.key] ?: Rung()
        // A last ring in the far future means that the clock was wrong then, and it would silence the reminder until that day.
        val last = known.lastMs?.takeIf { it <= nowMs + DAY_MS }
        val slept = known.next?.takeIf {
            it.atMs <= nowMs && it.atMs > (last ?: 0) && nowMs - it.atMs <= reminder.latestMs() && !isDone(reminder.kind, it, nowMs)
        }
        // Not only after now: a clock put back over a ring does not ring it again.
        val after = maxOf(nowMs, last ?: nowMs)
        reminder.key to known.copy(lastMs = last, next = slept ?: reminder.nextDue(after, zone, sessions))
    },
)

/** Rings what is due at [nowMs]: silent when [done] says so, and when it is too late to be of use. */
public fun Book.ring(nowMs: Long, zone: ZoneId, done: (ReminderKind, Due) -> Boolean = { _, _ -> false }): Rang {
    val rings = mutableListOf<Ring>()
    val after = rung.toMutableMap()
    for (reminder in reminders) {
        val known = rung[reminder.key] ?: continue
        val due = known.earliest()?.takeIf { it.atMs <= nowMs } ?: continue
        val silent = nowMs - due.atMs > reminder.latestMs() || isDone(reminder.kind, due, nowMs) || done(reminder.kind, due)
        if (!silent) rings += Ring(reminder, due)
        // The time it was due, not now: a late ring must not push the next one out.
        val last = maxOf(due.atMs, known.lastMs ?: 0)
        after[reminder.key] = Rung(
            lastMs = if (silent) known.lastMs else last,
            next = reminder.nextDue(maxOf(nowMs, last), zone, sessions),
            // A ring takes one that was put off along; one that is about another session still comes.
            snoozed = known.snoozed?.takeIf { it.atMs > nowMs && it.sessionId != due.sessionId },
        )
    }
    return Rang(copy(rung = after), rings)
}

/** Puts a reminder off, as many minutes as it says; not into its quiet hours. */
public fun Book.snoozed(key: String, nowMs: Long, zone: ZoneId, sessionId: String? = null): Book {
    val reminder = reminders.firstOrNull { it.key == key } ?: return this
    val again = Due(reminder.quiet.moved(nowMs + reminder.snoozeMin * MINUTE_MS, zone), sessionId)
    return copy(rung = rung + (key to (rung[key] ?: Rung()).copy(snoozed = again)))
}

private fun Book.isDone(kind: ReminderKind, due: Due, nowMs: Long): Boolean =
    nowMs < (doneUntilMs[kind] ?: 0) || sessions.any { it.sessionId == due.sessionId && kind in it.rated }

private fun Rung.earliest(): Due? = listOfNotNull(next, snoozed).minByOrNull { it.atMs }

/** How late a ring is still worth it: a time of the day three hours, what counts from a session twelve. */
private fun Reminder.latestMs(): Long = when (rings) {
    is Rings.AtClock -> 3 * HOUR_MS
    is Rings.AfterSession -> 12 * HOUR_MS
}

internal const val HOUR_MS: Long = 60 * MINUTE_MS
internal const val DAY_MS: Long = 24 * HOUR_MS
