package org.tidemark.logic.sessions

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Span
import org.tidemark.bindings.momentFromText
import org.tidemark.logic.Feature
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import org.tidemark.logic.Next
import org.tidemark.logic.day
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.session.coded

/** The list of sessions over a diary. */
public fun sessionsFeature(diary: OpenDiaryInterface, now: () -> Moment): Feature<SessionsState, SessionsEvent, SessionsEffect> =
    Feature(SessionsState(), SessionsEvent.Shown, ::reduce) { perform(it, diary, now) }

/** The rules of the list. */
public fun reduce(state: SessionsState, event: SessionsEvent): Next<SessionsState, SessionsEffect> = when (event) {
    SessionsEvent.Shown -> Next(state, SessionsEffect.Read)
    SessionsEvent.MoreAsked -> Next(state.copy(shown = state.shown + PAGE))
    is SessionsEvent.Read -> Next(
        state.copy(
            sessions = event.sessions,
            running = event.around.running,
            morningAfter = event.around.morningAfter,
            sampleLabel = event.around.sampleLabel,
            problem = null,
        ),
    )
    is SessionsEvent.NotRead -> Next(state.copy(problem = event.problem))
}

/** Reads the list. Touches the disk: call it off the main thread. */
public fun perform(effect: SessionsEffect, diary: OpenDiaryInterface, now: () -> Moment): SessionsEvent = when (effect) {
    SessionsEffect.Read -> reply {
        val around = diary.today(now()).day().around
        val rows = diary.records(Kind.SESSION, Span()).mapNotNull { it.row() }
        rows.sortedByDescending { it.startedAt.epochMs } to around
    }.event({ (rows, around) -> SessionsEvent.Read(rows, around) }) { SessionsEvent.NotRead(it) }
}

private fun DiaryRecord.row(): SessionRow? {
    val text = fields.associate { it.name to it.text }::get
    return SessionRow(
        id = id,
        day = LogicalDate(text("logical_date") ?: return null),
        startedAt = momentFromText(text("started_at") ?: return null),
        status = coded<SessionStatus>(text("status")) ?: return null,
        style = coded<Modality>(text("modality")) ?: Modality.OTHER,
        minutes = (text("actual_min") ?: text("planned_min"))?.toIntOrNull(),
        pressure = text("pressure_asked")?.toIntOrNull(),
    )
}
