package org.tidemark.ui.session

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Phase
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.session.Care
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Unwanted
import org.tidemark.logic.session.Written
import org.tidemark.logic.session.tomorrow.TomorrowEvent
import org.tidemark.logic.session.tomorrow.TomorrowState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import org.tidemark.ui.session.tomorrow.TomorrowView
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class TomorrowViewTest {
    private val empty = TomorrowState("s", session(), PhaseRatings(Phase.FOLLOW_UP, four, open = stress.measure))
    private val morning = later(14 * 60)
    private val filled = empty.copy(
        asks = true,
        ratings = PhaseRatings(Phase.FOLLOW_UP).with(stress to number(3), mood to number(7)).copy(open = pain.measure),
        told = Told(
            unwanted = listOf(Unwanted("soreness", 780, 3)),
            aftercare = listOf(Care("water", "2026-11-24T19:30:00+01:00"), Care("rest", "2026-11-24T20:30:00+01:00")),
        ),
        written = Written.Saved(morning),
        reminder = "08:30",
    )

    private val states = mapOf(
        "loading" to TomorrowState("s"),
        "empty" to empty,
        "filled" to filled,
        "reminded" to empty.copy(reminder = "08:30"),
        "error" to filled.copy(written = Written.NotSaved(Problem.StorageFull)),
        "locked" to TomorrowState("s", problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: TomorrowState, send: (TomorrowEvent) -> Unit = {}) {
        Shell("The time after", Go.nowhere, Tab.SESSIONS, canGoBack = true) { TomorrowView(state, send, Go.nowhere) { morning } }
    }

    @Test
    fun `on the evening care is ticked and a reminder is set`() = runComposeUiTest {
        val sent = mutableListOf<TomorrowEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty, sent::add) } }
        onNodeWithText("Light movement").performClick()
        onNodeWithText("Remind me the morning after, at 08:30").performScrollTo().performClick()
        assertEquals(listOf(TomorrowEvent.CareTapped("light_movement", morning), TomorrowEvent.ReminderAsked), sent)
        assertEquals(0, onAllNodes(hasText("Stress")).fetchSemanticsNodes().size)
    }

    @Test
    fun `in the morning the pads stand first`() = runComposeUiTest {
        val sent = mutableListOf<TomorrowEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        onNodeWithContentDescription("Pain, 0 to 10, higher is worse, not rated").assertIsDisplayed()
        onNodeWithText("2").performClick()
        assertEquals(listOf<TomorrowEvent>(TomorrowEvent.OfRating(RatingEvent.Rated(pain.measure, number(2), morning))), sent)
        onNodeWithText("✓ Water").performScrollTo().assertIsDisplayed()
        onNodeWithText("Soreness, 3 of 10").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("tomorrow $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("session-tomorrow-$name", Look.LIGHT, height = 1200) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("session-tomorrow-filled-$look", shown, height = 1200) { Screen(filled) }
    }
}
