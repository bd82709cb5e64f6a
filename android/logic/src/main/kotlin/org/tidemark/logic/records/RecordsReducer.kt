package org.tidemark.logic.records

import org.tidemark.bindings.Kind
import org.tidemark.logic.Next
import org.tidemark.logic.Problem

private typealias NextRecords = Next<RecordsState, RecordsEffect>

/** The rules of the lists and their forms: what was typed stays until it is on disk or the person leaves it. */
public fun reduce(state: RecordsState, event: RecordsEvent): Next<RecordsState, RecordsEffect> = when (event) {
    RecordsEvent.Shown -> Next(state, RecordsEffect.Read)
    is RecordsEvent.Read -> Next(
        state.copy(today = event.today, rules = event.rules, rows = event.rows, choices = event.choices, problem = null),
    )
    is RecordsEvent.NotRead -> Next(state.copy(problem = event.problem))
    RecordsEvent.Added -> if (state.form != null) Next(state) else state.holding(RecordForm(null, before = state.usual()))
    is RecordsEvent.Opened -> state.opened(event.id)
    is RecordsEvent.Typed -> state.typed(event.field, event.text)
    is RecordsEvent.ScoresAsked -> state.scoresAsked(event.on)
    is RecordsEvent.Scored -> state.typed(ITEMS, withScore(state.form?.texts?.get(ITEMS).orEmpty(), event.number, event.score))
    is RecordsEvent.Reasoned -> state.form?.let { state.holding(it.copy(reason = event.text)) } ?: Next(state)
    RecordsEvent.Closed -> if (state.working) Next(state) else state.holding(null)
    RecordsEvent.Submitted -> state.submitted()
    RecordsEvent.Deleted -> state.deleted()
    RecordsEvent.Undone -> state.undo?.takeIf { !state.working }
        ?.let { Next(state.copy(working = true, problem = null), RecordsEffect.TakeBack(it.id)) } ?: Next(state)
    RecordsEvent.HistoryAsked -> state.form?.id?.let { Next(state, RecordsEffect.ReadHistory(it)) } ?: Next(state)
    is RecordsEvent.Written -> Next(
        state.copy(form = null, working = false, undo = LastAct(event.id, event.at, removed = false), offersHelp = event.offersHelp, problem = null),
        listOf(RecordsEffect.Keep(null), RecordsEffect.Read),
    )
    is RecordsEvent.NotWritten -> state.notWritten(event.problem)
    is RecordsEvent.Removed -> Next(
        state.copy(form = null, working = false, undo = LastAct(event.id, event.at, removed = true), problem = null),
        listOf(RecordsEffect.Keep(null), RecordsEffect.Read),
    )
    is RecordsEvent.NotRemoved -> Next(state.copy(working = false, form = state.form?.copy(problem = event.problem)))
    RecordsEvent.TakenBack -> Next(state.copy(working = false, undo = null, problem = null), RecordsEffect.Read)
    is RecordsEvent.NotTakenBack -> Next(state.copy(working = false, problem = event.problem))
    is RecordsEvent.HistoryRead -> Next(
        if (state.form?.id == event.id) state.copy(form = state.form.copy(history = event.history)) else state,
    )
    is RecordsEvent.HistoryNotRead -> Next(state.copy(form = state.form?.copy(problem = event.problem)))
}

/** Puts a form on the screen, or takes it away; either is kept for the way back. */
private fun RecordsState.holding(form: RecordForm?): NextRecords =
    Next(copy(form = form, undo = undo.takeIf { form == null }, offersHelp = false), RecordsEffect.Keep(form?.copy(history = null)))

/** A choice of one needs no tap. */
private fun RecordsState.usual(): Map<String, String> =
    rules.filter { it.required }.mapNotNull { rule -> choices[rule.name]?.singleOrNull()?.let { rule.name to it.id } }.toMap()

private fun RecordsState.opened(id: String): NextRecords {
    if (form != null) return Next(this)
    val row = rows?.firstOrNull { it.record.id == id } ?: return Next(this)
    return holding(RecordForm(id, row.shown))
}

private fun RecordsState.typed(field: String, text: String): NextRecords {
    val form = form?.takeIf { rules.any { it.name == field } && !working } ?: return Next(this)
    val typed = form.texts + (field to text)
    // Scores are those of one questionnaire: another one asks other questions.
    val texts = if (field == INSTRUMENT && text != form.texts[field].orEmpty()) typed.withScoresOf(form, text) else typed
    // Total and scores are looked at together, so a change of either takes back what was said about both.
    val about = if (field == ITEMS || field == TOTAL) setOf(ITEMS, TOTAL) else setOf(field)
    return holding(form.copy(texts = texts, broken = form.broken - about, problem = null))
}

private fun Map<String, String>.withScoresOf(form: RecordForm, instrument: String): Map<String, String> {
    val before = form.before[ITEMS].takeIf { form.before[INSTRUMENT] == instrument }
    return if (before == null) this - ITEMS else this + (ITEMS to before)
}

private fun RecordsState.scoresAsked(on: Boolean): NextRecords {
    val form = form?.takeIf { kind == Kind.INSTRUMENT_RESULT && !working } ?: return Next(this)
    val texts = if (on) form.texts.withScoresOf(form, form.texts[INSTRUMENT].orEmpty()) else form.texts - ITEMS
    return holding(form.copy(scored = on, texts = texts, broken = form.broken - ITEMS, problem = null))
}

private fun RecordsState.submitted(): NextRecords {
    val form = form?.takeIf { !working } ?: return Next(this)
    val broken = form.brokenBy(rules).ifEmpty { if (kind == Kind.INSTRUMENT_RESULT) brokenTotal(form.texts) else emptyMap() }
    if (broken.isNotEmpty()) return Next(copy(form = form.copy(broken = broken, problem = null)))
    // Nothing was changed, so nothing is written: an edit without a change would be a line of history that says nothing.
    if (form.id != null && !form.touched) return holding(null)
    return Next(copy(form = form.copy(broken = emptyMap(), problem = null), working = true), RecordsEffect.Write(form.id, form.typed(rules), form.reason))
}

private fun RecordsState.deleted(): NextRecords {
    val id = form?.id?.takeIf { !working } ?: return Next(this)
    return Next(copy(working = true), RecordsEffect.Remove(id))
}

private fun RecordsState.notWritten(problem: Problem): NextRecords = Next(copy(form = form?.refused(problem, rules), working = false))
