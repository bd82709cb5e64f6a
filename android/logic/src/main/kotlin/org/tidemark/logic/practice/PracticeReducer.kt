package org.tidemark.logic.practice

import org.tidemark.logic.Next
import java.time.LocalDate

private typealias NextPractice = Next<PracticeState, PracticeEffect>

/** The rules of the quick entry: one tap saves, and what was chosen stays until it is on disk. */
public fun reduce(state: PracticeState, event: PracticeEvent): Next<PracticeState, PracticeEffect> = when (event) {
    PracticeEvent.Shown -> Next(state, PracticeEffect.Read)
    is PracticeEvent.Read -> Next(state.read(event))
    is PracticeEvent.NotRead -> Next(state.copy(problem = event.problem))
    is PracticeEvent.MinutesChosen -> state.choosing { it.copy(minutes = event.minutes) }
    is PracticeEvent.DayTyped -> state.choosing { it.copy(day = event.day) }
    is PracticeEvent.KindTapped -> state.tapped(event.kind)
    is PracticeEvent.Written -> Next(
        state.copy(working = false, kind = null, minutes = null, day = state.today, saved = event.saved, problem = null),
        PracticeEffect.Read,
    )
    is PracticeEvent.NotWritten -> Next(state.copy(working = false, problem = event.problem))
    PracticeEvent.Undone -> state.undone()
    PracticeEvent.TakenBack -> Next(state.copy(working = false, saved = null, problem = null), PracticeEffect.Read)
    is PracticeEvent.NotTakenBack -> Next(state.copy(working = false, problem = event.problem))
}

/** A day that was typed stays; the one of the day before goes with its day. */
private fun PracticeState.read(event: PracticeEvent.Read): PracticeState = copy(
    today = event.today,
    day = if (day.isEmpty() || day == today) event.today else day,
    kinds = event.kinds,
    recent = event.recent,
    problem = null,
)

private fun PracticeState.choosing(change: (PracticeState) -> PracticeState): NextPractice =
    Next(if (working) this else change(this).copy(saved = null, noDay = false, problem = null))

private fun PracticeState.tapped(kind: String): NextPractice {
    if (working || kind !in kinds) return Next(this)
    val on = day.trim()
    if (runCatching { LocalDate.parse(on) }.isFailure) return Next(copy(noDay = true, saved = null))
    return Next(copy(working = true, kind = kind, saved = null, noDay = false, problem = null), PracticeEffect.Write(kind, on, minutes))
}

private fun PracticeState.undone(): NextPractice {
    val last = saved?.takeIf { !working } ?: return Next(this)
    return Next(copy(working = true, problem = null), PracticeEffect.TakeBack(last.id))
}
