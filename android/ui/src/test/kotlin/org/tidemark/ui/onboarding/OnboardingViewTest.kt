package org.tidemark.ui.onboarding

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasText
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
        // A day ends between midnight and noon.
        for ((minutes, off) in listOf(0 to "Earlier", 720 to "Later")) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Screen(states.getValue("day-end").copy(rolloverMin = minutes)) } }
                onNodeWithText(off).assertIsNotEnabled()
            }
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
    fun `a set is chosen by a tap and without one it is said what stays`() = runComposeUiTest {
        val sent = mutableListOf<OnboardingEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(set = null), sent::add) } }
        onNodeWithText("2 of 5").assertIsDisplayed()
        onNodeWithText("Leave it as it is: stress, mood, energy and sleep").performScrollTo().assertIsDisplayed()
        onNodeWithText("Mood · Energy · Sleep quality · Getting through the day", substring = true).performScrollTo().assertIsDisplayed()
        onNodeWithText("Stress and worry", substring = true).performScrollTo().performClick()
        onNodeWithText("Low mood", substring = true).performScrollTo().performClick()
        assertEquals<List<OnboardingEvent>>(listOf(OnboardingEvent.SetChosen("stress_and_worry"), OnboardingEvent.SetChosen("low_mood")), sent)
    }

    @Test
    fun `each page says its question and a problem stands on whichever page it came`() {
        val questions = mapOf(
            Page.STARTER_SET to "A set decides what is asked each day.",
            Page.DAY_END to "An entry before this time belongs to the day before.",
            Page.REMINDER to "Once a day, in words that say nothing private.",
            Page.LOCK to "If the phone is lost, only your recovery words and a backup bring them back.",
        )
        for ((page, text) in questions) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Screen(filled.copy(page = page, problem = Problem.StorageFull)) } }
                onNodeWithText(text, substring = true).performScrollTo().assertIsDisplayed()
                onNodeWithText("What was saved before is safe.", substring = true).assertExists()
            }
        }
    }

    @Test
    fun `a reminder that is kept is said and not asked again and the lock leads to the words`() {
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled.copy(page = Page.REMINDER, reminderMin = 1260)) } }
            onNodeWithText("You will be reminded at 21:00.").assertIsDisplayed()
            onAllNodes(hasText("Remind me at", substring = true)).assertCountEquals(0)
        }
        runComposeUiTest {
            val over = mutableListOf<Place>()
            setContent { Shown(Look.LIGHT) { Screen(filled.copy(page = Page.LOCK), onOver = over::add) } }
            onNodeWithText("Show my recovery words").performScrollTo().performClick()
            assertEquals<List<Place>>(listOf(Place.Backup), over)
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
