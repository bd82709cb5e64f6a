package org.tidemark.logic.trends

import org.tidemark.logic.Problem

/** What happened on the trends screen. */
public sealed interface TrendsEvent {
    /** The screen came to the front, or "Try again" was tapped. */
    public data object Shown : TrendsEvent

    public data class StretchChosen(val stretch: Stretch) : TrendsEvent

    /** "Show as table" or "Show as chart". */
    public data class TableChosen(val measure: String, val on: Boolean) : TrendsEvent

    /** "Show earlier rows" of a table. */
    public data class MoreRows(val measure: String) : TrendsEvent

    public data class MarkersListed(val on: Boolean) : TrendsEvent

    public data class PageRead(val page: TrendsPage) : TrendsEvent

    public data class PageNotRead(val problem: Problem) : TrendsEvent
}
