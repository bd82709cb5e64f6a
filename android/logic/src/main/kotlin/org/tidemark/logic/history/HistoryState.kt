package org.tidemark.logic.history

import org.tidemark.bindings.DayMark
import org.tidemark.bindings.MonthDay
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Problem
import java.time.YearMonth

/** The history of entries, a month at a time. */
public data class HistoryState(
    /** The month on screen; none until it was read. */
    val shown: MonthPage? = null,
    /** Whether the month stands as a list of days instead of a grid. */
    val asList: Boolean = false,
    /** Why a month could not be read; the one before stays on screen. */
    val problem: Problem? = null,
    /** The month that was asked for last; an answer about another one is late and not shown. */
    val asked: YearMonth? = null,
)

/** One month as the core tells it. */
public data class MonthPage(
    val month: YearMonth,
    /** The day of the person now, as the core decided it. */
    val today: LogicalDate,
    /** Every day of the month in order. */
    val days: List<MonthDay>,
    val before: Neighbour? = null,
    val after: Neighbour? = null,
    /** The words every screen of a made-up diary shows. */
    val sampleLabel: String? = null,
) {
    /** Whether the month holds no entry at all. */
    public val empty: Boolean get() = days.all { it.holdsNothing }

    /** The days of the list: all that have come, and later ones with something planned. */
    public val listed: List<MonthDay> get() = days.filter { it.day <= today.iso || !it.holdsNothing }

    /** Whether the entries of a day can be opened: a day that has come, or one with something planned. */
    public fun opens(day: MonthDay): Boolean = day.day <= today.iso || !day.holdsNothing
}

/** The nearest month with entries on one side; [empty] months without any lie between. */
public data class Neighbour(val month: YearMonth, val empty: Int = 0)

/** Whether nothing at all stands on the day. */
public val MonthDay.holdsNothing: Boolean
    get() = mark == DayMark.BLANK && listOf(checkIns, sessions, planned, others).all { it == 0u }
