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
import org.tidemark.bindings.MomentKind
import org.tidemark.bindings.Pause
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.session.timer.End
import org.tidemark.logic.session.timer.TimerEvent
import org.tidemark.logic.session.timer.TimerState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import org.tidemark.ui.session.timer.TimerView
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class TimerViewTest {
    private val running = session(SessionStatus.PLANNED)
    private val filled = TimerState("s", running, later(34), noted = MomentKind.LIGHTER, grounding = listOf("Open the window", "Feet on the floor"))
    private val paused = filled.copy(session = running.copy(pauses = listOf(Pause(34u, null))))

    private val states = mapOf(
        "loading" to TimerState("s"),
        "filled" to filled,
        "paused" to paused,
        "paused-no-words" to paused.copy(grounding = emptyList()),
        "stop" to filled.copy(end = End(early = true)),
        "clock" to filled.copy(now = later(-30), end = End(early = false, asksLength = true)),
        "clock-back" to filled.copy(now = later(-30), noted = null),
        "error" to filled.copy(problem = Problem.StorageFull),
        "locked" to TimerState("s", problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: TimerState, send: (TimerEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Session", go, Tab.SESSIONS, canGoBack = true) { TimerView(state, send, go) }
    }

    @Test
    fun `the time is that of the start on disk and each button asks for one thing`() = runComposeUiTest {
        val sent = mutableListOf<TimerEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        onNodeWithText("34 of 60 min").assertIsDisplayed()
        for (name in listOf("Pause and breathe", "Firmer", "Move", "Quieter", "Warmer", "Talk less", "Finish", "Stop early")) onNodeWithText(name).performScrollTo().performClick()
        assertEquals(
            listOf(MomentKind.PAUSE, MomentKind.FIRMER, MomentKind.MOVE_AREA, MomentKind.SOUND, MomentKind.TEMPERATURE, MomentKind.TALK_LESS)
                .map { TimerEvent.Asked(it) } + TimerEvent.FinishAsked + TimerEvent.StopAsked,
            sent,
        )
    }

    @Test
    fun `what was asked for is said once it is on disk and a refusal says what is safe`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(noted = null, problem = Problem.StorageFull)) } }
        onNodeWithText("Not saved yet: the phone is full. What was saved before is safe.").performScrollTo().assertIsDisplayed()
        assertEquals(0, onAllNodes(hasText("Noted", substring = true)).fetchSemanticsNodes().size)
    }

    @Test
    fun `a pause shows the person's own words help going on and stopping`() = runComposeUiTest {
        val sent = mutableListOf<TimerEvent>()
        val went = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(paused, sent::add, Go(went::add, {}, {}, {})) } }
        onNodeWithText("Open the window").assertIsDisplayed()
        onAllNodes(hasText("Help")).fetchSemanticsNodes().let { assertEquals(2, it.size) }
        onNodeWithText("Resume").performClick()
        onNodeWithText("Stop early").performClick()
        assertEquals(listOf(TimerEvent.Asked(MomentKind.RESUME), TimerEvent.StopAsked), sent)
    }

    @Test
    fun `a clock that was put back shows no time and the length is typed`() = runComposeUiTest {
        val sent = mutableListOf<TimerEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("clock"), sent::add) } }
        onNodeWithText("The clock gives no length for this session. Nothing was lost.").assertIsDisplayed()
        onNodeWithText("Finish and save").assertIsNotEnabled()
        onNodeWithContentDescription("Minutes, 5 to 240").performTextInput("55")
        assertEquals(listOf<TimerEvent>(TimerEvent.EndTold(End(early = false, asksLength = true, minutes = "55"))), sent)
    }

    @Test
    fun `a reason for stopping may stay open`() = runComposeUiTest {
        val sent = mutableListOf<TimerEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("stop"), sent::add) } }
        onNodeWithText("Stop and save").performClick()
        onNodeWithText("Back to the session").performClick()
        assertEquals(listOf(TimerEvent.Ended, TimerEvent.EndTold(null)), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("timer $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("session-timer-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("session-timer-filled-$look", shown) { Screen(filled) }
    }
}
