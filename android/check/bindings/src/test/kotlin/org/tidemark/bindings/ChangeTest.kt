package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertTrue

/** Ratings before and after sessions, and when nothing is said about them. */
class ChangeTest {
    @TempDir
    lateinit var folder: Path

    /** Sessions of before and after, one every second day up to 22 November. */
    private fun OpenDiary.sessions(vararg pairs: Pair<Long, Long>) = pairs.mapIndexed { number, (before, after) ->
        val start = EVENING - (2 * (pairs.size - number)) * DAY
        saveSession(held(start, before, after), at(start + 90 * MINUTE)).id
    }

    @Test
    fun `four pairs are shown but carry no figure`(): Unit = newDiary(folder).use { diary ->
        val ids = diary.sessions(7L to 4L, 6L to 4L, 5L to 5L, 8L to 6L)
        val change = diary.changes(listOf("stress"), Span()).changes.single()
        assertEquals(4u to 4u, change.sessions to change.n)
        assertEquals(ids, change.pairs.map { it.sessionId })
        assertEquals(listOf<Double?>(-3.0, -2.0, 0.0, -2.0), change.pairs.map { it.change })
        // Before 5 6 7 8, after 4 4 5 6.
        assertEquals<Pair<Double?, Double?>>(6.5 to 4.5, change.beforeMedian to change.afterMedian)
        assertEquals(SignCounts(lower = 3u, same = 1u, higher = 0u), change.counts)
        assertEquals(Silence("too_few", 4.0, 6.0), assertIs<ChangeFigure.Silent>(change.change).silence)
        assertEquals("too_few", assertIs<ChangeFigure.Silent>(change.followUp).silence.code)
        assertTrue(change.sentences.isNotEmpty())
    }

    @Test
    fun `eight pairs have an estimate with its interval`(): Unit = newDiary(folder).use { diary ->
        diary.sessions(7L to 4L, 6L to 4L, 5L to 5L, 8L to 6L, 7L to 3L, 6L to 5L, 8L to 5L, 5L to 3L)
        val change = diary.changes(listOf("stress"), Span()).changes.single()
        val said = assertIs<ChangeFigure.Estimated>(change.change).change
        // The changes are 0 −1 −2 −2 −2 −3 −3 −4: mean −17/8; all pairwise means have their median at −2.
        assertEquals(false to -2.0, said.isMean to said.estimate)
        assertTrue(said.interval.low <= said.estimate && said.estimate <= said.interval.high, "$said")
        assertTrue(said.interval.low >= -4.0 && said.interval.high <= 0.0, "$said")
        assertEquals(8u to 0.95, said.n to said.interval.level)
        assertEquals(SignCounts(lower = 7u, same = 1u, higher = 0u), change.counts)
    }

    @Test
    fun `a rating out of its window is shown and does not count`(): Unit = newDiary(folder).use { diary ->
        diary.sessions(7L to 4L)
        val start = EVENING - DAY
        // 241 minutes after the start of an hour is 181 after its end: one too many.
        val late = stress(Phase.AFTER, 2).copy(ratedAt = at(start + 241 * MINUTE))
        val draft = held(start, before = 9, after = 2).copy(ratings = listOf(stress(Phase.BEFORE, 9), late))
        assertEquals(listOf<Warning>(Warning.OutOfWindow(Phase.AFTER)), diary.saveSession(draft, at(EVENING)).warnings)
        val change = diary.changes(listOf("stress"), Span()).changes.single()
        assertEquals(Triple(2u, 1u, 2), Triple(change.sessions, change.n, change.pairs.size))
        assertEquals(null, change.pairs.last().change)
    }
}
