package org.tidemark.ui.session

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Phase
import org.tidemark.logic.Answer
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Unwanted
import org.tidemark.logic.session.Written
import org.tidemark.logic.session.after.AfterEvent
import org.tidemark.logic.session.after.AfterState
import org.tidemark.logic.session.after.Distress
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import org.tidemark.ui.session.after.AfterView
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class AfterViewTest {
    private val hidden = session().copy(beforeHidden = true)
    private val empty = AfterState("s", hidden, PhaseRatings(Phase.AFTER, four, open = stress.measure))
    private val before = read(stress to number(7), mood to number(4), pain to number(3), anxiety to Answer.Skipped)
    private val filled = AfterState(
        "s",
        session().copy(before = before),
        PhaseRatings(Phase.AFTER).with(stress to number(4), mood to number(6), pain to number(3), anxiety to number(1)),
        Told(pressureFelt = 3, unwanted = listOf(Unwanted("soreness", 10, 4), Unwanted("tiredness", 10)), note = "Warm room"),
        Written.Saved(later(75)),
    )

    private val states = mapOf(
        "loading" to AfterState("s"),
        "empty" to empty,
        "filled" to filled,
        "strength" to filled.copy(openEffect = "tiredness"),
        "distress" to filled.copy(distress = Distress(kind = "panic", told = setOf("nobody_yet"))),
        "error" to filled.copy(written = Written.NotSaved(Problem.StorageFull)),
        "late" to filled.copy(ratings = filled.ratings.copy(outOfWindow = true)),
        "locked" to AfterState("s", problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: AfterState, send: (AfterEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("After the session", go, Tab.SESSIONS, canGoBack = true) { AfterView(state, send, go) { later(70) } }
    }

    @Test
    fun `no number before is shown while one after is open and looking is offered`() = runComposeUiTest {
        val sent = mutableListOf<AfterEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty, sent::add) } }
        onNodeWithText("What you rated before stays hidden until all of these are in.").assertIsDisplayed()
        assertEquals(0, onAllNodes(hasText("Before and after")).fetchSemanticsNodes().size)
        onNodeWithText("Show it now").performScrollTo().performClick()
        assertEquals(listOf<AfterEvent>(AfterEvent.RevealAsked), sent)
    }

    @Test
    fun `a rating before that is known stays hidden until the last one after is on disk`() = runComposeUiTest {
        val some = filled.copy(ratings = PhaseRatings(Phase.AFTER).with(stress to number(4)))
        setContent { Shown(Look.LIGHT) { Screen(some) } }
        assertEquals(0, onAllNodes(hasText("Before and after")).fetchSemanticsNodes().size)
    }

    @Test
    fun `both sides are read in one line each and a skip is no zero`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithContentDescription("Stress: before 7, after 4").assertIsDisplayed()
        onNodeWithContentDescription("Anxiety: before skipped, after 1").assertIsDisplayed()
    }

    @Test
    fun `pressure effects and distress send what was tapped`() = runComposeUiTest {
        val sent = mutableListOf<AfterEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty, sent::add) } }
        onNodeWithText("4 of 5, firm").performScrollTo().performClick()
        onNodeWithText("Bruise").performScrollTo().performClick()
        onNodeWithText("Something was too much").performScrollTo().performClick()
        assertEquals(listOf(AfterEvent.PressureFelt(4), AfterEvent.EffectTapped("bruise", later(70)), AfterEvent.DistressTold(Distress())), sent)
    }

    @Test
    fun `nobody yet stands alone and a form without a kind is not saved`() = runComposeUiTest {
        val sent = mutableListOf<AfterEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(distress = Distress(told = setOf("clinician"))), sent::add) } }
        onNodeWithText("Write it down").performScrollTo().assertIsNotEnabled()
        onNodeWithText("Nobody yet").performScrollTo().performClick()
        assertEquals(listOf<AfterEvent>(AfterEvent.DistressTold(Distress(told = setOf("nobody_yet")))), sent)
    }

    @Test
    fun `a full disk says so and going on leads to the time after`() = runComposeUiTest {
        val went = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("error"), go = Go({}, went::add, {}, {})) } }
        onNodeWithText("Not saved yet: the phone is full. What was saved before is safe.").performScrollTo().assertIsDisplayed()
        onNodeWithText("Go on to aftercare").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.SessionTomorrow("s")), went)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("after $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("session-after-$name", Look.LIGHT, height = 1500) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("session-after-filled-$look", shown, height = 1500) { Screen(filled) }
    }
}
