package org.tidemark.logic.session

import org.tidemark.bindings.uniffiEnsureInitialized
import org.tidemark.logic.Moment
import kotlin.test.Test
import kotlin.test.assertEquals

/** What the person tells of a session, in the words of the diary's files: `docs/formats.md`. */
class ToldTest {
    init {
        uniffiEnsureInitialized()
    }

    private fun read(vararg fields: Pair<String, String>): Told = told(fields.toMap()::get)

    @Test
    fun `what the diary holds comes back as it was`() {
        val held = mapOf(
            "pressure_felt" to "3",
            "unwanted" to "bruise:120:3@2026-11-25T09:00:00+01:00 | soreness:0:",
            "aftercare" to "water@2026-11-24T19:30:00+01:00 | rest",
            "note" to "warm room",
        )
        val told = told(held::get)
        assertEquals(listOf(Unwanted("bruise", 120, 3, "2026-11-25T09:00:00+01:00"), Unwanted("soreness", 0)), told.unwanted)
        assertEquals(listOf(Care("water", "2026-11-24T19:30:00+01:00"), Care("rest")), told.aftercare)
        assertEquals(held, told.fields().associate { it.name to it.text })
    }

    @Test
    fun `what is empty empties its field`() {
        assertEquals(mapOf("pressure_felt" to null, "unwanted" to null, "aftercare" to null, "note" to null), read().fields().associate { it.name to it.text })
    }

    @Test
    fun `a tick is the moment it was done and a second one takes it back`() {
        // 24 November 2026, 19:30 in Berlin.
        val at = Moment(1_795_545_000_000, 3600, "Europe/Berlin")
        val done = read("aftercare" to "water").ticked("water", at)
        assertEquals(listOf(Care("water", "2026-11-24T19:30:00+01:00[Europe/Berlin]")), done.aftercare)
        assertEquals(emptyList(), done.ticked("water", at).aftercare)
    }

    @Test
    fun `several writes are saved when the last has arrived`() {
        val at = Moment(0, 0, null)
        val two = Written.AsRead.sent().sent()
        assertEquals(Written.Writing(1), two.arrived(at))
        assertEquals(Written.Saved(at), two.arrived(at).arrived(at))
    }
}
