package org.tidemark.ui.trends

import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Direction
import org.tidemark.bindings.Period
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.trends.Marker
import org.tidemark.logic.trends.MarkerKind
import org.tidemark.logic.trends.Stretch
import org.tidemark.logic.trends.TrendsEvent
import org.tidemark.logic.trends.TrendsPage
import org.tidemark.logic.trends.TrendsState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class TrendsViewTest {
    private val period = Period("2026-08-27", "2026-11-24")
    private val markers = listOf(
        Marker(MarkerKind.SESSION, "2026-09-03", words = "part.style.swedish", coded = true),
        Marker(MarkerKind.EVENT, "2026-09-25", lastDay = "2026-10-04", words = "part.event.travel", coded = true),
        Marker(MarkerKind.SESSION, "2026-10-15", words = "part.style.shiatsu", coded = true),
        Marker(MarkerKind.MEDICINE, "2026-10-20", words = "Sertraline"),
        Marker(MarkerKind.SESSION, "2026-11-05", words = "part.style.swedish", coded = true),
    )
    private val mood = trend("mood", "Mood", Direction.HIGHER_BETTER, "Mood: median 5 (n 80); lowest 3, highest 8.")
    private val page = TrendsPage(Stretch.DAYS_90, period, listOf(stress, few, mood), markers)
    private val filled = TrendsState(page = page)
    private val states = mapOf(
        "loading" to TrendsState(),
        "empty" to TrendsState(page = TrendsPage(Stretch.DAYS_90, null, emptyList(), emptyList())),
        "filled" to filled,
        "table" to filled.copy(tables = mapOf("stress" to 8)),
        "year" to TrendsState(Stretch.YEAR, TrendsPage(Stretch.YEAR, year.period, listOf(year), markers), markersListed = true),
        "year_table" to TrendsState(Stretch.YEAR, TrendsPage(Stretch.YEAR, year.period, listOf(year), emptyList()), tables = mapOf("stress" to 6)),
        "error" to TrendsState(problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: TrendsState, go: Go = Go.nowhere, send: (TrendsEvent) -> Unit = {}) {
        Shell("Trends", go, Tab.TRENDS, canGoBack = false) { TrendsView(state, send, go) }
    }

    @Test
    fun `a chart says the sentence of the core and says it once`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithContentDescription(STRESS).assertIsDisplayed()
        assertEquals(0, onAllNodes(hasText(STRESS)).fetchSemanticsNodes().size)
    }

    @Test
    fun `every panel has its count its dates and what a higher number means`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        fun count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size
        assertEquals(3, count("27 Aug 2026 to 24 Nov 2026"))
        assertEquals(2, count("higher is worse"))
        assertEquals(1, count("higher is better"))
        assertEquals(1, count("n 2"))
    }

    @Test
    fun `two values are listed and not drawn`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithText("Pain: 4 on 20 Nov, 5 on 22 Nov. Too few to summarise.").performScrollTo().assertIsDisplayed()
        assertEquals(0, onAllNodes(hasContentDescription("Pain:", substring = true)).fetchSemanticsNodes().size)
        assertEquals(0, onAllNodes(hasContentDescription("Show Pain as table")).fetchSemanticsNodes().size)
    }

    @Test
    fun `taps send what they say and lead where they say`() = runComposeUiTest {
        val sent = mutableListOf<TrendsEvent>()
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled, Go(gone::add, {}, {}, {}), sent::add) } }
        onNodeWithText("90 days").assertIsSelected()
        onNodeWithText("1 year").performClick()
        onNodeWithContentDescription("Show Stress as table").performScrollTo().performClick()
        onNodeWithText("List the marked days").performScrollTo().performClick()
        onNodeWithText("History").performScrollTo().performClick()
        onNodeWithText("Insights").performScrollTo().performClick()
        assertEquals(
            listOf(TrendsEvent.StretchChosen(Stretch.YEAR), TrendsEvent.TableChosen("stress", true), TrendsEvent.MarkersListed(true)),
            sent,
        )
        assertEquals(listOf<Place>(Place.History, Place.Insights), gone)
    }

    @Test
    fun `the table holds the values of the chart the latest first`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(tables = mapOf("stress" to 2))) } }
        val rows = onAllNodes(hasText("Nov 2026", substring = true) and hasText("written", substring = true)).fetchSemanticsNodes()
        val texts = rows.map { row -> row.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } }
        // The last two of the days: `43` at its end.
        assertEquals(
            listOf(listOf("24 Nov 2026", "3", "written later"), listOf("23 Nov 2026", "4", "written that day")),
            texts,
        )
        onNodeWithText("Show earlier rows").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `marked days are named`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(markersListed = true)) } }
        onNodeWithText("25 Sept 2026 to 4 Oct 2026: event, travel").performScrollTo().assertIsDisplayed()
        onNodeWithText("20 Oct 2026: medicine changed, Sertraline").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("trends $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("trends-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("trends-filled-$look", shown) { Screen(filled) }
    }
}
