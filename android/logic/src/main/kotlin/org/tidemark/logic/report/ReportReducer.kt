package org.tidemark.logic.report

import org.tidemark.bindings.EntryId
import org.tidemark.bindings.Included
import org.tidemark.logic.Next

private typealias NextReport = Next<ReportState, ReportEffect>

/** The rules of the report builder. Nothing is written here: choices, what would leave, and how many pages. */
public fun reduce(state: ReportState, event: ReportEvent): Next<ReportState, ReportEffect> = when (event) {
    ReportEvent.Shown -> Next(state, ReportEffect.Read)
    is ReportEvent.Read -> state.read(event.basis)
    is ReportEvent.NotRead -> Next(state.copy(problem = event.problem))
    is ReportEvent.RecipientChosen -> state.chosen { it.copy(recipient = event.recipient, included = state.ticked(event.recipient, it)) }
    is ReportEvent.Ticked -> state.including { event.tick.set(it, event.on) }
    is ReportEvent.NotesListed -> state.listing(event.on)
    is ReportEvent.NoteTicked -> state.noteTicks { if (event.on) it + event.entry else it - event.entry }
    is ReportEvent.AllNotesTicked -> state.noteTicks { if (event.on) state.notesShown.orEmpty().map { it.entry }.toSet() else emptySet() }
    ReportEvent.UsualDays -> state.chosen { it.copy(days = Days.Usual) }
    ReportEvent.OwnDays -> state.basis?.let { basis ->
        state.chosen { if (it.days is Days.Chosen) it else it.copy(days = Days.Chosen(basis.usual.from, basis.usual.to)) }
    } ?: Next(state)
    is ReportEvent.DaysTyped -> state.chosen { it.copy(days = Days.Chosen(event.from, event.to)) }
    is ReportEvent.NameTicked -> state.chosen { it.copy(named = event.on) }
    is ReportEvent.NameTyped -> state.chosen { it.copy(name = event.name) }
    is ReportEvent.PaperChosen -> state.chosen { it.copy(paper = event.paper) }
    is ReportEvent.NotesRead -> state.copy(notes = state.notes.copy(listed = event.listed, reading = false, problem = null)).stillThere()
    is ReportEvent.NotesNotRead -> state.copy(notes = state.notes.copy(reading = false, problem = event.problem)).layOut()
    is ReportEvent.LaidOut -> state.copy(laid = event.laid, laying = false, problem = null).caughtUp()
    is ReportEvent.NotLaidOut -> state.copy(laying = false, problem = event.problem).caughtUp()
}

private fun ReportState.ticked(recipient: Recipient, choices: ReportChoices) = basis?.ticked?.get(recipient) ?: choices.included

private fun ReportState.read(basis: Basis): NextReport {
    val included = basis.ticked[Recipient.USUAL] ?: return Next(this)
    // Whoever comes back may have deleted a note meanwhile.
    val unread = notes.copy(listed = null, problem = null)
    return copy(basis = basis, choices = choices ?: ReportChoices(included, basis.paper), problem = null, notes = unread).layOut()
}

private fun ReportState.chosen(change: (ReportChoices) -> ReportChoices): NextReport {
    val next = change(choices ?: return Next(this))
    if (next == choices) return Next(this)
    val laid = copy(choices = next, problem = null, notes = notes.copy(problem = null)).layOut()
    return Next(laid.state, listOf(ReportEffect.Keep(next)) + laid.effects)
}

/** Other ticks. A recipient is what its ticks are; what matches none is the person's own choice. */
private fun ReportState.including(change: (Included) -> Included): NextReport = chosen { choices ->
    val included = change(choices.included)
    val same = basis?.ticked?.entries?.firstOrNull { it.value == included }?.key
    choices.copy(included = included, recipient = same ?: Recipient.OWN_CHOICE)
}

/** Opens the list, which is read then, or closes it; what is ticked in it stays ticked. */
private fun ReportState.listing(on: Boolean): NextReport {
    val ticked = choices?.included?.chosenNotes.orEmpty().isNotEmpty()
    return copy(notes = notes.copy(open = on, listed = notes.listed.takeIf { on || ticked }, problem = null)).layOut()
}

/** Other ticks of single notes, in the order of the list. Only what is in the list can be ticked. */
private fun ReportState.noteTicks(change: (Set<EntryId>) -> Set<EntryId>): NextReport {
    val shown = notesShown.orEmpty().map { it.entry }
    val ticked = shown.filter { choices?.hasNote(it) == true }
    val next = change(ticked.toSet()).let { wanted -> shown.filter { it in wanted } }
    return if (next == ticked) Next(this) else including { it.copy(notes = false, chosenNotes = next) }
}

/** A ticked note that is in no list any more is gone: deleted, or of other days. */
private fun ReportState.stillThere(): NextReport {
    val shown = notesShown?.map { it.entry } ?: return layOut()
    val ticked = choices?.included?.chosenNotes.orEmpty()
    val left = shown.filter { it in ticked }
    return if (left == ticked) layOut() else including { it.copy(chosenNotes = left) }
}

/** What is to be read before the ticks of single notes can be shown, or taken for what is still there. */
private val ReportState.notesAsked: NotesOf?
    get() = notesOf?.takeIf { notesShown == null && notes.problem == null && (notes.open || choices?.included?.chosenNotes.orEmpty().isNotEmpty()) }

/** One at a time: a tick while pages are laid out or notes read waits, so that ten ticks are not ten reports. */
private fun ReportState.layOut(): NextReport {
    if (laying || notes.reading) return Next(copy(behind = true))
    val (madeAt, asked) = basis?.madeAt to notesAsked
    if (madeAt != null && asked != null) {
        return Next(copy(notes = notes.copy(reading = true), behind = false), ReportEffect.ListNotes(asked, madeAt))
    }
    val options = options ?: return Next(copy(behind = false))
    return if (options == laid?.options) Next(copy(behind = false)) else Next(copy(laying = true, behind = false), ReportEffect.LayOut(options))
}

private fun ReportState.caughtUp(): NextReport = if (behind) layOut() else Next(this)
