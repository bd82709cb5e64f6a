package org.tidemark.logic.reminder

import org.tidemark.logic.Place
import kotlin.test.Test
import kotlin.test.assertEquals

class WayTest {
    private val session = "0198a7f2-5c1e-7b3a-9d40-2f6c1e8b7a55"

    @Test
    fun `every place a notification leads to comes back from its word`() {
        for (kind in ReminderKind.entries) {
            for (due in listOf(Due(0), Due(0, session))) {
                val place = due.place(kind)
                assertEquals(place, place(place.word()), kind.code)
            }
        }
        assertEquals(Place.SessionTimer(session), place(Place.SessionTimer(session).word()))
        assertEquals(Place.SessionTomorrow(session), Due(0, session).place(ReminderKind.FOLLOW_UP))
        assertEquals(Place.Today, Due(0).place(ReminderKind.FOLLOW_UP))
    }

    @Test
    fun `any other word is Today`() {
        for (word in listOf(null, "", "settings", "erase", "timer", "timer:../../x", "timer:$session:more", "records:session", "records:", "backup:now", "today:x")) {
            assertEquals(Place.Today, place(word), word)
        }
    }
}
