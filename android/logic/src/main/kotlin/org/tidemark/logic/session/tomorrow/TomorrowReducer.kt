package org.tidemark.logic.session.tomorrow

import org.tidemark.logic.Next
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Written
import org.tidemark.logic.session.after
import org.tidemark.logic.session.arrived
import org.tidemark.logic.session.minutesAfterEnd
import org.tidemark.logic.session.next
import org.tidemark.logic.session.read
import org.tidemark.logic.session.sent
import org.tidemark.logic.session.strength
import org.tidemark.logic.session.ticked
import org.tidemark.logic.session.toggled

private typealias NextTomorrow = Next<TomorrowState, TomorrowEffect>

/** The rules of the time after a session. */
public fun reduce(state: TomorrowState, event: TomorrowEvent): Next<TomorrowState, TomorrowEffect> = when (event) {
    TomorrowEvent.Shown -> Next(state, TomorrowEffect.Read(state.sessionId))
    is TomorrowEvent.Read -> Next(state.read(event))
    is TomorrowEvent.OfRating -> state.rating(event.event)
    is TomorrowEvent.CareTapped -> state.tells(state.told.ticked(event.item, event.at))
    is TomorrowEvent.EffectTapped -> state.effect(event)
    is TomorrowEvent.EffectStrength -> state.copy(openEffect = null).tells(state.told.strength(event.kind, event.strength))
    TomorrowEvent.ToldAgain -> state.tells(state.told)
    TomorrowEvent.ReminderAsked -> if (state.reminder == null) Next(state.copy(problem = null), TomorrowEffect.SetReminder) else Next(state)
    is TomorrowEvent.ToldWritten -> Next(state.copy(written = state.written.arrived(event.at)))
    is TomorrowEvent.ToldRefused -> Next(state.copy(written = Written.NotSaved(event.problem)))
    is TomorrowEvent.ReminderSet -> Next(state.copy(reminder = event.clock))
    is TomorrowEvent.Refused -> Next(state.copy(problem = event.problem))
}

private fun TomorrowState.read(event: TomorrowEvent.Read): TomorrowState = copy(
    session = event.session,
    ratings = ratings.read(event.session.questions, event.session.followUp),
    asks = event.asks,
    told = if (session == null || told == session.told) event.session.told else told,
    reminder = event.reminder,
    problem = null,
)

private fun TomorrowState.rating(event: RatingEvent): NextTomorrow {
    val (sent, rating) = ratings.after(event).next()
    return Next(copy(ratings = sent), listOfNotNull(rating?.let { TomorrowEffect.Rate(sessionId, it) }))
}

private fun TomorrowState.tells(changed: Told): NextTomorrow =
    Next(copy(told = changed, written = written.sent()), TomorrowEffect.Write(sessionId, changed))

private fun TomorrowState.effect(event: TomorrowEvent.EffectTapped): NextTomorrow {
    val changed = told.toggled(event.kind, session?.minutesAfterEnd(event.at) ?: 0)
    val noted = changed.unwanted.any { it.kind == event.kind }
    return copy(openEffect = event.kind.takeIf { noted }).tells(changed)
}
