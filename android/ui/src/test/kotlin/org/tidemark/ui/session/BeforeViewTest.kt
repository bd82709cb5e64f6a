package org.tidemark.ui.session

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsEnabled
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Area
import org.tidemark.bindings.AreaUse
import org.tidemark.bindings.Phase
import org.tidemark.bindings.Region
import org.tidemark.bindings.Side
import org.tidemark.logic.Answer
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.session.Dose
import org.tidemark.logic.session.Given
import org.tidemark.logic.session.Medicine
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.RatingSaving
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.before.BeforeEvent
import org.tidemark.logic.session.before.BeforeState
import org.tidemark.logic.session.before.Choice
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import org.tidemark.ui.session.before.BeforeView
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class BeforeViewTest {
    private val pads = PhaseRatings(Phase.BEFORE, four, open = stress.measure)
    private val empty = BeforeState(choices = SessionChoices(), ratings = pads)
    private val rated = pads.with(stress to number(6), mood to number(4), pain to Answer.Skipped, anxiety to number(5))
    private val filled = BeforeState(sessionId = "s", choices = agreed, stored = agreed, ratings = rated, allergies = listOf("oil:lavender", "latex"))
    private val full = empty.copy(
        choices = agreed,
        ratings = pads.copy(given = mapOf(stress.measure to Given(number(6), six, false, null, RatingSaving.NotSaved(Problem.StorageFull)))),
    )

    private val medicines = listOf(Medicine("a", "Tablet", listOf(480)), Medicine("b", "Drops"), Medicine("c", "Night tablet"))
    private val dosed = filled.copy(
        choices = agreed.copy(doses = listOf(Dose("a", later(-600)), Dose("c", later(-1200)))),
        medicines = medicines,
    )

    private val states = mapOf(
        "loading" to BeforeState(),
        "empty" to empty,
        "filled" to filled,
        "apart" to filled.copy(apart = listOf("2 h after talking therapy; the plan keeps 4 hours between.")),
        "areas" to filled.copy(open = Choice.AREAS),
        "needs" to filled.copy(open = Choice.NEEDS),
        "dosed" to dosed,
        "doses" to dosed.copy(open = Choice.DOSES),
        "late" to filled.copy(begunMin = 20, fromMemory = true),
        "begin" to filled.copy(open = Choice.BEGIN, begunMin = 20),
        "card" to filled.copy(card = true),
        "error" to full,
        "locked" to BeforeState(problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: BeforeState, send: (BeforeEvent) -> Unit = {}) {
        val title = if (state.card) "My card" else "Before the session"
        Shell(title, Go.nowhere, Tab.SESSIONS, canGoBack = true) { BeforeView(state, send) { six } }
    }

    @Test
    fun `a number is sent with its moment and no style means no start`() = runComposeUiTest {
        val sent = mutableListOf<BeforeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty, sent::add) } }
        onNodeWithContentDescription("Stress, 0 to 10, higher is worse, not rated").assertIsDisplayed()
        onNodeWithText("6").performClick()
        assertEquals(listOf<BeforeEvent>(BeforeEvent.OfRating(RatingEvent.Rated(stress.measure, number(6), six))), sent)
        onNodeWithText("Start timer").performScrollTo().assertIsNotEnabled()
        onNodeWithText("Choose a style, then the timer can start.").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `one tap starts with what the last session was like`() = runComposeUiTest {
        val sent = mutableListOf<BeforeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty.copy(choices = agreed), sent::add) } }
        onNodeWithText("Start timer").performScrollTo().performClick()
        assertEquals(listOf<BeforeEvent>(BeforeEvent.StartAsked), sent)
    }

    @Test
    fun `a full disk keeps the number and says nothing of saved`() = runComposeUiTest {
        val sent = mutableListOf<BeforeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(full, sent::add) } }
        onNodeWithText("Not saved yet: the phone is full. What was saved before is safe.").assertIsDisplayed()
        onNodeWithContentDescription("Stress, 0 to 10, higher is worse, rated 6").assertIsDisplayed()
        assertEquals(0, onAllNodes(hasText("Saved")).fetchSemanticsNodes().size)
        onNodeWithText("Try again").performScrollTo().performClick()
        assertEquals(listOf<BeforeEvent>(BeforeEvent.OfRating(RatingEvent.TriedAgain)), sent)
    }

    @Test
    fun `an area is a region a side and whether to work there`() = runComposeUiTest {
        val sent = mutableListOf<BeforeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(open = Choice.AREAS), sent::add) } }
        onNodeWithText("Hip").performScrollTo().performClick()
        onNodeWithText("Right").performScrollTo().performClick()
        onNodeWithText("Leave out: hip").performScrollTo().performClick()
        onNodeWithContentDescription("Remove Jaw, both sides").performScrollTo().performClick()
        assertEquals(
            listOf(agreed.areas + Area(Region.HIP, Side.RIGHT, AreaUse.AVOID), agreed.areas.dropLast(1)),
            sent.map { (it as BeforeEvent.Chosen).choices.areas },
        )
    }

    @Test
    fun `last doses stand in a row with the day where it was another one`() {
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(dosed) } }
            onNodeWithText("Tablet: 08:00\nNight tablet: 23 Nov 2026, 22:00", substring = true).performScrollTo().assertIsDisplayed()
        }
        // Without medicines there is nothing to say, and no row.
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled) } }
            assertEquals(0, onAllNodes(hasText("Last doses")).fetchSemanticsNodes().size)
        }
    }

    @Test
    fun `a dose is added moved and removed with the moment of the tap`() = runComposeUiTest {
        val sent = mutableListOf<BeforeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(dosed.copy(open = Choice.DOSES), sent::add) } }
        onNodeWithText("Add the last dose of Drops").performScrollTo().performClick()
        onNodeWithContentDescription("Tablet: half an hour earlier").performScrollTo().performClick()
        onNodeWithContentDescription("Night tablet: half an hour later").performScrollTo().performClick()
        onNodeWithText("Remove the dose of Tablet").performScrollTo().performClick()
        val wanted = listOf(
            BeforeEvent.DoseAdded("b", six),
            BeforeEvent.DoseMoved("a", -30, six),
            BeforeEvent.DoseMoved("c", 30, six),
            BeforeEvent.DoseRemoved("a"),
        )
        assertEquals<List<BeforeEvent>>(wanted, sent)
    }

    @Test
    fun `no step leads past the session nor more than a week before it`() = runComposeUiTest {
        val ends = agreed.copy(doses = listOf(Dose("a", later(-29)), Dose("b", later(-7 * 24 * 60)), Dose("c", later(-30))))
        setContent { Shown(Look.LIGHT) { Screen(dosed.copy(choices = ends, open = Choice.DOSES)) } }
        onNodeWithContentDescription("Tablet: half an hour later").performScrollTo().assertIsNotEnabled()
        onNodeWithContentDescription("Drops: half an hour earlier").performScrollTo().assertIsNotEnabled()
        onNodeWithContentDescription("Night tablet: half an hour later").performScrollTo().assertIsEnabled()
    }

    @Test
    fun `what was noted on the intake sheet stands there before the start`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithText("Noted on your intake sheet: oil: lavender, latex.").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `a session that has begun asks whether numbers are from memory`() = runComposeUiTest {
        val sent = mutableListOf<BeforeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(begunMin = 20, open = Choice.BEGIN), sent::add) } }
        onNodeWithText("From memory").performScrollTo().performClick()
        onNodeWithText("It begins now").performScrollTo().performClick()
        assertEquals(listOf(BeforeEvent.FromMemory(true), BeforeEvent.Begun(null)), sent)
    }

    @Test
    fun `the card holds what the hands need and no rating`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(dosed.copy(card = true)) } }
        for (said in listOf("Hand up", "Shiatsu", "2 of 5, light", "Shoulder, left", "Jaw, both sides", "Door ajar")) onNodeWithText(said).assertExists()
        for (hidden in listOf("Stress", "Mood", "Anxiety", "Tablet", "doses")) assertEquals(0, onAllNodes(hasText(hidden, substring = true)).fetchSemanticsNodes().size)
    }

    @Test
    fun `the stop signal is typed`() = runComposeUiTest {
        val sent = mutableListOf<BeforeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(choices = SessionChoices(), open = Choice.NEEDS), sent::add) } }
        onNodeWithContentDescription("Word or sign that stops the session").performScrollTo().performTextInput("red")
        assertEquals(listOf<BeforeEvent>(BeforeEvent.Chosen(SessionChoices(stopSignal = "red"))), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("before $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("session-before-$name", Look.LIGHT, height = 1400) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("session-before-filled-$look", shown, height = 1400) { Screen(filled) }
        for ((look, shown) in Look.ALL - "light") assertPicture("session-before-card-$look", shown, height = 1400) { Screen(filled.copy(card = true)) }
    }
}
