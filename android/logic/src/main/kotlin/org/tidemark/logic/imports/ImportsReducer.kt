package org.tidemark.logic.imports

import org.tidemark.logic.Next

private typealias NextImports = Next<ImportsState, ImportsEffect>

/**
 * The rules of imports: a dry run first, with the counts of what is said on the screen; nothing is written before "Add" and all or
 * nothing then. What was said about a file stays until it is left.
 */
public fun reduce(state: ImportsState, event: ImportsEvent): Next<ImportsState, ImportsEffect> {
    val next = state.next(event)
    val draft = next.state.draft
    return if (draft == state.draft) next else Next(next.state, listOf(ImportsEffect.Keep(draft)) + next.effects)
}

/** What the way back to the screen begins with: a file that is looked at, without what is on its way. */
internal val ImportsState.draft: ImportsState?
    get() = takeIf { step == Step.COLUMNS || step == Step.LOOK }?.copy(past = null, undo = null, undone = null, problem = null, refused = null)

private fun ImportsState.next(event: ImportsEvent): NextImports = when (event) {
    // A file that was being looked at is read again: the diary may have changed meanwhile.
    ImportsEvent.Shown -> if (step == Step.LOOK) reading(ImportsEffect.ReadPast) else Next(this, ImportsEffect.ReadPast)
    ImportsEvent.FileAsked -> if (busy) Next(this) else Next(copy(undone = null), ImportsEffect.ChooseFile)
    is ImportsEvent.FileChosen -> begun().copy(file = event.file).reading()
    ImportsEvent.NoFile -> Next(this)
    is ImportsEvent.TableFound -> Next(copy(step = Step.COLUMNS, mapping = event.mapping))
    is ImportsEvent.ColumnSet -> mapped { it.with(event.at, event.use) }
    is ImportsEvent.CommaChosen -> mapped { it.copy(comma = event.comma) }
    is ImportsEvent.MissingTyped -> mapped { it.copy(missing = event.text) }
    ImportsEvent.ColumnsGiven -> columnsGiven()
    ImportsEvent.ColumnsAsked -> if (mapping == null || step != Step.LOOK) Next(this) else Next(copy(step = Step.COLUMNS, found = null, refused = null))
    is ImportsEvent.NameAnswered -> answered(event)
    is ImportsEvent.RangeTyped -> ranged(event)
    is ImportsEvent.ZoneTyped -> saying { it.copy(zone = event.zone) }
    ImportsEvent.LookAsked -> if (step == Step.LOOK) reading() else Next(this)
    is ImportsEvent.SkipTicked -> if (step == Step.LOOK) Next(copy(choices = choices.copy(skipRejected = event.on))) else Next(this)
    is ImportsEvent.RestoreTicked -> if (step == Step.LOOK) copy(choices = choices.copy(restoreDeleted = event.on)).reading() else Next(this)
    is ImportsEvent.Looked -> looked(event.found)
    ImportsEvent.ApplyAsked -> applied()
    is ImportsEvent.Progressed -> Next(if (step == Step.APPLYING) copy(progress = event.progress) else this)
    ImportsEvent.BreakOffAsked -> if (step == Step.APPLYING) Next(copy(breaking = true), ImportsEffect.BreakOff(run)) else Next(this)
    is ImportsEvent.Applied -> Next(begun().copy(step = Step.DONE, done = event.counts), ImportsEffect.ReadPast)
    is ImportsEvent.Stopped -> Next(stopped(event.refused))
    ImportsEvent.Left -> if (busy) Next(this) else Next(begun(), ImportsEffect.LetGo)
    is ImportsEvent.PastRead -> Next(copy(past = event.past, problem = null))
    is ImportsEvent.PastNotRead -> Next(copy(problem = event.problem))
    is ImportsEvent.UndoAsked -> undoAsked(event.batchId)
    ImportsEvent.UndoConfirmed -> undoConfirmed()
    ImportsEvent.UndoLeft -> if (undo?.working == true) Next(this) else Next(copy(undo = null, problem = null))
    is ImportsEvent.EditedFound -> Next(copy(undo = undo?.copy(edited = event.edited, working = false)))
    is ImportsEvent.Undone -> Next(copy(undo = null, undone = event.undone, done = null, step = if (step == Step.DONE) Step.FILE else step, problem = null), ImportsEffect.ReadPast)
    is ImportsEvent.NotUndone -> Next(copy(undo = undo?.copy(working = false), problem = event.problem))
}

private val ImportsState.busy: Boolean get() = step == Step.READING || step == Step.APPLYING || undo?.working == true

/** The beginning again; the list of before stays. */
private fun ImportsState.begun(): ImportsState = ImportsState(past = past, run = run)

private fun ImportsState.reading(vararg before: ImportsEffect): NextImports {
    val file = file ?: return Next(this, before.toList())
    return Next(copy(step = Step.READING, refused = null), before.toList() + ImportsEffect.Read(file, said, choices))
}

private fun ImportsState.mapped(change: (Mapping) -> Mapping): NextImports =
    Next(if (step == Step.COLUMNS) copy(mapping = mapping?.let(change), refused = null) else this)

private fun ImportsState.columnsGiven(): NextImports {
    val mapping = mapping?.takeIf { step == Step.COLUMNS } ?: return Next(this)
    if (mapping.faults.isNotEmpty()) return Next(copy(mapping = mapping.copy(checked = true)))
    return copy(said = said.copy(map = mapping.toml()), mapping = mapping.copy(checked = true)).reading()
}

private fun ImportsState.saying(change: (Said) -> Said): NextImports = Next(if (step == Step.LOOK) copy(said = change(said), refused = null) else this)

/** No answer is the range that was typed, where there is one. */
private fun ImportsState.answered(event: ImportsEvent.NameAnswered): NextImports = saying { said ->
    val answer = event.answer ?: ranges[event.name]?.answer
    said.copy(answers = answer?.let { said.answers + (event.name to it) } ?: (said.answers - event.name))
}

/** A tick that leaves rows out was about those that were seen then: for more of them it is asked for again. */
private fun ImportsState.looked(seen: Found): NextImports {
    val more = seen.preview.rejected > (found?.preview?.rejected ?: 0u)
    return Next(copy(step = Step.LOOK, found = seen, refused = null, choices = if (more) choices.copy(skipRejected = false) else choices))
}

private fun ImportsState.ranged(event: ImportsEvent.RangeTyped): NextImports {
    if (step != Step.LOOK) return Next(this)
    val answers = event.typed.answer?.let { said.answers + (event.name to it) } ?: (said.answers - event.name)
    return Next(copy(ranges = ranges + (event.name to event.typed), said = said.copy(answers = answers), refused = null))
}

private fun ImportsState.applied(): NextImports {
    if (!canApply) return Next(this)
    val run = run + 1
    return Next(copy(step = Step.APPLYING, run = run, progress = null, breaking = false, refused = null), ImportsEffect.Apply(run, choices))
}

/** Back to the step where something else can be said, or another file be chosen. */
private fun ImportsState.stopped(refused: Refused): ImportsState {
    val step = when {
        found != null -> Step.LOOK
        mapping != null -> Step.COLUMNS
        else -> Step.FILE
    }
    return copy(step = step, refused = refused, progress = null, breaking = false)
}

private fun ImportsState.undoAsked(batchId: String): NextImports {
    val batch = past?.firstOrNull { it.batchId == batchId && !it.undone }?.takeIf { !busy } ?: return Next(this)
    return Next(copy(undo = Undo(batch), undone = null, problem = null))
}

private fun ImportsState.undoConfirmed(): NextImports {
    val asked = undo?.takeIf { !it.working } ?: return Next(this)
    return Next(copy(undo = asked.copy(working = true), problem = null), ImportsEffect.Undo(asked.batch.batchId, keepEdited = asked.edited != null))
}
