package org.tidemark.logic.session.detail

import org.tidemark.logic.Moment
import java.time.DateTimeException
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneId
import java.time.ZoneOffset

/** The date on the wall clock of [moment], `YYYY-MM-DD`. */
internal fun wallDate(moment: Moment): String = moment.wall().toLocalDate().toString()

/** The time on the wall clock of [moment], `hh:mm`. */
internal fun wallTime(moment: Moment): String = moment.wall().toLocalTime().withSecond(0).withNano(0).toString()

/** The date [days] later. */
public fun dateMoved(date: String, days: Long): String = LocalDate.parse(date).plusDays(days).toString()

/** When the wall clock of [like]'s zone shows that date and minute of the day. A time the clock leaps over is the one after. */
internal fun moment(date: String, minute: Int, like: Moment): Moment {
    val local = LocalDateTime.of(LocalDate.parse(date), LocalTime.ofSecondOfDay(minute * 60L))
    val at = zone(like)?.let { local.atZone(it).toOffsetDateTime() } ?: OffsetDateTime.of(local, ZoneOffset.ofTotalSeconds(like.offsetS))
    return Moment(at.toInstant().toEpochMilli(), at.offset.totalSeconds, like.zoneId)
}

private fun Moment.wall(): OffsetDateTime = Instant.ofEpochMilli(epochMs).atOffset(ZoneOffset.ofTotalSeconds(offsetS))

// A zone that this machine does not know still has the offset of now.
private fun zone(of: Moment): ZoneId? = try {
    of.zoneId?.let(ZoneId::of)
} catch (_: DateTimeException) {
    null
}
