package org.tidemark.logic.today

import org.tidemark.logic.Answer
import org.tidemark.logic.Day
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Next
import org.tidemark.logic.Problem
import org.tidemark.logic.Stored

private typealias NextToday = Next<TodayState, TodayEffect>

/** The rules of the Today screen: pure, so that a test or a script can replay them. */
public fun reduce(state: TodayState, event: TodayEvent): Next<TodayState, TodayEffect> = when (event) {
    TodayEvent.Shown -> Next(state, TodayEffect.ReadDay)
    is TodayEvent.DayRead -> state.read(event.day)
    is TodayEvent.DayNotRead -> Next(state.copy(problem = event.problem))
    is TodayEvent.Rated -> state.rated(event.measure, event.answer, event.at)
    is TodayEvent.PadOpened -> Next(if (state.asks(event.measure)) state.copy(open = event.measure) else state)
    is TodayEvent.TriedAgain -> state.triedAgain(event.measure)
    is TodayEvent.Saved -> state.saved(event.measure, event.stored)
    is TodayEvent.NotSaved -> state.notSaved(event.measure, event.problem)
    TodayEvent.Undone -> state.undone()
    is TodayEvent.Removed -> state.removed(event.measure)
    is TodayEvent.NotRemoved -> state.notRemoved(event.measure, event.problem)
    is TodayEvent.ScreenReader -> Next(state.copy(advances = !event.on))
}

private fun TodayState.asks(measure: MeasureId): Boolean = questions.any { it.measure == measure }

private fun TodayState.read(day: Day): NextToday {
    // An answer on its way, or on the screen only, belongs to the day it was given on: that day stays until it is on disk.
    if (pending && date != day.date) return Next(copy(behind = true))
    val stored = day.answers.mapValues { (_, found) -> Entry(found.answer, found.recordedAt, found, Saving.Saved(found.recordedAt)) }
    val kept = entries.filterValues { it.saving !is Saving.Saved }
    val read = copy(
        date = day.date,
        questions = day.questions,
        around = day.around,
        entries = stored + kept,
        undo = undo.takeIf { date == day.date },
        problem = null,
        behind = false,
    )
    val open = open.takeIf { date == day.date && it != null && read.asks(it) }
    return Next(read.copy(open = open ?: read.unansweredAfter(null)))
}

private fun TodayState.rated(measure: MeasureId, answer: Answer, at: Moment): NextToday {
    if (!asks(measure)) return Next(this)
    val acted = copy(open = measure, undo = null, problem = null)
    val entry = entries[measure] ?: return acted.send(measure, Entry(answer, at, null, Saving.InFlight(undoable = true)))
    return when (entry.saving) {
        // Sent when the one before has arrived, so that the last tap is what stays.
        is Saving.InFlight -> Next(acted.with(measure, entry.copy(shown = answer, saving = Saving.InFlight(undoable = true))))
        is Saving.Removing -> Next(acted.with(measure, entry.copy(shown = answer, ratedAt = at, saving = Saving.Removing(again = true))))
        is Saving.Saved -> if (answer == entry.shown) Next(acted) else acted.send(measure, entry.copy(shown = answer))
        is Saving.NotSaved -> acted.send(measure, entry.copy(shown = answer, ratedAt = if (entry.stored == null) at else entry.ratedAt))
    }
}

/** Sends what [entry] shows to the disk: as a new check-in, or as a change of the one it is in. */
private fun TodayState.send(measure: MeasureId, entry: Entry, undoable: Boolean = true): NextToday {
    val effect = when (val stored = entry.stored) {
        null -> TodayEffect.Save(measure, entry.shown, entry.ratedAt)
        else -> TodayEffect.Change(stored.checkIn, measure, entry.shown)
    }
    return Next(with(measure, entry.copy(saving = Saving.InFlight(undoable))), effect)
}

private fun TodayState.triedAgain(measure: MeasureId): NextToday {
    val entry = entries[measure]?.takeIf { it.saving is Saving.NotSaved } ?: return Next(this)
    return send(measure, entry)
}

private fun TodayState.saved(measure: MeasureId, stored: Stored): NextToday {
    val entry = entries[measure] ?: return Next(this)
    val undoable = (entry.saving as? Saving.InFlight)?.undoable ?: false
    if (entry.shown != stored.answer) return send(measure, entry.copy(stored = stored), undoable)
    val arrived = with(measure, entry.copy(stored = stored, saving = Saving.Saved(stored.recordedAt)))
        .copy(undo = if (undoable) Undo(measure, entry.stored) else undo)
    val advanced = if (advances && undoable && open == measure) arrived.copy(open = arrived.unansweredAfter(measure)) else arrived
    return advanced.settled()
}

private fun TodayState.notSaved(measure: MeasureId, problem: Problem): NextToday {
    val entry = entries[measure] ?: return Next(this)
    return Next(with(measure, entry.copy(saving = Saving.NotSaved(problem))))
}

private fun TodayState.undone(): NextToday {
    val undo = undo ?: return Next(this)
    val entry = entries[undo.measure] ?: return Next(this)
    val stored = entry.stored ?: return Next(this)
    val acted = copy(undo = null, problem = null)
    return when (val before = undo.before) {
        null -> Next(
            acted.with(undo.measure, entry.copy(saving = Saving.Removing(again = false))),
            TodayEffect.Remove(stored.checkIn, undo.measure),
        )
        else -> acted.send(undo.measure, entry.copy(shown = before.answer), undoable = false)
    }
}

private fun TodayState.removed(measure: MeasureId): NextToday {
    val entry = entries[measure] ?: return Next(this)
    val again = (entry.saving as? Saving.Removing)?.again ?: false
    if (again) return send(measure, entry.copy(stored = null))
    return copy(entries = entries - measure, open = measure).settled()
}

private fun TodayState.notRemoved(measure: MeasureId, problem: Problem): NextToday {
    val entry = entries[measure] ?: return Next(this)
    val stored = entry.stored ?: return Next(this)
    val again = (entry.saving as? Saving.Removing)?.again ?: false
    if (again) return send(measure, entry)
    // It is still on disk, and the line says so; the undo is offered again.
    val kept = with(measure, entry.copy(shown = stored.answer, saving = Saving.Saved(stored.recordedAt)))
    return Next(kept.copy(undo = Undo(measure, null), problem = problem))
}

/** Reads the day that was put off, once nothing is on its way. */
private fun TodayState.settled(): NextToday = if (behind && !pending) Next(this, TodayEffect.ReadDay) else Next(this)
