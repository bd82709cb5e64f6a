package org.tidemark.ui.session.tomorrow

import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.tidemark.logic.Moment
import org.tidemark.logic.session.careItems
import org.tidemark.logic.session.tomorrow.REMINDED_AT
import org.tidemark.logic.session.tomorrow.TomorrowEvent
import org.tidemark.logic.session.tomorrow.TomorrowState
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.session.AnyOf
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.PhasePads
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.Spoken
import org.tidemark.ui.session.UnwantedList
import org.tidemark.ui.session.WrittenLine
import org.tidemark.ui.session.care
import org.tidemark.ui.session.start
import org.tidemark.ui.session.style
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** The time after a session: what helps, a reminder, and the morning after. */
@Composable
public fun TomorrowView(state: TomorrowState, send: (TomorrowEvent) -> Unit, go: Go, now: () -> Moment) {
    val words = LocalWords.current
    val session = state.session
    when {
        session == null && state.problem == null -> Text(strings.appLoading())
        session == null -> state.problem?.let { ProblemCard(it) { send(TomorrowEvent.Shown) } }
        else -> {
            val style = session.choices.style?.let { words.style(it) + " · " }.orEmpty()
            Text(style + words.start(session.startedAt), style = MaterialTheme.typography.bodyLarge)
            // In the morning the ratings come first, on the evening the care does.
            if (state.showsPads) FollowUp(state, send, now)
            Care(state, send, now)
            Section(strings.sessionUnwantedSince()) {
                UnwantedList(state.told.unwanted, state.openEffect, { send(TomorrowEvent.EffectTapped(it, now())) }) { kind, strength ->
                    send(TomorrowEvent.EffectStrength(kind, strength))
                }
            }
            WrittenLine(state.written) { send(TomorrowEvent.ToldAgain) }
            if (!state.showsPads) Section(strings.sessionFollowUp(), strings.sessionFollowUpWhen()) { Reminder(state, send, words) }
            state.problem?.let { ProblemCard(it) }
            MainButton(strings.appDone()) { go.back() }
        }
    }
}

@Composable
private fun FollowUp(state: TomorrowState, send: (TomorrowEvent) -> Unit, now: () -> Moment) {
    Section(strings.sessionFollowUp()) {
        PhasePads(state.ratings, { send(TomorrowEvent.OfRating(it)) }, now)
    }
}

@Composable
private fun Care(state: TomorrowState, send: (TomorrowEvent) -> Unit, now: () -> Moment) {
    val words = LocalWords.current
    Section(strings.sessionCare()) {
        AnyOf(careItems, { item -> state.told.aftercare.any { it.item == item && it.doneAt != null } }, { words.care(it) }) {
            send(TomorrowEvent.CareTapped(it, now()))
        }
    }
}

@Composable
private fun Reminder(state: TomorrowState, send: (TomorrowEvent) -> Unit, words: Words) {
    val set = state.reminder
    if (set == null) {
        SideButton(strings.sessionRemind(words.clock(REMINDED_AT))) { send(TomorrowEvent.ReminderAsked) }
    } else {
        Spoken(strings.sessionReminded(words.clock(set)))
    }
}

/** A clock time of the diary, `hh:mm`, as the phone writes times. */
private fun Words.clock(text: String): String {
    val (hours, minutes) = text.split(':').map { it.toIntOrNull() ?: 0 } + listOf(0, 0)
    return time(hours * 60 + minutes)
}
