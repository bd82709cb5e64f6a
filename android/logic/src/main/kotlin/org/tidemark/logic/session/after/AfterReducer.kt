package org.tidemark.logic.session.after

import org.tidemark.logic.Next
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Written
import org.tidemark.logic.session.after
import org.tidemark.logic.session.arrived
import org.tidemark.logic.session.minutesAfterEnd
import org.tidemark.logic.session.next
import org.tidemark.logic.session.read
import org.tidemark.logic.session.sent
import org.tidemark.logic.session.strength
import org.tidemark.logic.session.toggled

private typealias NextAfter = Next<AfterState, AfterEffect>

/** The rules of the screen right after a session. */
public fun reduce(state: AfterState, event: AfterEvent): Next<AfterState, AfterEffect> = when (event) {
    AfterEvent.Shown -> Next(state, AfterEffect.Read(state.sessionId))
    is AfterEvent.Read -> Next(state.read(event.session))
    is AfterEvent.Revealed -> Next(state.read(event.session.copy(beforeSeen = true)))
    is AfterEvent.NotRead -> Next(state.copy(problem = event.problem))
    is AfterEvent.OfRating -> state.rating(event.event)
    AfterEvent.RevealAsked -> if (state.canReveal) Next(state, AfterEffect.Reveal(state.sessionId)) else Next(state)
    is AfterEvent.PressureFelt -> state.tells(state.told.copy(pressureFelt = event.step.takeIf { it != state.told.pressureFelt }))
    is AfterEvent.EffectTapped -> state.effect(event)
    is AfterEvent.EffectStrength -> state.copy(openEffect = null).tells(state.told.strength(event.kind, event.strength))
    is AfterEvent.NoteTyped -> Next(state.copy(told = state.told.copy(note = event.text), written = if (state.written is Written.Writing) state.written else Written.AsRead))
    AfterEvent.ToldAgain -> state.tells(state.told)
    is AfterEvent.DistressTold -> Next(state.copy(distress = event.distress, problem = null))
    is AfterEvent.DistressSaveAsked -> state.savingDistress(event)
    is AfterEvent.ToldWritten -> Next(state.arrived(event))
    is AfterEvent.ToldRefused -> Next(state.copy(written = Written.NotSaved(event.problem)))
    AfterEvent.DistressSaved -> Next(state.copy(distress = null, distressSaved = true))
    is AfterEvent.DistressRefused -> Next(state.copy(distress = state.distress?.copy(saving = false), problem = event.problem))
}

/** "Saved" only when what is on the screen is what arrived. */
private fun AfterState.arrived(event: AfterEvent.ToldWritten): AfterState {
    val arrived = written.arrived(event.at)
    val same = event.told == told
    return copy(session = session?.copy(told = event.told), written = if (arrived is Written.Saved && !same) Written.AsRead else arrived)
}

private fun AfterState.read(session: Session): AfterState = copy(
    session = session.copy(beforeSeen = session.beforeSeen || this.session?.beforeSeen == true),
    ratings = ratings.read(session.questions, session.after),
    // What was told here and is not on disk stays on the screen.
    told = if (this.session == null || told == this.session.told) session.told else told,
    problem = null,
)

private fun AfterState.rating(event: RatingEvent): NextAfter {
    val acted = ratings.after(event)
    val (sent, rating) = acted.next()
    val next = copy(ratings = sent)
    val done = next.ratings.complete && event is RatingEvent.Stored
    return when {
        rating != null -> Next(next, AfterEffect.Rate(sessionId, rating))
        // The last one is on disk: now what was given before can be read.
        done -> Next(next, AfterEffect.Read(sessionId))
        else -> Next(next)
    }
}

private fun AfterState.tells(changed: Told): NextAfter =
    Next(copy(told = changed, written = written.sent()), AfterEffect.Write(sessionId, changed))

private fun AfterState.effect(event: AfterEvent.EffectTapped): NextAfter {
    val changed = told.toggled(event.kind, session?.minutesAfterEnd(event.at) ?: 0)
    val noted = changed.unwanted.any { it.kind == event.kind }
    return copy(openEffect = event.kind.takeIf { noted }).tells(changed)
}

private fun AfterState.savingDistress(event: AfterEvent.DistressSaveAsked): NextAfter {
    val told = distress?.takeIf { it.kind != null && !it.saving } ?: return Next(this)
    return Next(copy(distress = told.copy(saving = true), problem = null), AfterEffect.SaveDistress(sessionId, told, event.at))
}
