package org.tidemark.ui.onboarding

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.StarterSet
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.onboarding.OnboardingEvent
import org.tidemark.logic.onboarding.OnboardingState
import org.tidemark.logic.onboarding.Page
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class OnboardingViewTest {
    private val sets = listOf(
        StarterSet("stress_and_worry", "stress and worry", listOf("stress", "anxiety")),
        StarterSet("low_mood", "low mood", listOf("mood", "energy", "sleep_quality", "functioning")),
    )
    private val labels = mapOf(
        "stress" to "Stress", "anxiety" to "Anxiety", "mood" to "Mood", "energy" to "Energy", "sleep_quality" to "Sleep quality",
        "functioning" to "Getting through the day",
    )
    private val filled = OnboardingState(sets = sets, labels = labels, set = "low_mood", rolloverMin = 240)

    private val states = mapOf(
        "loading" to OnboardingState(),
        "empty" to filled.copy(set = null),
        "filled" to filled,
        "error" to filled.copy(problem = Problem.StorageFull),
        "day-end" to filled.copy(page = Page.DAY_END),
        "reminder" to filled.copy(page = Page.REMINDER),
        "lock" to filled.copy(page = Page.LOCK),
    )

    @Composable
    private fun Screen(state: OnboardingState, send: (OnboardingEvent) -> Unit = {}, onOver: (Place) -> Unit = {}) {
        Shell("Welcome", Go.nowhere, null, canGoBack = state.page != Page.STARTER_SET) { OnboardingView(state, send, onOver) }
    }

    @Test
    fun `every page can be passed without an answer and left for the first rating`() {
        for (page in Page.entries) {
            runComposeUiTest {
                val sent = mutableListOf<OnboardingEvent>()
                val over = mutableListOf<Place>()
                setContent { Shown(Look.LIGHT) { Screen(filled.copy(page = page, set = null), sent::add, over::add) } }
                onNodeWithText("Start rating").performScrollTo().performClick()
                assertEquals(listOf<Place>(Place.Today), over)
                if (page != Page.LOCK) {
                    onNodeWithText("Next").performScrollTo().performClick()
                    assertEquals(listOf<OnboardingEvent>(OnboardingEvent.Went), sent)
                }
            }
        }
    }

    @Test
    fun `a day's end moves by half an hour and a reminder is kept at the time it says`() {
        runComposeUiTest {
            val sent = mutableListOf<OnboardingEvent>()
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("day-end"), sent::add) } }
            onNodeWithText("Earlier").performClick()
            onNodeWithText("Later").performClick()
            // From 04:00, which is 240 minutes after midnight.
            assertEquals(listOf<OnboardingEvent>(OnboardingEvent.DayEnds(210), OnboardingEvent.DayEnds(270)), sent)
        }
        runComposeUiTest {
            val sent = mutableListOf<OnboardingEvent>()
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("reminder"), sent::add) } }
            onNodeWithText("Later").performClick()
            onNodeWithText("Remind me at 21:00").performClick()
            assertEquals(listOf<OnboardingEvent>(OnboardingEvent.Reminder(1260)), sent)
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("onboarding $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("onboarding-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("onboarding-filled-$look", shown) { Screen(filled) }
    }
}
