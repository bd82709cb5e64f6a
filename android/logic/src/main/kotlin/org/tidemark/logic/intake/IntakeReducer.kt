package org.tidemark.logic.intake

import org.tidemark.logic.Next
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.records.brokenBy
import org.tidemark.logic.records.refused
import org.tidemark.logic.records.typed
import org.tidemark.logic.sheet.SheetOut

private typealias NextIntake = Next<IntakeState, IntakeEffect>

/** The rules of the intake sheet: what is written makes a new version, and a tick is set once it is on disk. */
public fun reduce(state: IntakeState, event: IntakeEvent): Next<IntakeState, IntakeEffect> = when (event) {
    IntakeEvent.Shown -> Next(state, IntakeEffect.Read)
    is IntakeEvent.Read -> Next(state.copy(read = event.read, problem = null))
    is IntakeEvent.NotRead -> Next(state.copy(problem = event.problem))
    IntakeEvent.Changed -> state.changed()
    is IntakeEvent.Typed -> state.typed(event.field, event.text)
    IntakeEvent.Closed -> if (state.working) Next(state) else state.copy(form = null).kept()
    IntakeEvent.Submitted -> state.submitted()
    IntakeEvent.Reviewed -> state.reviewed()
    // Never held back by what is on its way: each tap counts, one after another.
    is IntakeEvent.Ticked -> state.read?.newest
        ?.let { Next(state.copy(saved = null, problem = null), IntakeEffect.Tick(it.id, event.field, event.on)) } ?: Next(state)
    is IntakeEvent.ReverseTicked -> state.copy(reverse = event.on).kept()
    is IntakeEvent.SignaturesTicked -> state.copy(signatures = event.on).kept()
    is IntakeEvent.VersionOpened -> Next(state.copy(openVersion = event.id?.takeIf { id -> state.read?.earlier.orEmpty().any { it.id == id } }))
    IntakeEvent.Undone -> state.takingBack()
    is IntakeEvent.Went -> state.went(event)
    is IntakeEvent.Written -> state.written(event)
    is IntakeEvent.NotWritten -> {
        // Where the form was left meanwhile, the screen says it.
        val form = if (event.form) state.form?.refused(event.problem, state.read?.rules.orEmpty()) else state.form
        Next(state.copy(form = form, working = false, problem = event.problem.takeIf { form == null || !event.form }))
    }
    IntakeEvent.TakenBack -> Next(state.copy(working = false, saved = null, problem = null), IntakeEffect.Read)
    is IntakeEvent.SheetCame -> Next(state.copy(out = event.out))
}

private fun IntakeState.kept(): NextIntake = Next(this, IntakeEffect.Keep(draft))

private fun IntakeState.changed(): NextIntake {
    val read = read?.takeIf { form == null } ?: return Next(this)
    return copy(form = RecordForm(read.newest?.id, read.newest?.shown.orEmpty()), saved = null, problem = null).kept()
}

private fun IntakeState.typed(field: String, text: String): NextIntake {
    val form = form?.takeIf { !working && read?.rules.orEmpty().any { it.name == field } } ?: return Next(this)
    return copy(form = form.copy(texts = form.texts + (field to text), broken = form.broken - field, problem = null)).kept()
}

private fun IntakeState.submitted(): NextIntake {
    val (form, read) = (form?.takeIf { !working } ?: return Next(this)) to (read ?: return Next(this))
    val broken = form.brokenBy(read.rules)
    if (broken.isNotEmpty()) return Next(copy(form = form.copy(broken = broken, problem = null)))
    if (!form.touched) {
        // A version that says what the one before says is none; a first one that says nothing is none either.
        return if (form.id != null) copy(form = null).kept() else Next(copy(form = form.copy(broken = mapOf("name" to Broken.Needed))))
    }
    return Next(copy(form = form.copy(broken = emptyMap(), problem = null), working = true), IntakeEffect.Write(form.typed(read.rules)))
}

/** Words that were begun while a tick was on its way stay in their form. */
private fun IntakeState.written(event: IntakeEvent.Written): NextIntake {
    val next = copy(form = form.takeIf { !event.form }, working = false, saved = Saved(event.id, event.at), problem = null)
    return Next(next, if (event.form) listOf(IntakeEffect.Keep(next.draft), IntakeEffect.Read) else listOf(IntakeEffect.Read))
}

private fun IntakeState.reviewed(): NextIntake {
    val (read, newest) = (read ?: return Next(this)) to (read.newest ?: return Next(this))
    if (working || form != null || newest.reviewedOn == read.today) return Next(this)
    return Next(copy(working = true, saved = null, problem = null), IntakeEffect.Review(newest.id))
}

private fun IntakeState.takingBack(): NextIntake {
    val saved = saved?.takeIf { !working } ?: return Next(this)
    return Next(copy(working = true, problem = null), IntakeEffect.TakeBack(saved.id))
}

private fun IntakeState.went(event: IntakeEvent.Went): NextIntake {
    if (out.working || event.way !in SheetOut.ways || read?.newest == null) return Next(this)
    return Next(copy(out = SheetOut.working), IntakeEffect.Send(reverse, signatures, event.way))
}
