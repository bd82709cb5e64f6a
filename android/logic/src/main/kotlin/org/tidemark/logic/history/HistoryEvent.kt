package org.tidemark.logic.history

import org.tidemark.logic.Problem
import java.time.YearMonth

/** What happened on the history screen. */
public sealed interface HistoryEvent {
    /** The screen came to the front. */
    public data object Shown : HistoryEvent

    /** An arrow, or the row that stands for empty months. */
    public data class MonthChosen(val month: YearMonth) : HistoryEvent

    /** "Show as list" or "Show as calendar". */
    public data class ListChosen(val on: Boolean) : HistoryEvent

    /** "Try again". */
    public data object TriedAgain : HistoryEvent

    public data class MonthRead(val page: MonthPage) : HistoryEvent

    public data class MonthNotRead(val problem: Problem) : HistoryEvent
}
