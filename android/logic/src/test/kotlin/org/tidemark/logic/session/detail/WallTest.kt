package org.tidemark.logic.session.detail

import org.tidemark.logic.Moment
import kotlin.test.Test
import kotlin.test.assertEquals

/** Wall clock times as moments; expected values from `TZ=Europe/Berlin date -d "2026-07-01 18:30" +%s`. */
class WallTest {
    private val winter = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

    @Test
    fun `a day in summer has the offset of summer`() {
        assertEquals(Moment(1_782_923_400_000, 7200, "Europe/Berlin"), moment("2026-07-01", 18 * 60 + 30, winter))
    }

    @Test
    fun `a time the clock leaps over is the one after`() {
        // 29 March 2026: at 02:00 it is 03:00 of summer time, so 02:30 is 03:30.
        assertEquals(Moment(1_774_747_800_000, 7200, "Europe/Berlin"), moment("2026-03-29", 150, winter))
    }

    @Test
    fun `a zone nobody knows keeps the offset of now`() {
        val mars = winter.copy(zoneId = "Mars/Olympus")
        // 18:30 at one hour ahead is 17:30 UTC.
        assertEquals(Moment(1_782_927_000_000, 3600, "Mars/Olympus"), moment("2026-07-01", 18 * 60 + 30, mars))
    }

    @Test
    fun `what is shown is what was typed`() {
        val at = moment("2026-07-01", 9 * 60 + 5, winter)
        assertEquals("2026-07-01" to "09:05", wallDate(at) to wallTime(at))
        assertEquals("2026-06-30", dateMoved("2026-07-01", -1))
    }

    @Test
    fun `a time is read as people type it and never guessed`() {
        val read = listOf("9:05", "09.05", "0905", " 23:59 ", "24:00", "9:60", "nine", "", "9").map { Form(date = "2026-07-01", time = it, minutes = "").startMinute }
        assertEquals(listOf(545, 545, 545, 1439, null, null, null, null, null), read)
    }
}
