package org.tidemark.ui.session.after

import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.Written
import org.tidemark.logic.session.after.AfterEvent
import org.tidemark.logic.session.after.AfterState
import org.tidemark.logic.session.after.Distress
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.session.Field
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.PhasePads
import org.tidemark.ui.session.PressurePad
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.Spoken
import org.tidemark.ui.session.UnwantedList
import org.tidemark.ui.session.WrittenLine
import org.tidemark.ui.session.pressure
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** Right after a session: the same pads, then both sides; what was felt, what was not wanted, a note. */
@Composable
public fun AfterView(state: AfterState, send: (AfterEvent) -> Unit, go: Go, now: () -> Moment) {
    val session = state.session
    when {
        session == null && state.problem == null -> Text(strings.appLoading())
        session == null -> state.problem?.let { ProblemCard(it) { send(AfterEvent.Shown) } }
        else -> Told(session, state, send, go, now)
    }
}

@Composable
private fun Told(session: Session, state: AfterState, send: (AfterEvent) -> Unit, go: Go, now: () -> Moment) {
    val sides = state.sides
    if (sides != null) SidesTable(sides, session.before)
    Section(strings.sessionHowNow(), strings.sessionHidden().takeIf { session.beforeHidden || session.before != null && sides == null }) {
        PhasePads(state.ratings, { send(AfterEvent.OfRating(it)) }, now)
        if (state.canReveal) {
            SideButton(strings.sessionReveal()) { send(AfterEvent.RevealAsked) }
            Text(strings.sessionRevealNote(), style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
        }
    }
    val asked = session.choices.pressure?.let { strings.sessionAskedFor(LocalWords.current.pressure(it)) }
    Section(strings.sessionPressureFelt(), asked) {
        PressurePad(state.told.pressureFelt, strings.sessionPressureFelt()) { step ->
            (step ?: state.told.pressureFelt)?.let { send(AfterEvent.PressureFelt(it)) }
        }
    }
    Section(strings.sessionUnwanted()) {
        UnwantedList(state.told.unwanted, state.openEffect, { send(AfterEvent.EffectTapped(it, now())) }) { kind, strength ->
            send(AfterEvent.EffectStrength(kind, strength))
        }
    }
    Section(strings.sessionNote()) {
        Field(strings.sessionNote(), state.told.note, lines = 3, underHeading = true) { send(AfterEvent.NoteTyped(it)) }
        if (state.written !is Written.Writing && state.told.note != session.told.note) SideButton(strings.sessionSaveNote()) { send(AfterEvent.ToldAgain) }
        WrittenLine(state.written) { send(AfterEvent.ToldAgain) }
    }
    state.problem?.let { ProblemCard(it) }
    val distress = state.distress
    if (distress != null) DistressForm(distress, send, now) else DistressOffer(state, send)
    MainButton(strings.sessionGoTomorrow()) {
        // A note that was typed and not saved goes along; what waits is written when the screen is gone, too.
        if (state.written == Written.AsRead && state.told != session.told) send(AfterEvent.ToldAgain)
        go.instead(Place.SessionTomorrow(state.sessionId))
    }
}

/** Offered quietly, never asked. */
@Composable
private fun DistressOffer(state: AfterState, send: (AfterEvent) -> Unit) {
    if (state.distressSaved) Spoken(strings.sessionDistressSaved())
    SideButton(strings.sessionDistressOffer()) { send(AfterEvent.DistressTold(Distress())) }
}
