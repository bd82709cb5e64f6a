package org.tidemark.ui.today

import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Direction
import org.tidemark.bindings.MeasureUnit
import org.tidemark.logic.Answer
import org.tidemark.logic.Around
import org.tidemark.logic.CheckInId
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.Stored
import org.tidemark.logic.Tab
import org.tidemark.logic.today.Entry
import org.tidemark.logic.today.Saving
import org.tidemark.logic.today.TodayEvent
import org.tidemark.logic.today.TodayState
import org.tidemark.logic.today.Undo
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class TodayViewTest {
    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val stress = question("stress", "Stress", Direction.HIGHER_WORSE, "none at all", "the most I can imagine")
    private val mood = question("mood", "Mood", Direction.HIGHER_BETTER, "very low", "very good")
    private val hours = question("sleep_duration", "Hours of sleep", Direction.NEUTRAL, null, null)
        .copy(maxMilli = 24_000, stepMilli = 250, unit = MeasureUnit.HOUR)
    private val empty = TodayState(
        date = LogicalDate("2026-11-24"),
        questions = listOf(stress, mood, hours),
        around = Around(rolloverMin = 240),
        open = stress.measure,
    )

    private val rated = empty.copy(
        entries = mapOf(stress.measure to saved(6)),
        open = mood.measure,
        undo = Undo(stress.measure, null),
    )

    private val full = empty.copy(
        entries = mapOf(stress.measure to Entry(Answer.Recorded(6000), evening, null, Saving.NotSaved(Problem.StorageFull))),
    )

    private fun question(id: String, label: String, direction: Direction, low: String?, high: String?) =
        Question(MeasureId(id), label, direction, 0, 10_000, 1000, low, high)

    private fun saved(number: Int): Entry {
        val answer = Answer.Recorded(number * 1000L)
        return Entry(answer, evening, Stored(CheckInId("a"), answer, evening), Saving.Saved(evening))
    }

    @Composable
    private fun Screen(state: TodayState, send: (TodayEvent) -> Unit = {}) {
        Shell("Today", Go.nowhere, Tab.TODAY, canGoBack = false) { TodayView(state, send, Go.nowhere) { evening } }
    }

    @Test
    fun `a rating reads as its scale its direction and that it is not rated`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(empty) } }
        onNodeWithContentDescription("Stress, 0 to 10, higher is worse, not rated").assertIsDisplayed()
        assertEquals(12, onAllNodes(SemanticsMatcher.expectValue(SemanticsProperties.Role, androidx.compose.ui.semantics.Role.RadioButton)).fetchSemanticsNodes().size)
    }

    @Test
    fun `a tap on a number sends that number and nothing else`() = runComposeUiTest {
        val sent = mutableListOf<TodayEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty, sent::add) } }
        onNodeWithText("6").performClick()
        onNodeWithText("Skip").performClick()
        assertEquals(
            listOf<TodayEvent>(
                TodayEvent.Rated(stress.measure, Answer.Recorded(6000), evening),
                TodayEvent.Rated(stress.measure, Answer.Skipped, evening),
            ),
            sent,
        )
    }

    @Test
    fun `the line says saved only when it is and a full disk keeps the number`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(full) } }
        onNodeWithText("Not saved yet: the phone is full. Your number is still on this screen.").assertIsDisplayed()
        onNodeWithContentDescription("Stress, 0 to 10, higher is worse, rated 6").assertIsDisplayed()
        onAllNodes(hasText("Saved", substring = true)).fetchSemanticsNodes().let { assertEquals(0, it.size) }
    }

    @Test
    fun `hours are typed or stepped and nothing is sent before set`() = runComposeUiTest {
        val sent = mutableListOf<TodayEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty.copy(open = hours.measure), sent::add) } }
        onNodeWithContentDescription("More Hours of sleep").performClick()
        onNodeWithContentDescription("More Hours of sleep").performClick()
        assertEquals(emptyList(), sent)
        onNodeWithText("Set").performClick()
        // From the middle of 0 to 24, which is 12, one quarter of an hour more.
        assertEquals(listOf<TodayEvent>(TodayEvent.Rated(hours.measure, Answer.Recorded(12_250), evening)), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("today $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("today-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("today-filled-$look", shown) { Screen(rated) }
    }

    private val states = mapOf(
        "loading" to TodayState(),
        "empty" to empty,
        "filled" to rated,
        "error" to full,
        "locked" to TodayState(problem = Problem.Locked),
        "back" to empty.copy(around = empty.around.copy(awaySince = LogicalDate("2026-08-24"), planned = listOf("s"))),
    )
}
