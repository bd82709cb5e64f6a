package org.tidemark.logic.reminder

import java.time.DayOfWeek
import java.time.ZoneId
import kotlin.test.Test
import kotlin.test.assertEquals

/** A reminder put off for one session is not lost when it rings for another in between. */
class SnoozeTest {
    private val berlin = ZoneId.of("Europe/Berlin")

    @Test
    fun `what was put off to later still rings then`() {
        val follow = Reminder("follow", ReminderKind.FOLLOW_UP, Rings.AtClock(540, DayOfWeek.entries.toSet()))
        val (nine, tenPast, half) = listOf(0L, 10L, 30L).map { 1_795_507_200_000 + it * 60_000 }
        val book = Book(
            reminders = listOf(follow),
            rung = mapOf("follow" to Rung(lastMs = nine, next = Due(tenPast, "b"), snoozed = Due(half, "a"))),
        )
        val rang = book.ring(tenPast, berlin)
        assertEquals(listOf(Due(tenPast, "b")), rang.rings.map { it.due })
        assertEquals(half, rang.book.alarmMs)
        assertEquals(listOf(Due(half, "a")), rang.book.ring(half, berlin).rings.map { it.due })
    }
}
