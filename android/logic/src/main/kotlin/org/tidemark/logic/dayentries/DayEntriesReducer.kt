package org.tidemark.logic.dayentries

import org.tidemark.logic.Answer
import org.tidemark.logic.Moment
import org.tidemark.logic.Next
import org.tidemark.logic.Problem

private typealias NextDay = Next<DayEntriesState, DayEntriesEffect>

/** The rules of the page of a day: pure, so that a test or a script can replay them. */
public fun reduce(state: DayEntriesState, event: DayEntriesEvent): Next<DayEntriesState, DayEntriesEffect> = when (event) {
    DayEntriesEvent.Shown -> Next(state, DayEntriesEffect.Read(state.date))
    is DayEntriesEvent.PageRead -> Next(state.copy(page = event.page, problem = null))
    is DayEntriesEvent.PageNotRead -> Next(state.copy(problem = event.problem))
    is DayEntriesEvent.PadOpened -> Next(if (state.free) state.copy(open = event.target) else state)
    DayEntriesEvent.AddTapped -> Next(state.add())
    DayEntriesEvent.PadClosed -> Next(state.closed())
    is DayEntriesEvent.Rated -> state.rated(event.answer, event.at)
    DayEntriesEvent.TriedAgain -> state.triedAgain()
    is DayEntriesEvent.Saved -> state.saved(event.id, event.at)
    is DayEntriesEvent.NotSaved -> Next(state.notSaved(event.problem))
    is DayEntriesEvent.DeleteTapped -> state.act(DayEntriesEffect.Delete(event.kind, event.id))
    DayEntriesEvent.UndoTapped -> state.undo?.let { state.act(DayEntriesEffect.Undo(it)) } ?: Next(state)
    is DayEntriesEvent.Deleted -> state.done(Line.Deleted, undo = event.id)
    DayEntriesEvent.Undone -> state.done(Line.Undone, undo = null)
    // What was last before is last still, and its undo is offered again.
    is DayEntriesEvent.NotDone -> Next(state.copy(busy = false, problem = event.problem, line = Line.None))
    is DayEntriesEvent.ChangesShown -> Next(state, DayEntriesEffect.ReadChanges(event.kind, event.id))
    is DayEntriesEvent.ChangesClosed -> Next(state.copy(changes = state.changes - event.id))
    is DayEntriesEvent.ChangesRead -> Next(state.copy(changes = state.changes + (event.id to event.revisions)))
    is DayEntriesEvent.ChangesNotRead -> Next(state.copy(problem = event.problem))
}

private fun DayEntriesState.add(): DayEntriesState {
    val page = page ?: return this
    val first = page.unansweredAfter(null) ?: page.daily.firstOrNull() ?: return this
    return if (free) copy(open = Target.Add(first)) else this
}

private fun DayEntriesState.closed(): DayEntriesState =
    // What is on its way arrives all the same; only a number that was refused goes with its pad.
    if (attempt != null && attempt.refused == null) this else copy(open = null, attempt = null, line = if (attempt == null) line else Line.None)

private fun DayEntriesState.rated(answer: Answer, at: Moment): NextDay {
    val target = open ?: return Next(this)
    return when {
        busy -> Next(this)
        attempt == null && target is Target.Change && shown == answer -> Next(copy(open = null))
        attempt == null -> send(Attempt(target, answer, answer, at))
        attempt.refused != null -> send(attempt.copy(shown = answer, sent = answer, refused = null))
        // Sent when the one before has arrived, so that the last tap is what stays.
        else -> Next(copy(attempt = attempt.copy(shown = answer)))
    }
}

private fun DayEntriesState.triedAgain(): NextDay =
    attempt?.takeIf { it.refused != null }?.let { send(it.copy(sent = it.shown, refused = null)) } ?: Next(this)

private fun DayEntriesState.send(attempt: Attempt): NextDay {
    val effect = when (val target = attempt.target) {
        is Target.Change -> DayEntriesEffect.Change(target.checkIn, target.measure, attempt.sent)
        is Target.Add -> DayEntriesEffect.Add(date, target.measure, attempt.sent, attempt.at)
    }
    return Next(copy(attempt = attempt, line = Line.Saving, undo = null, problem = null), effect)
}

private fun DayEntriesState.saved(id: String, at: Moment): NextDay {
    val attempt = attempt ?: return Next(this)
    if (attempt.shown != attempt.sent) {
        return send(attempt.copy(target = Target.Change(id, attempt.target.measure), sent = attempt.shown))
    }
    // After a new answer the next question without one opens; after a change the pad closes.
    val next = if (adding) page?.unansweredAfter(attempt.target.measure)?.let { Target.Add(it) } else null
    return copy(attempt = null, open = next).done(Line.Saved(at), undo = id)
}

private fun DayEntriesState.notSaved(problem: Problem): DayEntriesState =
    copy(attempt = attempt?.copy(refused = problem), line = Line.NotSaved(problem))

private fun DayEntriesState.act(effect: DayEntriesEffect): NextDay =
    if (free) Next(copy(busy = true, open = null, problem = null, line = Line.Saving), effect) else Next(this)

/** Reads the day again, with what is on disk now; changes that are shown are read again by their next tap. */
private fun DayEntriesState.done(line: Line, undo: String?): NextDay =
    Next(copy(busy = false, line = line, undo = undo, problem = null, changes = emptyMap()), DayEntriesEffect.Read(date))
