package org.tidemark.logic.dayentries

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.Direction
import org.tidemark.bindings.Entry
import org.tidemark.bindings.EntryValue
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Undone
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.evening
import org.tidemark.logic.minutesBefore
import org.tidemark.logic.noDiary
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNull

class DayEntriesReducerTest {
    private val date = LogicalDate("2026-11-23")
    private val stress = MeasureId("stress")
    private val mood = MeasureId("mood")
    private val questions = listOf(stress, mood).map { Question(it, it.name, Direction.NEUTRAL, 0, 10_000, 1000, null, null) }
    private val entry = Entry(
        kind = "check_in", id = "a", day = date.iso, recordedAt = "2026-11-23T08:00:00Z", recordedBy = "self", source = "app", revision = 1u,
        entryMode = "live", values = listOf(EntryValue("stress", 1u, "day_overall", 6.0)), ratings = emptyList(), fields = emptyList(),
    )
    private val page = DayPage(LogicalDate("2026-11-24"), listOf(entry), questions, mapOf(stress to 1u, mood to 1u), listOf(stress, mood))
    private val read = DayEntriesState(date, page)
    private val toStress = Target.Change("a", stress)

    private fun number(value: Int) = Answer.Recorded(value * 1000L)

    private fun DayEntriesState.then(event: DayEntriesEvent) = reduce(this, event)

    private fun opened(target: Target = toStress) = read.then(DayEntriesEvent.PadOpened(target)).state

    @Test
    fun `a tap is sent at once and says saved only when it is`() {
        val sent = opened().then(DayEntriesEvent.Rated(number(4), evening))
        assertEquals(listOf<DayEntriesEffect>(DayEntriesEffect.Change("a", stress, number(4))), sent.effects)
        assertEquals(Line.Saving to number(4), sent.state.line to sent.state.shown)
        val saved = sent.state.then(DayEntriesEvent.Saved("a", evening))
        assertEquals(listOf<DayEntriesEffect>(DayEntriesEffect.Read(date)), saved.effects)
        assertEquals(Line.Saved(evening) to "a", saved.state.line to saved.state.undo)
        assertNull(saved.state.open)
    }

    @Test
    fun `the same number again changes nothing and closes the pad`() {
        val same = opened().then(DayEntriesEvent.Rated(number(6), evening))
        assertEquals(emptyList(), same.effects)
        assertNull(same.state.open)
    }

    @Test
    fun `a number that is refused stays and no other pad or delete takes its place`() {
        val refused = opened().then(DayEntriesEvent.Rated(number(4), evening)).state.then(DayEntriesEvent.NotSaved(Problem.StorageFull)).state
        assertEquals(number(4), refused.shown)
        assertEquals(Line.NotSaved(Problem.StorageFull), refused.line)
        assertEquals(refused, refused.then(DayEntriesEvent.PadOpened(Target.Add(mood))).state)
        assertEquals(refused, refused.then(DayEntriesEvent.AddTapped).state)
        assertEquals(emptyList(), refused.then(DayEntriesEvent.DeleteTapped(Kind.CHECK_IN, "a")).effects)
        // The day read again does not take it away either.
        assertEquals(number(4), refused.then(DayEntriesEvent.PageRead(page)).state.shown)
        val closed = refused.then(DayEntriesEvent.PadClosed).state
        assertEquals(listOf(null, null, Line.None), listOf(closed.open, closed.attempt, closed.line))
    }

    @Test
    fun `what is on its way is not closed away`() {
        val sent = opened().then(DayEntriesEvent.Rated(number(4), evening)).state
        assertEquals(sent, sent.then(DayEntriesEvent.PadClosed).state)
    }

    @Test
    fun `trying again sends the number about the moment it was given`() {
        val first = minutesBefore(90)
        val refused = opened(Target.Add(mood)).then(DayEntriesEvent.Rated(number(7), first)).state.then(DayEntriesEvent.NotSaved(Problem.Busy)).state
        assertEquals(listOf<DayEntriesEffect>(DayEntriesEffect.Add(date, mood, number(7), first)), refused.then(DayEntriesEvent.TriedAgain).effects)
        // Another number tapped instead is about that moment too.
        assertEquals(listOf<DayEntriesEffect>(DayEntriesEffect.Add(date, mood, number(8), first)), refused.then(DayEntriesEvent.Rated(number(8), evening)).effects)
    }

    @Test
    fun `of two taps before the first is saved one entry is made and the last tap stays`() {
        val sent = opened(Target.Add(mood)).then(DayEntriesEvent.Rated(number(7), evening)).state
        val again = sent.then(DayEntriesEvent.Rated(number(2), evening))
        assertEquals(emptyList(), again.effects)
        val saved = again.state.then(DayEntriesEvent.Saved("b", evening))
        assertEquals(listOf<DayEntriesEffect>(DayEntriesEffect.Change("b", mood, number(2))), saved.effects)
        assertEquals(number(2) to Line.Saving, saved.state.shown to saved.state.line)
    }

    @Test
    fun `a new entry begins with what the day has no answer to and ends when it has all`() {
        val adding = read.then(DayEntriesEvent.AddTapped).state
        assertEquals(Target.Add(mood), adding.open)
        val saved = adding.then(DayEntriesEvent.Rated(Answer.Skipped, evening)).state.then(DayEntriesEvent.Saved("b", evening)).state
        assertNull(saved.open)
        assertEquals("b", saved.undo)
    }

    @Test
    fun `a delete that is refused leaves everything and says why`() {
        val before = read.copy(line = Line.Saved(evening), undo = "a")
        val sent = before.then(DayEntriesEvent.DeleteTapped(Kind.CHECK_IN, "a"))
        assertEquals(listOf<DayEntriesEffect>(DayEntriesEffect.Delete(Kind.CHECK_IN, "a")), sent.effects)
        val refused = sent.state.then(DayEntriesEvent.NotDone(Problem.Busy)).state
        assertEquals(Problem.Busy to "a", refused.problem to refused.undo)
        assertEquals(Line.None, refused.line)
    }

    @Test
    fun `only one delete runs at a time`() {
        val sent = read.then(DayEntriesEvent.DeleteTapped(Kind.CHECK_IN, "a")).state
        assertEquals(emptyList(), sent.then(DayEntriesEvent.DeleteTapped(Kind.CHECK_IN, "a")).effects)
    }

    @Test
    fun `an undo that would take back an act on another record is reversed and refused`() {
        val undone = mutableListOf<String>()
        val diary = object : OpenDiaryInterface by noDiary {
            override fun undo(by: RecordedBy, now: Moment): Undone {
                undone += "other"
                return Undone(true, DiaryRecord(Kind.EVENT, "other", 1u, null, null, false, emptyList()))
            }
        }
        assertEquals(DayEntriesEvent.NotDone(Problem.Busy), perform(DayEntriesEffect.Undo("a"), diary) { evening })
        // Taken back, and brought back: undoing twice restores the act.
        assertEquals(2, undone.size)
    }

    @Test
    fun `a day that cannot be read is no empty day`() {
        val diary = object : OpenDiaryInterface by noDiary {
            override fun measures() = throw DiaryException.StoreDamaged("a page")
        }
        val state = DayEntriesState(date).then(perform(DayEntriesEffect.Read(date), diary) { evening }).state
        assertNull(state.page)
        assertIs<Problem.Damaged>(state.problem)
    }

    @Test
    fun `a value on an earlier scale is told apart and a skip is never a zero`() {
        assertEquals(false, page.changes(EntryValue("stress", 2u, "day_overall", 6.0)))
        assertEquals(Answer.Skipped, EntryValue("stress", 1u, "day_overall", null).answer())
        assertEquals(Answer.Recorded(7250), EntryValue("sleep_duration", 1u, "last_night", 7.25).answer())
    }
}
