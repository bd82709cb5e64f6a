package org.tidemark.logic.report

import org.tidemark.bindings.AroundSessions
import org.tidemark.bindings.Included
import org.tidemark.bindings.NoteToTick
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.ReportOptions
import org.tidemark.logic.Moment
import org.tidemark.logic.Next
import org.tidemark.logic.Problem
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

class ReportReducerTest {
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val nothing = Included(
        questions = false, goals = false, trends = false, questionnaires = false, sessions = false, medicines = false, events = false,
        unwanted = false, plan = false, practices = false, around = AroundSessions.ALL_MEASURES, distress = false, items = false,
        notes = false, daily = false, cutPoints = false, therapists = false, careTeam = false, intake = false,
    )
    private val usual = nothing.copy(trends = true, goals = true)
    private val basis = Basis(evening, Period("2026-09-12", "2026-11-24"), "2026-09-11", Paper.A4, mapOf(Recipient.USUAL to usual))
    private val read = reduce(ReportState(), ReportEvent.Read(basis))

    private fun laidOut(options: ReportOptions) = ReportEvent.LaidOut(Laid(options, emptyList(), 3))

    @Test
    fun `ten ticks while pages are laid out are one more report and not ten`() {
        var state = read.state
        val first = checkNotNull(state.options)
        assertEquals(listOf<ReportEffect>(ReportEffect.LayOut(first)), read.effects)
        val effects = Tick.usual.flatMap { tick ->
            reduce(state, ReportEvent.Ticked(tick, !tick.get(checkNotNull(state.choices).included))).also { state = it.state }.effects
        }
        assertEquals(0, effects.filterIsInstance<ReportEffect.LayOut>().size)
        val next = reduce(state, laidOut(first))
        assertEquals(listOf<ReportEffect>(ReportEffect.LayOut(checkNotNull(state.options))), next.effects)
        // The pages of the first are not those of what is chosen now.
        assertTrue(next.state.laid?.options != next.state.options && next.state.laying)
        assertEquals(emptyList(), reduce(next.state, laidOut(checkNotNull(state.options))).effects)
    }

    private val listed = ListedNotes(NotesOf(basis.usual, sessions = false), listOf(note("a"), note("b")))

    private fun note(entry: String) = NoteToTick(entry, "2026-11-12", false, "words")

    private fun ReportState.after(vararg events: ReportEvent) = events.fold(Next<ReportState, ReportEffect>(this)) { before, event -> reduce(before.state, event) }

    @Test
    fun `notes are read when the list is opened and not again while it holds`() {
        val laid = read.state.after(laidOut(checkNotNull(read.state.options)))
        assertEquals(emptyList(), laid.effects)
        val opened = laid.state.after(ReportEvent.NotesListed(true))
        assertEquals(listOf<ReportEffect>(ReportEffect.ListNotes(listed.of, evening)), opened.effects)
        val shown = opened.state.after(ReportEvent.NotesRead(listed))
        assertEquals(emptyList(), shown.effects)
        val ticked = shown.state.after(ReportEvent.NoteTicked("b", true))
        assertEquals(listOf("b"), ticked.state.options?.included?.chosenNotes)
        assertEquals(1, ticked.effects.filterIsInstance<ReportEffect.LayOut>().size)
        // Closed, the words of what is not ticked are let go of.
        assertNull(shown.state.after(ReportEvent.NotesListed(false)).state.notes.listed)
    }

    @Test
    fun `nothing is asked for while nobody has looked whether a ticked note is still there`() {
        val kept = ReportChoices(usual.copy(chosenNotes = listOf("a", "gone")), Paper.A4, Recipient.OWN_CHOICE)
        val back = ReportState(choices = kept).after(ReportEvent.Read(basis))
        assertEquals(null to listOf<ReportEffect>(ReportEffect.ListNotes(listed.of, evening)), back.state.options to back.effects)
        val looked = back.state.after(ReportEvent.NotesRead(listed))
        assertEquals(listOf("a"), looked.state.choices?.included?.chosenNotes)
        assertEquals(listOf(ReportEffect.Keep(checkNotNull(looked.state.choices)), ReportEffect.LayOut(checkNotNull(looked.state.options))), looked.effects)
        val refused = back.state.after(ReportEvent.NotesNotRead(Problem.Busy))
        assertEquals(null to emptyList<ReportEffect>(), refused.state.options to refused.effects)
    }

    @Test
    fun `notes of days that were left meanwhile take no tick away`() {
        val open = read.state.after(laidOut(checkNotNull(read.state.options)), ReportEvent.NotesListed(true), ReportEvent.NotesRead(listed), ReportEvent.NoteTicked("a", true)).state
        val idle = open.after(laidOut(checkNotNull(open.options))).state
        val other = idle.after(ReportEvent.DaysTyped("2026-10-01", "2026-10-02"))
        val back = other.state.after(ReportEvent.UsualDays).state
        val none = ListedNotes(NotesOf(Period("2026-10-01", "2026-10-02"), sessions = false), emptyList())
        val late = back.after(ReportEvent.NotesRead(none))
        assertEquals(listOf("a"), late.state.choices?.included?.chosenNotes)
        assertEquals(listOf<ReportEffect>(ReportEffect.ListNotes(listed.of, evening)), late.effects)
    }

    @Test
    fun `every tick sets its own field and no other`() {
        for (tick in Tick.entries) {
            val ticked = tick.set(nothing, true)
            assertEquals(listOf(tick), Tick.entries.filter { it.get(ticked) })
            assertEquals(nothing, tick.set(ticked, false))
        }
    }

    @Test
    fun `days are taken when both exist and the last is not before the first`() {
        assertEquals(Period("2026-11-24", "2026-11-24"), Days.Chosen("2026-11-24", " 2026-11-24 ").period)
        assertNull(Days.Chosen("2026-11-25", "2026-11-24").period)
        assertNull(Days.Chosen("2026-02-29", "2026-11-24").period)
        assertNull(Days.Chosen("", "2026-11-24").period)
    }

    @Test
    fun `a name is printed only while it is ticked and a blank one is none`() {
        val named = ReportChoices(usual, Paper.A4, named = true, name = " Ada ")
        assertEquals("Ada", named.options(evening, basis.usual)?.name)
        assertNull(named.copy(named = false).options(evening, basis.usual)?.name)
        assertNull(named.copy(name = "  ").options(evening, basis.usual)?.name)
    }
}
