package org.tidemark.ui.history

import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.DayMark
import org.tidemark.bindings.MonthDay
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.history.HistoryEvent
import org.tidemark.logic.history.HistoryState
import org.tidemark.logic.history.MonthPage
import org.tidemark.logic.history.Neighbour
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import java.time.YearMonth
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

@OptIn(ExperimentalTestApi::class)
class HistoryViewTest {
    private val november = YearMonth.of(2026, 11)

    /** November 2026 begins on a Sunday; the 24th is a Tuesday. `F` full, `h` half, `o` ring, `-` blank. */
    private val marks = "FF-hFFFoo--FFFFFh-FFFFF" + "F------"
    private val days = marks.mapIndexed { at, mark ->
        val day = at + 1
        MonthDay(
            day = "2026-11-%02d".format(day),
            mark = when (mark) {
                'F' -> DayMark.FULL
                'h' -> DayMark.HALF
                'o' -> DayMark.RING
                else -> DayMark.BLANK
            },
            checkIns = if (mark == '-') 0u else 1u + (day % 2).toUInt(),
            sessions = if (day in setOf(5, 19)) 1u else 0u,
            planned = if (day == 28) 1u else 0u,
            others = if (day == 12) 1u else 0u,
        )
    }
    private val page = MonthPage(november, LogicalDate("2026-11-24"), days, before = Neighbour(YearMonth.of(2026, 7), empty = 3), after = null)
    private val filled = HistoryState(page)
    private val blank = days.map { MonthDay(it.day, DayMark.BLANK, 0u, 0u, 0u, 0u) }
    private val states = mapOf(
        "loading" to HistoryState(),
        "empty" to HistoryState(page.copy(days = blank, before = null)),
        "filled" to filled,
        "list" to filled.copy(asList = true),
        "between" to HistoryState(page.copy(before = Neighbour(YearMonth.of(2026, 10)), after = Neighbour(YearMonth.of(2027, 2), empty = 2))),
        "error" to HistoryState(problem = Problem.Damaged),
    )

    @Composable
    private fun Screen(state: HistoryState, go: Go = Go.nowhere, send: (HistoryEvent) -> Unit = {}) {
        Shell("History", go, Tab.TRENDS, canGoBack = true) { HistoryView(state, send, go) }
    }

    @Test
    fun `each day is spoken in full`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithContentDescription("Thursday 5 November 2026: written that day, 2 check-ins, 1 session").assertIsDisplayed()
        onNodeWithContentDescription("Saturday 28 November 2026: 1 session planned").assertIsDisplayed()
        onNodeWithContentDescription("Tuesday 24 November 2026: today, written that day, 1 check-in").assertIsDisplayed()
        onNodeWithContentDescription("Sunday 8 November 2026: written later, 1 check-in").assertIsDisplayed()
        onNodeWithContentDescription("Wednesday 4 November 2026: written the next day, 1 check-in").assertIsDisplayed()
        onNodeWithContentDescription("Tuesday 3 November 2026: no entries").assertIsDisplayed()
        onNodeWithContentDescription("Thursday 12 November 2026: written that day, 1 check-in, 1 other entry").assertIsDisplayed()
    }

    @Test
    fun `a day leads to its entries and a day to come does not`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled, Go(gone::add, {}, {}, {})) } }
        onNodeWithContentDescription("Tuesday 3 November 2026: no entries").performClick()
        assertEquals(listOf<Place>(Place.DayEntries(LogicalDate("2026-11-03"))), gone)
        val coming = onNodeWithContentDescription("Friday 27 November 2026: no entries").fetchSemanticsNode()
        assertNull(coming.config.getOrNull(SemanticsActions.OnClick))
        assertNull(coming.config.getOrNull(SemanticsProperties.Role))
    }

    @Test
    fun `the arrow goes to the next month with entries and the row opens the empty ones between`() = runComposeUiTest {
        val sent = mutableListOf<HistoryEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, send = sent::add) } }
        onNodeWithContentDescription("Month before: July 2026").performClick()
        onNodeWithText("Before this: 3 months without entries").performClick()
        onNodeWithText("Show as list").performScrollTo().performClick()
        assertEquals(
            listOf(
                HistoryEvent.MonthChosen(YearMonth.of(2026, 7)),
                HistoryEvent.MonthChosen(YearMonth.of(2026, 10)),
                HistoryEvent.ListChosen(true),
            ),
            sent,
        )
        // Nothing lies after the month, so nothing leads there.
        assertEquals(0, onAllNodes(hasContentDescription("Month after", substring = true)).fetchSemanticsNodes().size)
    }

    @Test
    fun `the list holds the same days as the grid`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(asList = true)) } }
        // The 24 days that have come, and the 28th with its plan.
        val rows = onAllNodes(SemanticsMatcher.expectValue(SemanticsProperties.Role, androidx.compose.ui.semantics.Role.Button) and hasText("Nov", substring = true))
        assertEquals(25, rows.fetchSemanticsNodes().size)
        onNodeWithText("Thu 5 Nov").performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("written that day, 2 check-ins, 1 session")).fetchSemanticsNodes().let { assertEquals(2, it.size) }
    }

    @Test
    fun `weeks begin as the locale has them`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        fun left(name: String) = onNodeWithContentDescription(name).fetchSemanticsNode().boundsInRoot.left
        // British weeks begin on Monday: Sunday 1 November stands under the last column.
        assertEquals(left("Sunday"), left("Sunday 1 November 2026: written that day, 2 check-ins"))
        assertEquals(left("Tuesday"), left("Tuesday 24 November 2026: today, written that day, 1 check-in"))
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("history $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("history-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("history-filled-$look", shown) { Screen(filled) }
    }
}
