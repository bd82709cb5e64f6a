package org.tidemark.logic.session.detail

import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Next
import org.tidemark.logic.session.Session

private typealias NextDetail = Next<DetailState, DetailEffect>

/** The rules of a session that is told by hand. */
public fun reduce(state: DetailState, event: DetailEvent): Next<DetailState, DetailEffect> = when (event) {
    DetailEvent.Shown -> state.shown()
    is DetailEvent.Read -> Next(state.copy(session = event.session, form = state.form ?: event.session.openForm(), problem = null))
    is DetailEvent.Begun -> Next(state.copy(form = state.form ?: event.form, questions = event.questions, problem = null))
    DetailEvent.ChangeAsked -> Next(state.copy(form = state.session?.form(), saved = false))
    is DetailEvent.Filled -> Next(state.copy(form = event.form, problem = null, overlaps = false, saved = false))
    is DetailEvent.SaveAsked -> state.saving(event.anyway)
    is DetailEvent.DeleteAsked -> state.deleting(event.sure)
    DetailEvent.DeleteTakenBack -> Next(state.copy(deleteAsked = false))
    is DetailEvent.Saved -> Next(DetailState(event.session.id, event.session, saved = true))
    DetailEvent.Overlaps -> Next(state.copy(overlaps = true, saving = false))
    DetailEvent.Deleted -> Next(state.copy(deleted = true))
    is DetailEvent.Refused -> Next(state.copy(problem = event.problem, saving = false, deleteAsked = false))
}

private fun DetailState.shown(): NextDetail = when {
    deleted -> Next(this)
    sessionId != null -> Next(this, DetailEffect.Read(sessionId))
    else -> Next(this, DetailEffect.Begin)
}

private fun DetailState.saving(anyway: Boolean): NextDetail {
    val told = form?.takeIf { it.lacks == null && !saving } ?: return Next(this)
    val effect = session?.let { DetailEffect.Change(it, told) } ?: DetailEffect.Add(told, questions, anyway)
    return Next(copy(saving = true, overlaps = false, problem = null), effect)
}

private fun DetailState.deleting(sure: Boolean): NextDetail {
    val id = sessionId ?: return Next(this)
    return if (sure && deleteAsked) Next(this, DetailEffect.Delete(id)) else Next(copy(deleteAsked = true))
}

/** One that was planned is told at once; one that is over is looked at first. */
private fun Session.openForm(): Form? = if (status == SessionStatus.PLANNED) form().copy(status = SessionStatus.HELD) else null

internal fun Session.form(): Form = Form(
    status = status,
    date = wallDate(startedAt),
    time = wallTime(startedAt),
    minutes = (actualMin ?: choices.minutes)?.toString().orEmpty(),
    choices = choices,
    pressureFelt = told.pressureFelt,
    reason = reason.orEmpty(),
    note = told.note,
)
