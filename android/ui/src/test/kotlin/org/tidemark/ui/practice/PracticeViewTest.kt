package org.tidemark.ui.practice

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
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.practice.PracticeDone
import org.tidemark.logic.practice.PracticeEvent
import org.tidemark.logic.practice.PracticeState
import org.tidemark.logic.practice.SavedPractice
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class PracticeViewTest {
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val kinds = listOf("psychotherapy", "mindfulness", "movement", "sleep_routine", "breathing", "other")
    private val empty = PracticeState(today = "2026-11-24", day = "2026-11-24", kinds = kinds, recent = emptyList())
    private val filled = empty.copy(
        minutes = 20,
        recent = listOf(PracticeDone("a", "2026-11-24", "breathing", null), PracticeDone("b", "2026-11-22", "psychotherapy", 50)),
        saved = SavedPractice("a", "breathing", evening),
    )
    private val states = mapOf(
        "loading" to PracticeState(),
        "empty" to empty,
        "filled" to filled,
        "no-day" to empty.copy(day = "2026-11-31", noDay = true),
        "refused" to filled.copy(saved = null, kind = "movement", problem = Problem.StorageFull),
        "error" to PracticeState(problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: PracticeState, send: (PracticeEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Practice", go, Tab.MORE, canGoBack = true) { PracticeView(state, send, go) }
    }

    @Test
    fun `one tap on a kind is all and the list is a tap away`() = runComposeUiTest {
        val (sent, gone) = mutableListOf<PracticeEvent>() to mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add, Go(gone::add, {}, {}, {})) } }
        onNodeWithText("45").performScrollTo().performClick()
        onNodeWithText("Movement").performScrollTo().performClick()
        onNodeWithText("Undo").performScrollTo().performClick()
        onNodeWithText("Sun 22 Nov: Talking therapy, 50 minutes").performScrollTo().assertIsDisplayed()
        onNodeWithText("See all, or change one").performScrollTo().performClick()
        assertEquals(listOf(PracticeEvent.MinutesChosen(45), PracticeEvent.KindTapped("movement"), PracticeEvent.Undone), sent)
        assertEquals(listOf<Place>(Place.Records("practice")), gone)
    }

    @Test
    fun `what is not on disk is not said to be and is tried again with a tap`() {
        runComposeUiTest {
            val sent = mutableListOf<PracticeEvent>()
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("refused"), sent::add) } }
            onAllNodes(hasText("saved", substring = true, ignoreCase = false)).assertCountEquals(2) // "It is saved at once.", "What was saved before is safe."
            onNodeWithText("Try again").performScrollTo().performClick()
            assertEquals(listOf<PracticeEvent>(PracticeEvent.KindTapped("movement")), sent)
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(empty.copy(working = true, kind = "movement")) } }
            onNodeWithText("Movement").performScrollTo().assertIsNotEnabled()
            onNodeWithText("Saving").performScrollTo().assertIsDisplayed()
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("practice $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("practice-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("practice-filled-$look", shown, height = 1200) { Screen(filled) }
    }
}
