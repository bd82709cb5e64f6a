package org.tidemark.logic.session.after

import org.tidemark.logic.Moment
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Written
import kotlin.test.Test
import kotlin.test.assertEquals

/** "Saved" under a note says that this note is on disk, and no other. */
class AfterReducerTest {
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val sent = reduce(AfterState("s", told = Told(note = "warm")), AfterEvent.ToldAgain).state

    @Test
    fun `a note that arrived as it stands is saved`() {
        assertEquals(Written.Saved(evening), reduce(sent, AfterEvent.ToldWritten(evening, Told(note = "warm"))).state.written)
    }

    @Test
    fun `words typed while the ones before were written are not called saved`() {
        val typed = reduce(sent, AfterEvent.NoteTyped("warm room")).state
        val arrived = reduce(typed, AfterEvent.ToldWritten(evening, Told(note = "warm"))).state
        assertEquals(Written.AsRead, arrived.written)
        assertEquals("warm room", arrived.told.note)
    }
}
