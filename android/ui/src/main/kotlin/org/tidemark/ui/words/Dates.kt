package org.tidemark.ui.words

import org.tidemark.logic.LogicalDate
import org.tidemark.logic.reminder.EVERY_DAY
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.YearMonth
import java.time.format.DateTimeFormatter
import java.time.format.TextStyle
import java.time.temporal.WeekFields

/** A month with its year: November 2026. */
public fun Words.month(month: YearMonth): String = month.format(DateTimeFormatter.ofPattern("LLLL yyyy", locale))

/** A day in full: Tuesday 24 November 2026. */
public fun Words.fullDay(date: LogicalDate): String =
    LocalDate.parse(date.iso).format(DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale))

/** A day that a field holds, in words; a text that is none as it is. */
internal fun Words.written(day: String): String =
    runCatching { LocalDate.parse(day) }.getOrNull()?.let { date(LogicalDate(it.toString())) } ?: day

/** A day without its year: 16 Nov. */
public fun Words.dayOfMonth(date: LogicalDate): String = LocalDate.parse(date.iso).format(DateTimeFormatter.ofPattern("d MMM", locale))

/** Weekdays from the first one of the locale, each as one letter and in full. */
public fun Words.weekdays(): List<Pair<String, String>> {
    val first = WeekFields.of(locale).firstDayOfWeek
    return (0L..6L).map { first.plus(it) }.map { day ->
        day.getDisplayName(TextStyle.NARROW_STANDALONE, locale) to day.getDisplayName(TextStyle.FULL_STANDALONE, locale)
    }
}

/** Days of the week by their codes, in short: Mon, Wed. */
internal fun Words.shortWeekdays(codes: List<String>): String =
    DayOfWeek.entries.filter { EVERY_DAY[it.ordinal] in codes }.joinToString(", ") { it.getDisplayName(TextStyle.SHORT_STANDALONE, locale) }

/** Places left of a month's first day in a row of seven. */
public fun Words.placesBefore(month: YearMonth): Int =
    Math.floorMod(month.atDay(1).dayOfWeek.value - WeekFields.of(locale).firstDayOfWeek.value, 7)

/** The wall clock of a moment that an entry holds as text: ISO 8601 with offset. */
internal fun wallClock(iso: String): OffsetDateTime = OffsetDateTime.parse(iso.substringBefore('['))

/** Its day. */
internal fun OffsetDateTime.day(): LogicalDate = LogicalDate(toLocalDate().toString())

/** Its time of day. */
internal fun Words.time(at: OffsetDateTime): String = time(at.hour * 60 + at.minute)
