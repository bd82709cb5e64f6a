package org.tidemark.ui.session

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Modality
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.sessions.SessionRow
import org.tidemark.logic.sessions.SessionsEvent
import org.tidemark.logic.sessions.SessionsState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import org.tidemark.ui.sessions.SessionsView
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class SessionsViewTest {
    private fun row(id: String, daysAgo: Int, status: SessionStatus, style: Modality, minutes: Int?, pressure: Int?) =
        SessionRow(id, LogicalDate("2026-11-24"), later(-daysAgo * 1440), status, style, minutes, pressure)

    private val filled = SessionsState(
        sessions = listOf(
            row("p", -2, SessionStatus.PLANNED, Modality.SWEDISH, 60, 2),
            row("a", 0, SessionStatus.HELD, Modality.SHIATSU, 60, 2),
            row("b", 7, SessionStatus.STOPPED_EARLY, Modality.GENTLE_DEEP_TISSUE, 35, 4),
            row("c", 14, SessionStatus.MISSED, Modality.CHAIR, null, null),
        ),
        morningAfter = listOf("a"),
    )

    private val states = mapOf(
        "loading" to SessionsState(),
        "empty" to SessionsState(sessions = emptyList()),
        "filled" to filled,
        "running" to filled.copy(sessions = filled.sessions?.drop(1), running = "a", morningAfter = emptyList(), shown = 2),
        "error" to SessionsState(problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: SessionsState, send: (SessionsEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Sessions", go, Tab.SESSIONS, canGoBack = false) { SessionsView(state, send, go) }
    }

    @Test
    fun `a row leads to the timer the form before or what was held`() = runComposeUiTest {
        val went = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(running = "a"), go = Go(went::add, {}, {}, {})) } }
        onNodeWithText("26 Nov 2026, 18:00").performClick()
        onNodeWithText("24 Nov 2026, 18:00").performClick()
        onNodeWithText("17 Nov 2026, 18:00").performClick()
        onNodeWithText("Add a past session").performClick()
        assertEquals(
            listOf(Place.SessionBefore("p"), Place.SessionTimer("a"), Place.SessionDetail("b"), Place.SessionDetail(null)),
            went,
        )
    }

    @Test
    fun `a row says style length pressure and what is not usual`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithText("Shiatsu · 60 minutes · 2 of 5, light", substring = true).assertIsDisplayed()
        onNodeWithText("Gentle deep tissue · 35 minutes · 4 of 5, firm · stopped early", substring = true).assertIsDisplayed()
        onNodeWithText("Chair massage · missed", substring = true).assertIsDisplayed()
    }

    @Test
    fun `more of a long list is asked for`() = runComposeUiTest {
        val sent = mutableListOf<SessionsEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(shown = 2), sent::add) } }
        onNodeWithText("Show earlier sessions").performClick()
        assertEquals(listOf<SessionsEvent>(SessionsEvent.MoreAsked), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("sessions $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("sessions-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("sessions-filled-$look", shown) { Screen(filled) }
    }
}
