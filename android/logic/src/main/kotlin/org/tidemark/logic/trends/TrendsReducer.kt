package org.tidemark.logic.trends

import org.tidemark.logic.Next

/** Rows that a table shows at first, and how many more each time. */
public const val TABLE_ROWS: Int = 30

/** The rules of the trends screen. */
public fun reduce(state: TrendsState, event: TrendsEvent): Next<TrendsState, TrendsEffect> = when (event) {
    TrendsEvent.Shown -> Next(state, TrendsEffect.ReadPage(state.stretch))
    is TrendsEvent.StretchChosen -> Next(state.copy(stretch = event.stretch, tables = state.tables.mapValues { TABLE_ROWS }), TrendsEffect.ReadPage(event.stretch))
    is TrendsEvent.TableChosen ->
        Next(state.copy(tables = if (event.on) state.tables + (event.measure to TABLE_ROWS) else state.tables - event.measure))
    is TrendsEvent.MoreRows -> Next(state.more(event.measure))
    is TrendsEvent.MarkersListed -> Next(state.copy(markersListed = event.on))
    // Of two stretches tapped in a row only the one that is marked is shown.
    is TrendsEvent.PageRead -> Next(if (event.page.stretch == state.stretch) state.copy(page = event.page, problem = null) else state)
    is TrendsEvent.PageNotRead -> Next(state.copy(problem = event.problem))
}

private fun TrendsState.more(measure: String): TrendsState =
    tables[measure]?.let { copy(tables = tables + (measure to it + TABLE_ROWS)) } ?: this
