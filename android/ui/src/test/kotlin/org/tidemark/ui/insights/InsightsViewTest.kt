package org.tidemark.ui.insights

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Card
import org.tidemark.bindings.CardWeek
import org.tidemark.bindings.Interval
import org.tidemark.bindings.Method
import org.tidemark.bindings.Period
import org.tidemark.bindings.Sentence
import org.tidemark.bindings.Shown as ShownKind
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.insights.Asked
import org.tidemark.logic.insights.CardAct
import org.tidemark.logic.insights.InsightsEvent
import org.tidemark.logic.insights.InsightsState
import org.tidemark.logic.insights.NotDone
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class InsightsViewTest {
    private fun said(text: String) = Sentence("a", text)

    private val period = Period("2026-08-24", "2026-11-22")
    private val after = Card(
        question = "days_after:energy",
        shown = ShownKind.CLAIM,
        sentence = said("Energy was about 0.9 points higher on the day after a session than on days like it (95 % interval 0.2 to 1.6; 14 sessions, 61 other days, 24 Aug – 22 Nov 2026)."),
        notes = listOf(said("Resting, hoping for relief and choosing hard days can move these numbers."), said("As of 22 Nov 2026.")),
        ask = said("Energy looked different after sessions. Can we talk about it?"),
        how = said("The rating after each session is set against other days with the same rating the day before, and neighbouring days count as alike."),
        n = 14u,
        period = period,
        estimate = 0.9,
        interval = Interval(0.2, 1.6, 0.95),
        method = Method("days-after", "gls, lag 1"),
    )
    private val paused = Card(
        question = "paused",
        shown = ShownKind.COUNT,
        sentence = said("2 of your last 5 sessions had a pause. Add this to your questions?"),
        notes = listOf(said("As of 22 Nov 2026.")),
        ask = said("2 of my last 5 sessions had a pause or a hard moment. Can we talk about it?"),
        how = null,
        n = 5u,
        period = period,
        estimate = null,
        interval = null,
        method = null,
    )
    private val week = CardWeek("2026-11-22", listOf(after, paused), waiting = false, next = null)
    private val none = CardWeek("2026-11-22", emptyList(), waiting = false, next = null)
    private val filled = InsightsState(week)
    private val states = mapOf(
        "loading" to InsightsState(),
        "empty" to InsightsState(none),
        "next" to InsightsState(none.copy(next = said("Not enough yet: 4 more sessions rated before and after."))),
        "waiting" to InsightsState(none.copy(waiting = true)),
        "filled" to filled,
        "how" to filled.copy(opened = setOf("days_after:energy"), asked = mapOf("paused" to Asked(LogicalDate("2026-12-03")))),
        "no_visit" to filled.copy(refused = mapOf("paused" to NotDone.NoComingVisit)),
        "full" to filled.copy(refused = mapOf("days_after:energy" to NotDone.Refused(CardAct.HIDE, Problem.StorageFull))),
        "error" to InsightsState(problem = Problem.Damaged),
    )

    @Composable
    private fun Screen(state: InsightsState, go: Go = Go.nowhere, send: (InsightsEvent) -> Unit = {}) {
        Shell("Insights", go, Tab.TRENDS, canGoBack = true) { InsightsView(state, send, go) }
    }

    @Test
    fun `a card says the sentence of the core with its records days and Sunday`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithText(after.sentence.text).assertIsDisplayed()
        onNodeWithText("n 14, 24 Aug 2026 to 22 Nov 2026").assertIsDisplayed()
        onAllNodes(hasText("As of 22 Nov 2026.")).onFirst().assertIsDisplayed()
        onNodeWithText("Resting, hoping for relief and choosing hard days can move these numbers.").assertIsDisplayed()
    }

    @Test
    fun `taps name the card they are on`() = runComposeUiTest {
        val sent = mutableListOf<InsightsEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, send = sent::add) } }
        // A count has no way of working out, so there is one such button.
        onNodeWithText("How this was worked out").performScrollTo().performClick()
        onAllNodes(hasText("Add to my questions") and hasClickAction())[1].performScrollTo().performClick()
        onAllNodes(hasText("Not useful: hide for 90 days"))[0].performScrollTo().performClick()
        assertEquals(
            listOf(
                InsightsEvent.HowShown("days_after:energy", true),
                InsightsEvent.AskTapped("paused"),
                InsightsEvent.HideTapped("days_after:energy"),
            ),
            sent,
        )
    }

    @Test
    fun `what was asked says where it stands and is not asked again`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("how")) } }
        onNodeWithText("On your questions for the visit of 3 Dec 2026.").performScrollTo().assertIsDisplayed()
        assertEquals(1, onAllNodes(hasText("Add to my questions") and hasClickAction()).fetchSemanticsNodes().size)
    }

    @Test
    fun `without a coming visit the way to the visits is shown`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("no_visit"), Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Not added: a coming visit with room for a question is needed. Nothing was changed.").performScrollTo().assertIsDisplayed()
        onNodeWithText("My visits").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.Records("visit")), gone)
    }

    @Test
    fun `without cards nothing is said but what the core says`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("empty")) } }
        assertEquals(0, onAllNodes(hasText("enough", substring = true)).fetchSemanticsNodes().size)
        assertEquals(0, onAllNodes(hasText("No cards", substring = true)).fetchSemanticsNodes().size)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("insights $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("insights-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("insights-filled-$look", shown) { Screen(filled) }
    }
}
