package org.tidemark.logic.history

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Span
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.reply
import java.time.YearMonth

public sealed interface HistoryEffect {
    /** Reads a month and looks for its neighbours; none is the month of today. */
    public data class ReadMonth(val month: YearMonth?) : HistoryEffect
}

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: HistoryEffect, diary: OpenDiaryInterface, now: () -> Moment): HistoryEvent = when (effect) {
    is HistoryEffect.ReadMonth ->
        reply { diary.page(effect.month, now()) }
            .event({ HistoryEvent.MonthRead(it) }) { HistoryEvent.MonthNotRead(it) }
}

private fun OpenDiaryInterface.page(asked: YearMonth?, now: Moment): MonthPage {
    val today = today(now)
    val present = month(today.day)
    val month = asked ?: present
    val reach = reach(present)
    return MonthPage(
        month = month,
        today = LogicalDate(today.day),
        days = month(month.year, month.monthValue.toUInt()).days,
        before = neighbour(generateSequence(month.minusMonths(1)) { it.minusMonths(1) }.takeWhile { it >= reach.start }, present),
        after = neighbour(generateSequence(month.plusMonths(1)) { it.plusMonths(1) }.takeWhile { it <= reach.endInclusive }, present),
        sampleLabel = today.sampleLabel,
    )
}

/** From the month of the first entry to that of the last; today's is always among them. */
private fun OpenDiaryInterface.reach(present: YearMonth): ClosedRange<YearMonth> {
    // The core answers the first and last day of entries with any question about an open span; this one is the lightest.
    val covered = measures().firstOrNull()?.let { changes(listOf(it.id), Span()).period } ?: return present..present
    return minOf(month(covered.from), present)..maxOf(month(covered.to), present)
}

/** The first of [months] that holds something; the present one counts even when it is empty. */
private fun OpenDiaryInterface.neighbour(months: Sequence<YearMonth>, present: YearMonth): Neighbour? {
    var empty = 0
    for (month in months) {
        if (month == present || !month(month.year, month.monthValue.toUInt()).days.all { it.holdsNothing }) return Neighbour(month, empty)
        empty++
    }
    return null
}

private fun month(day: String): YearMonth = YearMonth.parse(day.take("YYYY-MM".length))
