package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** The calendar of a month, and the entries of some days as a list shows them. */
class MonthTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a day is marked by how soon its entry was written`(): Unit = newDiary(folder).use { diary ->
        fun about(day: String) = checkIn(EVENING, "stress" to 5L).copy(day = day)
        diary.saveCheckIn(about("2026-11-24"), at(EVENING))
        diary.saveCheckIn(about("2026-11-24"), at(EVENING + MINUTE))
        // The 23rd ended on the 24th at 04:00, 17 hours before the evening; the 20th four days before.
        diary.saveCheckIn(about("2026-11-23"), at(EVENING))
        diary.saveCheckIn(about("2026-11-20"), at(EVENING))
        diary.saveSession(held(EVENING - 120 * MINUTE, before = 6, after = 4), at(EVENING))
        diary.addRecord(Kind.EVENT, fields("kind" to "other", "label" to "moved house"), RecordedBy.OWN, at(EVENING))
        val month = diary.month(2026, 11u)
        assertEquals(Period("2026-11-01", "2026-11-30"), month.period)
        assertEquals((1..30).map { "2026-11-%02d".format(it) }, month.days.map { it.day })
        val marked = month.days.filter { it.mark != DayMark.BLANK }.associate { it.day.takeLast(2) to it.mark }
        assertEquals(mapOf("20" to DayMark.RING, "23" to DayMark.HALF, "24" to DayMark.FULL), marked)
        assertEquals(MonthDay("2026-11-24", DayMark.FULL, 2u, 1u, 0u, 0u), month.days[23])
    }

    @Test
    fun `a month has the days of its calendar`(): Unit = newDiary(folder).use { diary ->
        assertEquals(listOf(29, 28, 31), listOf(2028 to 2u, 2100 to 2u, 2026 to 12u).map { (y, m) -> diary.month(y, m).days.size })
        for (month in listOf(0u, 13u)) assertFailsWith<DiaryException.Invalid> { diary.month(2026, month) }
    }

    @Test
    fun `entries come in time order with their values and a skip without a number`(): Unit = newDiary(folder).use { diary ->
        val late = diary.saveCheckIn(checkIn(EVENING, "stress" to 6L, "mood" to null, note = "long day"), at(EVENING)).id
        val session = diary.saveSession(held(EVENING - 180 * MINUTE, before = 7, after = 4), at(EVENING)).id
        val early = diary.saveCheckIn(checkIn(EVENING - DAY, "stress" to 3L), at(EVENING)).id
        val entries = diary.entries(Span())
        assertEquals(listOf(early, session, late), entries.map { it.id })
        assertEquals(listOf("check_in", "session", "check_in"), entries.map { it.kind })
        val (_, middle, last) = entries
        assertEquals(listOf("stress" to 6.0, "mood" to null), last.values.map { it.measureId to it.value })
        assertEquals("long day", last.fields.single { it.name == "note" }.text)
        assertEquals(listOf("self", "app", "live", "2026-11-24"), listOf(last.recordedBy, last.source, last.entryMode, last.day))
        val around = middle.ratings.map { Triple(it.phase, it.inWindow, it.values.single().value) }
        assertEquals(listOf(Triple("before", true, 7.0), Triple("after", true, 4.0)), around)
    }

    @Test
    fun `a span takes both its ends and never runs backwards`(): Unit = newDiary(folder).use { diary ->
        for (day in 0L..4L) diary.saveCheckIn(checkIn(EVENING - day * DAY, "stress" to day), at(EVENING - day * DAY))
        assertEquals(listOf("2026-11-21", "2026-11-22"), diary.entries(Span("2026-11-21", "2026-11-22")).map { it.day })
        assertEquals(listOf("2026-11-24"), diary.entries(Span(from = "2026-11-24")).map { it.day })
        assertFailsWith<DiaryException.Invalid> { diary.entries(Span("2026-11-22", "2026-11-21")) }
        assertTrue(diary.entries(Span("2027-01-01", "2027-01-31")).isEmpty())
    }
}
