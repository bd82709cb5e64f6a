package org.tidemark.logic.today

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Direction
import org.tidemark.bindings.Frame
import org.tidemark.bindings.Measure
import org.tidemark.bindings.MeasureUnit
import org.tidemark.logic.Answer
import org.tidemark.logic.FakeDiary
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNull

class TodayReducerTest {
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val measures = listOf("stress", "mood", "energy")
    private val diary = FakeDiary(measures.map(::question), LogicalDate("2026-11-24"))
    private val screen = TodayScreen(diary, evening).send(TodayEvent.Shown).settle()

    private fun question(name: String) =
        Measure(
            id = name, version = 1u, label = name, frame = Frame.DAY_OVERALL, unit = MeasureUnit.SCORE,
            direction = Direction.NEUTRAL, minMilli = 0, maxMilli = 10_000, stepMilli = 1000, anchorLow = null,
            anchorHigh = null, daily = true, session = false, active = true,
        )

    private fun later(minutes: Int) = evening.copy(epochMs = evening.epochMs + minutes * 60_000L)

    private fun onDisk() = diary.checkIns.values.map { (measure, stored) -> measure.name to stored.answer }

    @Test
    fun `an empty day says so and opens the first question`() {
        assertEquals(Line.Empty, screen.state.line)
        assertEquals(MeasureId("stress"), screen.state.open)
        assertEquals(LogicalDate("2026-11-24"), screen.state.date)
    }

    @Test
    fun `a tap is sent at once and says saved only when it is`() {
        screen.tap("stress", 6)
        assertEquals(listOf<TodayEffect>(TodayEffect.Save(MeasureId("stress"), number(6), evening)), screen.waiting)
        assertEquals(number(6), screen.shown("stress"))
        assertEquals(Line.Saving, screen.state.line)
        screen.now = later(1)
        screen.settle()
        assertEquals(Line.Saved(later(1)), screen.state.line)
        assertEquals(listOf("stress" to number(6)), onDisk())
    }

    @Test
    fun `the next question without an answer opens when the one before is saved`() {
        screen.tap("mood", 7)
        assertEquals(MeasureId("mood"), screen.state.open)
        screen.settle()
        assertEquals(MeasureId("energy"), screen.state.open)
        // From the last one the search goes on at the top; when all have an answer no pad is open.
        screen.tap("energy", 4).settle()
        assertEquals(MeasureId("stress"), screen.state.open)
        screen.send(TodayEvent.Rated(MeasureId("stress"), Answer.Skipped, evening)).settle()
        assertNull(screen.state.open)
    }

    @Test
    fun `nothing opens by itself while a screen reader runs`() {
        screen.send(TodayEvent.ScreenReader(on = true)).tap("stress", 6).settle()
        assertEquals(MeasureId("stress"), screen.state.open)
    }

    @Test
    fun `a full disk keeps the number on the screen and never says saved`() {
        screen.tap("stress", 3).settle()
        diary.refuses = DiaryException.StorageFull()
        screen.tap("mood", 7).settle()
        assertEquals(number(7), screen.shown("mood"))
        assertEquals(Line.NotSaved(MeasureId("mood"), Problem.StorageFull), screen.state.line)
        assertNull(screen.state.undo)
        assertEquals(MeasureId("mood"), screen.state.open)
        assertEquals(listOf("stress" to number(3)), onDisk())
        // Looking again changes nothing of that.
        screen.send(TodayEvent.Shown).settle()
        assertEquals(number(7), screen.shown("mood"))
        assertIs<Line.NotSaved>(screen.state.line)
    }

    @Test
    fun `trying again saves the number about the moment it was given`() {
        diary.refuses = DiaryException.StorageFull()
        screen.tap("stress", 6).settle()
        diary.refuses = null
        // The next morning: the answer still belongs to the evening.
        screen.now = later(600)
        screen.send(TodayEvent.TriedAgain(MeasureId("stress"))).settle()
        assertEquals(listOf(evening), diary.ratedAt.values.toList())
        assertEquals(Line.Saved(later(600)), screen.state.line)
    }

    @Test
    fun `a second tap changes the entry and adds none`() {
        screen.tap("stress", 6).settle()
        screen.tap("stress", 4).settle()
        assertEquals(listOf("stress" to number(4)), onDisk())
        screen.tap("stress", 4)
        assertEquals(emptyList<TodayEffect>(), screen.waiting)
    }

    @Test
    fun `of two taps before the first is saved the last one stays and one entry is made`() {
        screen.tap("stress", 6).tap("stress", 7)
        assertEquals(1, screen.waiting.size)
        screen.settle()
        assertEquals(listOf("stress" to number(7)), onDisk())
        assertIs<Line.Saved>(screen.state.line)
    }

    @Test
    fun `undo takes a first answer back and opens its pad`() {
        screen.tap("stress", 6).settle().send(TodayEvent.Undone).settle()
        assertEquals(emptyList(), onDisk())
        assertEquals(Line.Empty, screen.state.line)
        assertEquals(MeasureId("stress"), screen.state.open)
        assertNull(screen.state.undo)
    }

    @Test
    fun `undo of a change brings the number before it back`() {
        screen.tap("stress", 6).settle().tap("stress", 4).settle().send(TodayEvent.Undone).settle()
        assertEquals(listOf("stress" to number(6)), onDisk())
        assertEquals(number(6), screen.shown("stress"))
        assertNull(screen.state.undo)
    }

    @Test
    fun `undo stays until the next answer and not longer`() {
        screen.tap("stress", 6).settle()
        screen.now = later(60)
        screen.send(TodayEvent.PadOpened(MeasureId("energy"))).send(TodayEvent.Shown).settle()
        assertEquals(MeasureId("stress"), screen.state.undo?.measure)
        screen.tap("mood", 7)
        assertNull(screen.state.undo)
    }

    @Test
    fun `an undo that is refused leaves the number and says why`() {
        screen.tap("stress", 6).settle()
        diary.refuses = DiaryException.Busy()
        screen.send(TodayEvent.Undone).settle()
        assertEquals(number(6), screen.shown("stress"))
        assertEquals(Problem.Busy, screen.state.problem)
        assertEquals(Line.Saved(evening), screen.state.line)
        assertEquals(Undo(MeasureId("stress"), null), screen.state.undo)
    }

    @Test
    fun `a number tapped while the one before is taken back is saved anew`() {
        screen.tap("stress", 6).settle().send(TodayEvent.Undone).tap("stress", 2).settle()
        assertEquals(listOf("stress" to number(2)), onDisk())
        assertEquals(number(2), screen.shown("stress"))
    }

    @Test
    fun `a new day waits for an answer that is not on disk yet`() {
        diary.refuses = DiaryException.StorageFull()
        screen.tap("stress", 6).settle()
        val tomorrow = FakeDiary(measures.map(::question), LogicalDate("2026-11-25"))
        val read = perform(TodayEffect.ReadDay, tomorrow) { later(600) }
        screen.send(read)
        assertEquals(LogicalDate("2026-11-24"), screen.state.date)
        assertEquals(number(6), screen.shown("stress"))
        diary.refuses = null
        screen.send(TodayEvent.TriedAgain(MeasureId("stress")))
        val saved = perform(screen.waiting.removeFirst(), diary) { later(600) }
        screen.send(saved)
        assertEquals(listOf<TodayEffect>(TodayEffect.ReadDay), screen.waiting)
        screen.waiting.clear()
        screen.send(read)
        assertEquals(LogicalDate("2026-11-25"), screen.state.date)
        assertEquals(Line.Empty, screen.state.line)
        assertNull(screen.state.undo)
    }

    @Test
    fun `a day that cannot be read is no empty day`() {
        val state = reduce(TodayState(), TodayEvent.DayNotRead(Problem.Locked)).state
        assertEquals(Problem.Locked, state.problem)
        assertNull(state.date)
    }

    @Test
    fun `what is not asked is not answered`() {
        val before = screen.state
        screen.tap("hunger", 3)
        assertEquals(before, screen.state)
        assertEquals(emptyList<TodayEffect>(), screen.waiting)
    }
}
