package org.tidemark.logic.session

import org.tidemark.bindings.Direction
import org.tidemark.bindings.Phase
import org.tidemark.logic.Answer
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

class PhaseRatingsTest {
    private val at = Moment(1_795_539_600_000, 3600, "Europe/Berlin")
    private val stress = MeasureId("stress")
    private val mood = MeasureId("mood")
    private val questions = listOf(stress, mood).map { Question(it, it.name, Direction.NEUTRAL, 0, 10_000, 1000, null, null) }
    private val empty = PhaseRatings(Phase.BEFORE).read(questions, null)

    private fun number(value: Int) = Answer.Recorded(value * 1000L)

    private fun rated(measure: MeasureId, value: Int) = RatingEvent.Rated(measure, number(value), at)

    private fun stored(measure: MeasureId, value: Int) = RatingEvent.Stored(measure, number(value), outOfWindow = false)

    @Test
    fun `one answer is on its way at a time and the next follows it`() {
        val (first, sent) = empty.after(rated(stress, 6)).next()
        assertEquals(ToStore(stress, number(6), at, recalled = false, change = false), sent)
        val (waiting, nothing) = first.after(rated(mood, 4)).next()
        assertNull(nothing)
        assertEquals(RatingLine.Saving, waiting.line)
        val (_, second) = waiting.after(stored(stress, 6)).next()
        assertEquals(ToStore(mood, number(4), at, recalled = false, change = false), second)
    }

    @Test
    fun `of two taps on one question the last stays and becomes a change`() {
        val (first, _) = empty.after(rated(stress, 6)).next()
        val tapped = first.after(rated(stress, 7))
        assertNull(tapped.next().second)
        val (sent, change) = tapped.after(stored(stress, 6)).next()
        assertEquals(ToStore(stress, number(7), at, recalled = false, change = true), change)
        assertFalse(sent.line == RatingLine.Saved)
        assertEquals(RatingLine.Saved, sent.after(stored(stress, 7)).line)
    }

    @Test
    fun `a refused answer stays on the screen and through a new reading`() {
        val refused = empty.after(rated(stress, 6)).next().first.after(RatingEvent.Refused(stress, Problem.StorageFull))
        assertEquals(RatingLine.NotSaved(Problem.StorageFull), refused.line)
        val again = refused.read(questions, PhaseRead(mapOf(mood to number(4)), inWindow = true, recalled = false))
        assertEquals(number(6), again.given[stress]?.answer)
        assertEquals(number(4), again.given[mood]?.answer)
        assertFalse(again.complete)
        assertEquals(stress, again.after(RatingEvent.TriedAgain).next().second?.measure)
    }

    @Test
    fun `all answers on disk are complete and a skip is one of them`() {
        val skip = RatingEvent.Rated(mood, Answer.Skipped, at)
        val half = empty.after(rated(stress, 0)).next().first.after(stored(stress, 0))
        assertFalse(half.complete)
        val sent = half.after(skip).next().first
        assertFalse(sent.complete)
        assertTrue(sent.after(RatingEvent.Stored(mood, Answer.Skipped, outOfWindow = false)).complete)
    }

    @Test
    fun `a tap on the number that is on disk sends nothing`() {
        val saved = empty.after(rated(stress, 6)).next().first.after(stored(stress, 6))
        assertNull(saved.after(rated(stress, 6)).next().second)
    }

    @Test
    fun `an answer from memory keeps the moment it is about`() {
        val start = at.copy(epochMs = at.epochMs - 20 * 60_000L)
        val (_, sent) = empty.after(rated(stress, 6), recalled = true, about = start).next()
        assertEquals(ToStore(stress, number(6), start, recalled = true, change = false), sent)
    }
}
