package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** The cards of a week: few, the same until Sunday, and none where nothing can be said. */
class CardTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `an empty diary has no card`(): Unit = newDiary(folder).use { diary ->
        val week = diary.cards(at(EVENING))
        // 24 November 2026 is a Tuesday.
        assertEquals("2026-11-22", week.asOf)
        assertEquals(emptyList<Card>() to false, week.cards to week.waiting)
        week.next?.let { assertTrue(it.text.isNotBlank()) }
    }

    @Test
    fun `the cards of a week are the same from Monday to Sunday and at most three`(): Unit = newDiary(folder).use { diary ->
        // Stress is 7 on days before a session and 3 after; a session every fourth day for twenty weeks.
        for (day in 140 downTo 2) {
            val evening = EVENING - day * DAY
            diary.saveCheckIn(checkIn(evening, "stress" to if (day % 4 == 0) 3L else 6L + day % 2, "mood" to 5L + day % 3), at(evening))
            if (day % 4 == 0) diary.saveSession(held(evening - 180 * MINUTE, before = 7, after = 4L - day % 3), at(evening))
        }
        val monday = EVENING - DAY
        val weeks = (0..6).map { diary.cards(at(monday + it * DAY)) }
        assertEquals(1, weeks.toSet().size)
        val cards = weeks.first().cards
        assertTrue(cards.size in 1..3, "${cards.size}")
        assertEquals(cards.size, cards.map { it.question }.toSet().size)
        for (card in cards) {
            assertTrue(card.sentence.text.isNotBlank() && card.ask.text.endsWith("?"), "$card")
            assertEquals(card.shown == Shown.COUNT, card.estimate == null, card.question)
            card.interval?.let { assertTrue(it.low <= it.high && it.level >= 0.95) }
        }
        diary.hideCard(cards.first().question, at(monday))
        assertTrue(diary.cards(at(monday)).cards.none { it.question == cards.first().question })
    }

    @Test
    fun `a card that is not shown is neither hidden nor asked`(): Unit = newDiary(folder).use { diary ->
        val hidden = assertFailsWith<DiaryException.Refused> { diary.hideCard("days_after:energy", at(EVENING)) }
        val asked = assertFailsWith<DiaryException.Refused> { diary.askCard("days_after:energy", RecordedBy.OWN, at(EVENING)) }
        assertEquals(setOf(Refusal.UNKNOWN_CARD), setOf(hidden.code, asked.code))
    }

    @Test
    fun `the summary counts days without a word of duty`(): Unit = newDiary(folder).use { diary ->
        for (day in 0L..2L) diary.saveCheckIn(checkIn(EVENING - day * DAY, "stress" to 5L), at(EVENING - day * DAY))
        val first = diary.summary(Period("2026-11-15", "2026-11-24")).first()
        assertEquals("sentence.coverage", first.id)
        // Three of ten days.
        assertTrue(first.text.contains("3 of 10 days (30 %)"), first.text)
    }
}
