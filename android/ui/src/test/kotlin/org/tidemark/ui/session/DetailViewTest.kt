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
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Phase
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.session.Care
import org.tidemark.logic.session.Dose
import org.tidemark.logic.session.Medicine
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Unwanted
import org.tidemark.logic.session.detail.DetailEvent
import org.tidemark.logic.session.detail.DetailState
import org.tidemark.logic.session.detail.Form
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import org.tidemark.ui.session.detail.DetailView
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class DetailViewTest {
    private val told = Told(
        pressureFelt = 3,
        unwanted = listOf(Unwanted("soreness", 10, 4)),
        aftercare = listOf(Care("water", "2026-11-24T19:30:00+01:00")),
        note = "Warm room, quiet.",
    )
    private val held = session().copy(
        told = told,
        before = read(stress to number(7), mood to number(4)),
        after = read(stress to number(4), mood to number(6)).copy(inWindow = false),
        followUp = read(stress to number(5)),
    )
    private val filled = DetailState("s", held)
    private val form = Form(date = "2026-11-20", time = "", minutes = "60", choices = agreed)
    private val adding = DetailState(form = form, questions = four)
    private val ready = form.copy(time = "18:00", ratings = mapOf(Phase.BEFORE to mapOf(stress.measure to number(7))), rating = Phase.BEFORE, fromMemory = true)

    private val states = mapOf(
        "loading" to DetailState("s"),
        "filled" to filled,
        "dosed" to filled.copy(session = held.copy(choices = agreed.copy(doses = listOf(Dose("a", six.copy(epochMs = six.epochMs - 36_000_000)))), medicines = listOf(Medicine("a", "Tablet")))),
        "unrated" to DetailState("s", session().copy(beforeHidden = true)),
        "delete" to filled.copy(deleteAsked = true),
        "deleted" to filled.copy(deleted = true),
        "adding" to adding,
        "rating" to adding.copy(form = ready),
        "missed" to adding.copy(form = form.copy(status = SessionStatus.MISSED, time = "18:00")),
        "overlap" to adding.copy(form = form.copy(time = "18:00"), overlaps = true),
        "error" to adding.copy(form = form.copy(time = "18:00"), problem = Problem.StorageFull),
        "locked" to DetailState("s", problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: DetailState, send: (DetailEvent) -> Unit = {}, go: Go = Go.nowhere) {
        val title = if (state.session == null) "Add a past session" else "Session"
        Shell(title, go, Tab.SESSIONS, canGoBack = true) { DetailView(state, send, go) }
    }

    @Test
    fun `what was rated stands by phase and what was not says so`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithText("before 7   after 4   next morning 5").performScrollTo().assertIsDisplayed()
        onNodeWithText("before 4   after 6").performScrollTo().assertIsDisplayed()
        onNodeWithText("after: outside its time").performScrollTo().assertIsDisplayed()
        onNodeWithText("Minute 10: Lighter").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `last doses are a fact where there are any`() {
        for ((name, count) in listOf("dosed" to 1, "filled" to 0)) runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(states.getValue(name)) } }
            assertEquals(count, onAllNodes(hasText("Tablet: 08:00", substring = true)).fetchSemanticsNodes().size, name)
        }
    }

    @Test
    fun `hidden ratings stay hidden and rating after is offered`() = runComposeUiTest {
        val went = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("unrated"), go = Go(went::add, {}, {}, {})) } }
        onNodeWithText("Ratings before are hidden until those after are in.").performScrollTo().assertIsDisplayed()
        onNodeWithText("No follow-up").performScrollTo().assertIsDisplayed()
        onNodeWithText("Rate after the session").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.SessionAfter("s")), went)
    }

    @Test
    fun `deleting takes two taps`() = runComposeUiTest {
        val sent = mutableListOf<DetailEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("delete"), sent::add) } }
        onNodeWithText("Keep it").performScrollTo().performClick()
        onNodeWithText("Delete").performScrollTo().performClick()
        assertEquals(listOf(DetailEvent.DeleteTakenBack, DetailEvent.DeleteAsked(sure = true)), sent)
    }

    @Test
    fun `a form says what it lacks and moves by a day`() = runComposeUiTest {
        val sent = mutableListOf<DetailEvent>()
        setContent { Shown(Look.LIGHT) { Screen(adding, sent::add) } }
        onNodeWithText("Save").performScrollTo().assertIsNotEnabled()
        onNodeWithText("Type when it started, such as 10:30.").performScrollTo().assertIsDisplayed()
        onNodeWithText("One day earlier").performScrollTo().performClick()
        onNodeWithContentDescription("Start, such as 10:30").performScrollTo().performTextInput("9:05")
        assertEquals(listOf<DetailEvent>(DetailEvent.Filled(form.copy(date = "2026-11-19")), DetailEvent.Filled(form.copy(time = "9:05"))), sent)
    }

    @Test
    fun `an overlap is saved only when the person says so`() = runComposeUiTest {
        val sent = mutableListOf<DetailEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("overlap"), sent::add) } }
        assertEquals(0, onAllNodes(hasText("Save")).fetchSemanticsNodes().size)
        onNodeWithText("Save all the same").performScrollTo().performClick()
        assertEquals(listOf<DetailEvent>(DetailEvent.SaveAsked(anyway = true)), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("detail $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("session-detail-$name", Look.LIGHT, height = 1700) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("session-detail-filled-$look", shown, height = 1700) { Screen(filled) }
    }
}
