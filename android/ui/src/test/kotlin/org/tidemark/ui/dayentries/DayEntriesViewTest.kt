package org.tidemark.ui.dayentries

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Direction
import org.tidemark.bindings.Entry
import org.tidemark.bindings.EntryRatings
import org.tidemark.bindings.EntryValue
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Revision
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.Tab
import org.tidemark.logic.dayentries.Attempt
import org.tidemark.logic.dayentries.DayEntriesEvent
import org.tidemark.logic.dayentries.DayEntriesState
import org.tidemark.logic.dayentries.DayPage
import org.tidemark.logic.dayentries.Line
import org.tidemark.logic.dayentries.Target
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class DayEntriesViewTest {
    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val stress = question("stress", "Stress", Direction.HIGHER_WORSE, "none at all", "the most I can imagine")
    private val mood = question("mood", "Mood", Direction.HIGHER_BETTER, "very low", "very high")
    private val date = LogicalDate("2026-11-23")

    private fun question(id: String, label: String, direction: Direction, low: String, high: String) =
        Question(MeasureId(id), label, direction, 0, 10_000, 1000, low, high)

    private fun value(measure: String, number: Double?, version: UInt = 1u) = EntryValue(measure, version, "day_overall", number)

    private fun entry(kind: String, id: String, at: String, mode: String? = null, values: List<EntryValue> = emptyList(), revision: UInt = 1u, vararg fields: Pair<String, String>) =
        Entry(
            kind = kind, id = id, day = date.iso, recordedAt = at, recordedBy = "self", source = "app", revision = revision, entryMode = mode,
            values = values, ratings = emptyList(), fields = fields.map { (name, text) -> FieldText(name, text) },
        )

    private val morning = entry("check_in", "a", "2026-11-23T08:12:00+01:00", "live", listOf(value("stress", 4.0), value("mood", null)), revision = 2u)
    private val late = entry(
        "check_in", "b", "2026-11-24T09:30:00+01:00", "late", listOf(value("mood", 6.0)), 1u,
        "rated_at" to "2026-11-24T09:30:00+01:00", "note" to "Slept in. The walk along the river helped.", "practices" to "movement | breathing",
    )
    private val session = entry(
        "session", "s", "2026-11-23T16:40:00+01:00", "live", emptyList(), 1u,
        "status" to "held", "started_at" to "2026-11-23T15:30:00+01:00", "modality" to "swedish", "actual_min" to "60",
    ).copy(
        ratings = listOf(
            EntryRatings("r1", "before", "2026-11-23T15:25:00+01:00", true, false, listOf(value("stress", 6.0), value("mood", 4.0))),
            EntryRatings("r2", "after", "2026-11-23T16:40:00+01:00", true, true, listOf(value("stress", 3.0), value("mood", 6.0))),
        ),
    )
    private val page = DayPage(
        today = LogicalDate("2026-11-24"),
        entries = listOf(morning, session, late),
        questions = listOf(stress, mood),
        versions = mapOf(stress.measure to 1u, mood.measure to 1u),
        daily = listOf(stress.measure, mood.measure),
    )
    private val filled = DayEntriesState(date, page, line = Line.Saved(evening), undo = "a")
    private val toStress = Target.Change("a", stress.measure)
    private val history = listOf(
        Revision(2u, "value.stress", "6", "4", evening, RecordedBy.OWN, null),
        Revision(2u, "value.mood", "5", "skipped", evening, RecordedBy.OWN, null),
    )
    private val states = mapOf(
        "loading" to DayEntriesState(date),
        "empty" to DayEntriesState(date, page.copy(entries = emptyList())),
        "filled" to filled,
        "changes" to filled.copy(changes = mapOf("a" to history), line = Line.None, undo = null),
        "pad" to DayEntriesState(date, page, open = toStress),
        "adding" to DayEntriesState(date, page.copy(entries = listOf(late)), open = Target.Add(stress.measure), line = Line.Saved(evening), undo = "b"),
        "deleted" to DayEntriesState(date, page.copy(entries = listOf(session)), line = Line.Deleted, undo = "a"),
        "error" to DayEntriesState(
            date, page, open = toStress, line = Line.NotSaved(Problem.StorageFull),
            attempt = Attempt(toStress, Answer.Recorded(7000), Answer.Recorded(7000), evening, Problem.StorageFull),
        ),
        "locked" to DayEntriesState(date, problem = Problem.Locked),
    )

    @Composable
    private fun Screen(state: DayEntriesState, go: Go = Go.nowhere, send: (DayEntriesEvent) -> Unit = {}) {
        Shell("23 Nov 2026", go, Tab.TODAY, canGoBack = true) { DayEntriesView(state, send, go) { evening } }
    }

    @Test
    fun `the day that is changed is named and values are spoken with what a tap does`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        onNodeWithText("Monday 23 November 2026. What you add or change here is about that day.").assertIsDisplayed()
        onNodeWithContentDescription("Change Stress, now 4").assertIsDisplayed()
        onNodeWithContentDescription("Change Mood, now skipped").assertIsDisplayed()
        onNodeWithText("Check-in, 08:12").assertIsDisplayed()
        onNodeWithText("written the next day, 24 Nov 2026").performScrollTo().assertIsDisplayed()
        onNodeWithText("Before: Stress 6, Mood 4").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `taps send what they say`() = runComposeUiTest {
        val sent = mutableListOf<DayEntriesEvent>()
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled, Go(gone::add, {}, {}, {}), sent::add) } }
        onNodeWithContentDescription("Change Stress, now 4").performClick()
        onNodeWithContentDescription("Delete Check-in, 08:12").performClick()
        onNodeWithText("Undo").performClick()
        onNodeWithContentDescription("Show changes of Check-in, 08:12").performClick()
        onNodeWithText("Open session").performScrollTo().performClick()
        onNodeWithText("Add an entry for this day").performScrollTo().performClick()
        assertEquals(
            listOf(
                DayEntriesEvent.PadOpened(toStress),
                DayEntriesEvent.DeleteTapped(Kind.CHECK_IN, "a"),
                DayEntriesEvent.UndoTapped,
                DayEntriesEvent.ChangesShown(Kind.CHECK_IN, "a"),
                DayEntriesEvent.AddTapped,
            ),
            sent,
        )
        assertEquals(listOf<Place>(Place.SessionDetail("s")), gone)
    }

    @Test
    fun `a pad shows what is on disk and sends the number tapped`() = runComposeUiTest {
        val sent = mutableListOf<DayEntriesEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("pad"), send = sent::add) } }
        onNodeWithContentDescription("Stress, 0 to 10, higher is worse, rated 4").assertIsDisplayed()
        onNodeWithText("7").performClick()
        onNodeWithText("Leave it as it is").performClick()
        assertEquals(listOf(DayEntriesEvent.Rated(Answer.Recorded(7000), evening), DayEntriesEvent.PadClosed), sent)
    }

    @Test
    fun `a number that is not on disk stays on its pad and nothing says saved`() = runComposeUiTest {
        val sent = mutableListOf<DayEntriesEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("error"), send = sent::add) } }
        onNodeWithContentDescription("Stress, 0 to 10, higher is worse, rated 7").assertIsDisplayed()
        onNodeWithText("Not saved yet: the phone is full. Your number is still on this screen.").assertIsDisplayed()
        assertEquals(0, onAllNodes(hasText("Saved", substring = true)).fetchSemanticsNodes().size)
        onNodeWithText("Try again").performScrollTo().performClick()
        assertEquals(listOf<DayEntriesEvent>(DayEntriesEvent.TriedAgain), sent)
    }

    @Test
    fun `a value on an earlier scale is shown and not changed`() = runComposeUiTest {
        val older = morning.copy(values = listOf(value("stress", 4.0, version = 1u)))
        val state = DayEntriesState(date, page.copy(entries = listOf(older), versions = mapOf(stress.measure to 2u)))
        setContent { Shown(Look.LIGHT) { Screen(state) } }
        onNodeWithText("4, on an earlier scale").assertIsDisplayed()
        assertEquals(0, onAllNodes(hasText("change")).fetchSemanticsNodes().size)
    }

    @Test
    fun `the changes say what stood before`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("changes")) } }
        onNodeWithText("24 Nov 2026 21:04: Stress was 6, then 4").assertIsDisplayed()
        onNodeWithText("24 Nov 2026 21:04: Mood was 5, then skipped").assertIsDisplayed()
    }

    @Test
    fun `a day to come takes no entry`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(DayEntriesState(LogicalDate("2026-11-28"), page.copy(entries = emptyList()))) } }
        assertEquals(0, onAllNodes(hasText("Add an entry for this day")).fetchSemanticsNodes().size)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("entries $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("entries-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("entries-filled-$look", shown) { Screen(filled) }
    }
}
