package org.tidemark.logic.reminder

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.ReminderTime
import org.tidemark.bindings.Span
import org.tidemark.bindings.Today
import org.tidemark.bindings.momentFromText
import org.tidemark.bindings.splitItems
import org.tidemark.logic.Moment
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.ZoneId

/**
 * The book as the open diary has it, with what rang so far taken over from [before].
 *
 * Throws what the calls of the diary throw; then [before] stays in force.
 */
public fun readBook(diary: OpenDiaryInterface, before: Book, now: Moment, zone: ZoneId): Book {
    val today = diary.today(now)
    val allPrivate = diary.settings().privateNotifications
    val reminders = diary.records(Kind.REMINDER, Span()).mapNotNull { it.reminder(allPrivate) }
    val since = LocalDate.parse(today.day).minusDays(LONGEST_AFTER_SESSION_DAYS).toString()
    val span = Span(from = since)
    val sessions = diary.records(Kind.SESSION, span)
    val ratings = diary.records(Kind.SESSION_RATING, span).filter { !it.deleted }
    val rated = ratings.groupBy({ it.text("session_id") }, { it.text("phase")?.let(ReminderKind::of) })
    return before.copy(
        reminders = reminders,
        sessions = sessions.mapNotNull { it.ended(rated[it.id].orEmpty().filterNotNull().toSet()) },
        doneUntilMs = done(today, now, zone),
        running = sessions.firstOrNull { it.id == today.runningSessionId }?.running(),
    ).armed(now.epochMs, zone)
}

/**
 * The book while the diary is locked. `open.json` decides which clock times there are, because the core writes it with every change;
 * what the phone kept adds quiet hours and how often to come again. A time that the phone did not know rings in private words.
 */
public fun Book.reconciled(open: List<ReminderTime>): Book {
    val known = reminders.filter { it.rings is Rings.AtClock }.toMutableList()
    val times = open.mapNotNull { time ->
        val kind = ReminderKind.of(time.kind) ?: return@mapNotNull null
        val rings = Rings.AtClock(time.wallClockMin.toInt(), time.days.toList().mapNotNull { weekday(it.toInt()) }.toSet())
        val same = known.firstOrNull { it.kind == kind && it.rings == rings }
        known.remove(same)
        same ?: Reminder("${kind.code} ${rings.minute} ${time.days.joinToString("")}", kind, rings)
    }
    return copy(reminders = times + reminders.filter { it.rings is Rings.AfterSession })
}

/** What needs no reminder, and until when: the check-in once everything asked is answered, until the person's day ends. */
internal fun done(today: Today, now: Moment, zone: ZoneId): Map<ReminderKind, Long> {
    val ends = instant(LocalDate.parse(today.day).plusDays(1), today.rolloverMin.toInt(), zone)
    if (ends <= now.epochMs || today.asked.isEmpty() || today.answers.size < today.asked.size) return emptyMap()
    return mapOf(ReminderKind.CHECK_IN to ends)
}

/** A reminder from its record; none when it is off, of a kind that this version does not know, or without a time. */
internal fun DiaryRecord.reminder(allPrivate: Boolean): Reminder? {
    if (deleted || text("active") == "false") return null
    val kind = text("kind")?.let(ReminderKind::of) ?: return null
    val rings = minute("wall_clock")?.let { Rings.AtClock(it, days()) }
        ?: text("elapsed_min")?.toIntOrNull()?.let { Rings.AfterSession(it) }
        ?: return null
    val from = minute("quiet_from")
    val to = minute("quiet_to")
    return Reminder(
        key = id,
        kind = kind,
        rings = rings,
        quiet = if (from != null && to != null) QuietHours(from, to) else null,
        snoozeMin = text("snooze_min")?.toIntOrNull() ?: Reminder.USUAL_SNOOZE_MIN,
        private = allPrivate || text("wording") != "plain",
    )
}

/** Phases of ratings have the codes of their reminders: `after`, `follow_up`. */
private fun DiaryRecord.ended(rated: Set<ReminderKind>): EndedSession? =
    text("ended_at")?.takeIf { !deleted }?.let { EndedSession(id, momentFromText(it).epochMs, rated) }

private fun DiaryRecord.running(): RunningSession? =
    (text("timer_started_at") ?: text("started_at"))?.let { RunningSession(id, momentFromText(it).epochMs) }

private fun DiaryRecord.text(name: String): String? = fields.firstOrNull { it.name == name }?.text

/** Minutes after midnight of a field `hh:mm`. */
private fun DiaryRecord.minute(name: String): Int? {
    val parts = text(name)?.split(':')?.mapNotNull { it.toIntOrNull() } ?: return null
    return if (parts.size == 2) parts[0] * 60 + parts[1] else null
}

private fun DiaryRecord.days(): Set<DayOfWeek> {
    val named = text("days")?.let(::splitItems) ?: return DayOfWeek.entries.toSet()
    return DayOfWeek.entries.filter { it.code in named }.toSet()
}

private fun weekday(number: Int): DayOfWeek? = DayOfWeek.entries.firstOrNull { it.value == number }

// A reminder comes at most 14 days after a session (`elapsed_min`); a day more for the way days are counted.
private const val LONGEST_AFTER_SESSION_DAYS = 15L
