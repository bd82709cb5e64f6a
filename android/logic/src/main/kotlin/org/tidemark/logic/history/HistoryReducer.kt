package org.tidemark.logic.history

import org.tidemark.logic.Next
import java.time.YearMonth

/** The rules of the history screen. */
public fun reduce(state: HistoryState, event: HistoryEvent): Next<HistoryState, HistoryEffect> = when (event) {
    HistoryEvent.Shown, HistoryEvent.TriedAgain -> state.read(state.asked ?: state.shown?.month)
    is HistoryEvent.MonthChosen -> state.read(event.month)
    is HistoryEvent.ListChosen -> Next(state.copy(asList = event.on))
    is HistoryEvent.MonthRead -> when (state.asked) {
        null, event.page.month -> Next(state.copy(shown = event.page, problem = null))
        else -> Next(state)
    }
    is HistoryEvent.MonthNotRead -> Next(state.copy(problem = event.problem))
}

private fun HistoryState.read(month: YearMonth?): Next<HistoryState, HistoryEffect> =
    Next(copy(asked = month), HistoryEffect.ReadMonth(month))
