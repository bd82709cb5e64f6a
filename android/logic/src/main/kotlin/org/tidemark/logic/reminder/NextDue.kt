package org.tidemark.logic.reminder

import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.ZoneId
import java.time.ZonedDateTime

/**
 * When a reminder rings next after a moment. Pure: the zone is an argument and nobody asks the time. Quiet hours move a ring to
 * their end, they never swallow it.
 */
public fun Reminder.nextDue(afterMs: Long, zone: ZoneId, sessions: List<EndedSession>): Due? {
    val due = when (rings) {
        is Rings.AtClock -> rings.around(afterMs, zone).map { Due(it) }
        is Rings.AfterSession ->
            sessions.asSequence().filter { kind !in it.rated }.map { Due(it.endedMs + rings.minutes * MINUTE_MS, it.sessionId) }
    }
    return due.map { it.copy(atMs = quiet.moved(it.atMs, zone)) }.filter { it.atMs > afterMs }.minByOrNull { it.atMs }
}

/** Rings of a week and a day before and after: the one before may have been moved past [afterMs] by quiet hours. */
private fun Rings.AtClock.around(afterMs: Long, zone: ZoneId): Sequence<Long> {
    val today = Instant.ofEpochMilli(afterMs).atZone(zone).toLocalDate()
    val days = (-1L..8L).asSequence().map(today::plusDays).filter { it.dayOfWeek in this.days }
    return days.map { instant(it, minute, zone) }
}

/** The end of the quiet hours that a moment falls in; the moment itself outside them. */
internal fun QuietHours?.moved(atMs: Long, zone: ZoneId): Long {
    if (this == null || fromMin == toMin) return atMs
    val local = Instant.ofEpochMilli(atMs).atZone(zone)
    val minute = local.hour * 60 + local.minute
    val overMidnight = fromMin > toMin
    val within = if (overMidnight) minute >= fromMin || minute < toMin else minute in fromMin until toMin
    if (!within) return atMs
    val ends = if (overMidnight && minute >= fromMin) local.toLocalDate().plusDays(1) else local.toLocalDate()
    return instant(ends, toMin, zone)
}

/**
 * The instant of a local time. A time that the clock skips is the moment at which it jumps, so that nothing is lost; a time that
 * comes twice is the first, so that nothing rings twice.
 */
internal fun instant(day: LocalDate, minute: Int, zone: ZoneId): Long {
    val local = day.atTime(LocalTime.of(minute / 60, minute % 60))
    val jump = zone.rules.getTransition(local)
    val at = if (jump != null && jump.isGap) jump.instant else ZonedDateTime.of(local, zone).withEarlierOffsetAtOverlap().toInstant()
    return at.toEpochMilli()
}

internal const val MINUTE_MS: Long = 60_000
