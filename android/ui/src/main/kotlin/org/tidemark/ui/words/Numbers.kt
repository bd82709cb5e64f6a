package org.tidemark.ui.words

import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import java.math.BigDecimal
import java.text.DecimalFormat
import java.text.DecimalFormatSymbols
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import java.time.format.FormatStyle

/** A number given in thousandths, without zeros at its end: 7, 7.25 or 7,25. */
public fun Words.number(milli: Long): String =
    DecimalFormat("0.###", DecimalFormatSymbols(locale)).format(BigDecimal.valueOf(milli, 3))

/** Time of day on the wall clock the moment was read from. */
public fun Words.time(moment: Moment): String =
    clock(Instant.ofEpochMilli(moment.epochMs).atOffset(ZoneOffset.ofTotalSeconds(moment.offsetS)).toLocalTime())

/** Time of day, from minutes after midnight. */
public fun Words.time(minutes: Int): String = clock(LocalTime.ofSecondOfDay(minutes * 60L))

private fun Words.clock(time: LocalTime): String =
    time.format(DateTimeFormatter.ofPattern(if (hours24) "HH:mm" else "h:mm a", locale))

/** A day with its weekday: Tue 24 Nov. */
public fun Words.day(date: LogicalDate): String = LocalDate.parse(date.iso).format(DateTimeFormatter.ofPattern("EEE d MMM", locale))

/** A day with its year: 24 Nov 2026. */
public fun Words.date(date: LogicalDate): String =
    LocalDate.parse(date.iso).format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale))

/** A day with its weekday and year: Tue 24 Nov 2026. */
public fun Words.dayAndYear(date: LogicalDate): String =
    LocalDate.parse(date.iso).format(DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale))

/** The day on the wall clock the moment was read from. */
public fun Words.date(moment: Moment): String =
    date(LogicalDate(Instant.ofEpochMilli(moment.epochMs).atOffset(ZoneOffset.ofTotalSeconds(moment.offsetS)).toLocalDate().toString()))

/** Hours of sleep: 7 h 15. */
public fun Words.hours(milli: Long): String {
    // Rounded as the core rounds it, so that a row and a sentence say the same.
    val minutes = (milli * 60 + 500) / 1000
    return strings.ratingHours((minutes / 60).toString(), (minutes % 60).toString().padStart(2, '0'))
}

/** The day of an instant, on the wall clock of [now], with its year: 24 Nov 2026. */
public fun Words.dateOf(epochMs: Long, now: Moment): String =
    date(LogicalDate(Instant.ofEpochMilli(epochMs).atOffset(ZoneOffset.ofTotalSeconds(now.offsetS)).toLocalDate().toString()))

/** The day of a moment on its own wall clock: Tue 24 Nov. */
public fun Words.dayOf(moment: Moment): String =
    day(LogicalDate(Instant.ofEpochMilli(moment.epochMs).atOffset(ZoneOffset.ofTotalSeconds(moment.offsetS)).toLocalDate().toString()))
