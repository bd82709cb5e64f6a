package org.tidemark.ui.history

import org.tidemark.bindings.DayMark
import org.tidemark.bindings.MonthDay
import org.tidemark.logic.LogicalDate
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.fullDay

/** What stands on a day, in words: "written that day, 2 check-ins, 1 session". */
internal fun Words.held(day: MonthDay, today: LogicalDate): String = listOfNotNull(
    strings.historyToday().takeIf { day.day == today.iso },
    mark(day.mark).takeIf { day.mark != DayMark.BLANK },
    day.checkIns.toInt().takeIf { it > 0 }?.let(strings::historyCheckIns),
    day.sessions.toInt().takeIf { it > 0 }?.let(strings::historySessions),
    day.planned.toInt().takeIf { it > 0 }?.let(strings::historyPlanned),
    day.others.toInt().takeIf { it > 0 }?.let(strings::historyOthers),
    strings.historyBlank().takeIf { day.mark == DayMark.BLANK && day.checkIns + day.sessions + day.planned + day.others == 0u },
).joinToString(", ")

/** A day spoken in full. */
internal fun Words.spoken(day: MonthDay, today: LogicalDate): String = strings.historyDay(fullDay(LogicalDate(day.day)), held(day, today))

/** How the entries of a day were written. */
internal fun Words.mark(mark: DayMark): String = when (mark) {
    DayMark.FULL -> strings.historyFull()
    DayMark.HALF -> strings.historyHalf()
    DayMark.RING -> strings.historyRing()
    DayMark.BLANK -> strings.historyBlank()
}
