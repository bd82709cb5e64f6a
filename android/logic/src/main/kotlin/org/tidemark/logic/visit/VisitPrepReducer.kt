package org.tidemark.logic.visit

import org.tidemark.logic.Next

private typealias NextPrep = Next<VisitPrepState, VisitPrepEffect>

/** The rules of the visit's page: a question is on disk before it joins the list, and stays in the field until then. */
public fun reduce(state: VisitPrepState, event: VisitPrepEvent): Next<VisitPrepState, VisitPrepEffect> = when (event) {
    VisitPrepEvent.Shown -> Next(state, VisitPrepEffect.Read)
    is VisitPrepEvent.Read -> Next(state.copy(prep = event.prep, problem = null, draft = state.draft.within(event.prep)))
    is VisitPrepEvent.NotRead -> Next(state.copy(problem = event.problem))
    is VisitPrepEvent.Typed -> state.writing(state.draft.copy(text = event.text))
    VisitPrepEvent.Submitted -> state.submitted()
    is VisitPrepEvent.ChangeAsked -> state.prep?.questions?.getOrNull(event.at)?.let { state.writing(QuestionDraft(it, event.at)) } ?: Next(state)
    VisitPrepEvent.ChangeLeft -> state.writing(QuestionDraft())
    is VisitPrepEvent.Removed -> state.removed(event.at)
    VisitPrepEvent.Undone -> state.prep?.visit?.takeIf { state.undo && !state.working }
        ?.let { Next(state.copy(working = true, problem = null), VisitPrepEffect.TakeBack(it.id)) } ?: Next(state)
    is VisitPrepEvent.Saved -> state.saved(event)
    is VisitPrepEvent.NotSaved -> Next(state.copy(working = false, saved = null, problem = event.problem))
    VisitPrepEvent.TakenBack -> Next(state.copy(working = false, undo = false, saved = null, problem = null), VisitPrepEffect.Read)
}

/** A question that is no longer there is written as a new one. */
private fun QuestionDraft.within(prep: Prep): QuestionDraft = if (at != null && at !in prep.questions.indices) copy(at = null) else this

private fun VisitPrepState.writing(draft: QuestionDraft): NextPrep =
    if (working) Next(this) else Next(copy(draft = draft, saved = null, problem = null), VisitPrepEffect.Keep(draft))

private fun VisitPrepState.submitted(): NextPrep {
    val (prep, visit) = (prep ?: return Next(this)) to (prep.visit ?: return Next(this))
    val text = draft.text.trim()
    if (working || text.isEmpty() || draft.tooLong) return Next(this)
    val questions = when (val at = draft.at) {
        null -> if (hasRoom) prep.questions + text else return Next(this)
        else -> prep.questions.mapIndexed { place, question -> if (place == at) text else question }
    }
    if (questions == prep.questions) return writing(QuestionDraft())
    return Next(copy(working = true, saved = null, undo = false, problem = null), VisitPrepEffect.Save(visit.id, questions, clears = true))
}

private fun VisitPrepState.removed(at: Int): NextPrep {
    val prep = prep?.takeIf { at in it.questions.indices && !working } ?: return Next(this)
    val visit = prep.visit ?: return Next(this)
    val rest = prep.questions.filterIndexed { place, _ -> place != at }
    return Next(copy(working = true, saved = null, undo = false, problem = null), VisitPrepEffect.Save(visit.id, rest, clears = draft.at != null))
}

private fun VisitPrepState.saved(event: VisitPrepEvent.Saved): NextPrep {
    val draft = if (event.clears) QuestionDraft() else draft
    val next = copy(prep = prep?.copy(questions = event.questions), draft = draft, working = false, saved = event.at, undo = true, problem = null)
    return Next(next, VisitPrepEffect.Keep(draft))
}
