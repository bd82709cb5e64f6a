package org.tidemark.logic.session

import org.tidemark.bindings.momentFromText
import org.tidemark.bindings.momentToText
import org.tidemark.bindings.uniffiEnsureInitialized
import org.tidemark.logic.Moment
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

/** When a dose was likely taken, how far it can be moved, and how the diary's files write it: `docs/formats.md`. */
class DosesTest {
    init {
        uniffiEnsureInitialized()
    }

    private fun at(text: String): Moment = momentFromText(text)

    private fun medicine(vararg times: Int) = Medicine("m", "Tablet", times.toList())

    private fun Medicine.last(at: String): String = momentToText(lastDose(at(at)).takenAt)

    @Test
    fun `the latest of its times before the session counts, on the clock of the session`() {
        val twice = medicine(8 * 60, 22 * 60)
        assertEquals("2026-11-24T08:00:00+01:00[Europe/Berlin]", twice.last("2026-11-24T17:50:00+01:00[Europe/Berlin]"))
        assertEquals("2026-11-23T22:00:00+01:00", twice.last("2026-11-24T07:59:59+01:00"))
        // Its very minute counts, the one after it not.
        assertEquals("2026-11-24T22:00:00-09:30", twice.last("2026-11-24T22:00:00-09:30"))
        assertEquals("2026-11-24T08:00:00-09:30", twice.last("2026-11-24T21:59:00-09:30"))
        // Once a day, a minute before it is taken again: nearly 24 hours ago, and not longer.
        assertEquals("2026-11-23T08:00:00+05:45", medicine(8 * 60).last("2026-11-24T07:59:00+05:45"))
        assertEquals("2026-01-01T00:00:00+00:00", medicine(0).last("2026-01-01T23:59:00+00:00"))
    }

    @Test
    fun `without times it is the half hour before`() {
        assertEquals("2026-11-24T17:30:00+01:00", medicine().last("2026-11-24T17:59:59+01:00"))
        assertEquals("2026-11-24T18:00:00+05:45", medicine().last("2026-11-24T18:00:00+05:45"))
        assertEquals("1960-02-29T23:30:00-03:00", medicine().last("1960-02-29T23:45:00-03:00"))
    }

    @Test
    fun `a dose is moved to no moment after the session and none more than a week before`() {
        val now = at("2026-11-24T18:00:00+01:00")
        val doses = listOf(Dose("m", at("2026-11-24T17:30:00+01:00")), Dose("other", now))
        val moved = checkNotNull(doses.moved("m", 30, now))
        assertEquals(listOf(now, now), moved.map { it.takenAt })
        assertNull(moved.moved("m", 30, now))
        val week = doses.copyOf("2026-11-17T18:30:00+01:00")
        assertEquals("2026-11-17T18:00:00+01:00", week.moved("m", -30, now)?.first()?.let { momentToText(it.takenAt) })
        assertNull(doses.copyOf("2026-11-17T18:00:00+01:00").moved("m", -30, now))
        // The one of another medicine keeps nothing from moving.
        assertEquals(now, checkNotNull((doses + Dose("old", at("2026-10-01T08:00:00+01:00"))).moved("m", 30, now)).first().takenAt)
    }

    private fun List<Dose>.copyOf(at: String) = listOf(Dose("m", at(at))) + drop(1)

    @Test
    fun `what the diary holds comes back as it was and what it cannot hold is left out`() {
        val held = "01a10b13-a800-78c1-a200-c04b0ad64556@2026-11-24T07:30:00+01:00[Europe/Berlin]"
        assertEquals(held, doseOf(held)?.item)
        assertEquals(listOf(null, null, null), listOf("", "01a1", "01a1@tea time").map(::doseOf))
        val fields = choices(mapOf("last_doses" to "$held | 01a1@tea time")::get).fields()
        assertEquals(held, fields.single { it.name == "last_doses" }.text)
        assertNull(SessionChoices().fields().single { it.name == "last_doses" }.text)
    }
}
