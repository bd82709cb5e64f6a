package org.tidemark.logic.session.timer

import org.tidemark.bindings.MomentKind
import org.tidemark.logic.Next

private typealias NextTimer = Next<TimerState, TimerEffect>

/** The rules of the timer. */
public fun reduce(state: TimerState, event: TimerEvent): Next<TimerState, TimerEffect> = when (event) {
    TimerEvent.Shown -> Next(state, TimerEffect.Read(state.sessionId))
    is TimerEvent.Ticked -> Next(state.copy(now = event.now))
    is TimerEvent.Asked -> state.asked(event.kind)
    TimerEvent.TriedAgain -> state.sending?.let { state.asked(it) } ?: Next(state, TimerEffect.Read(state.sessionId))
    TimerEvent.FinishAsked -> if (state.elapsedMin == null) Next(state.copy(end = End(early = false, asksLength = true))) else state.finish(End(early = false))
    TimerEvent.StopAsked -> Next(state.copy(end = End(early = true, asksLength = state.elapsedMin == null), problem = null))
    is TimerEvent.EndTold -> Next(state.copy(end = event.end, problem = null))
    TimerEvent.Ended -> state.end?.takeIf { it.canFinish }?.let { state.finish(it) } ?: Next(state)
    is TimerEvent.Read -> state.copy(session = event.session, grounding = event.grounding, now = event.now, problem = null)
        .let { read -> Next(read.copy(over = read.elsewhere)) }
    is TimerEvent.Noted -> Next(state.copy(session = event.session, noted = event.kind, sending = null))
    TimerEvent.Finished -> Next(state.copy(over = true, working = false))
    is TimerEvent.Refused -> Next(state.copy(problem = event.problem, working = false))
    is TimerEvent.LengthAsked -> state.lengthAsked(event)
}

private fun TimerState.asked(kind: MomentKind): NextTimer =
    Next(copy(sending = kind, problem = null), TimerEffect.Note(sessionId, kind))

private fun TimerState.finish(told: End): NextTimer =
    if (working) Next(this) else Next(copy(end = told.takeIf { it.early || it.asksLength }, working = true, problem = null), TimerEffect.Finish(sessionId, told))

private fun TimerState.lengthAsked(event: TimerEvent.LengthAsked): NextTimer {
    val told = end ?: End(early = false)
    // Asked once; a length that is not taken says why.
    return Next(copy(working = false, end = told.copy(asksLength = true), problem = event.problem.takeIf { told.asksLength }))
}
