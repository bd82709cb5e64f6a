package org.tidemark.logic.session.detail

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Ending
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionRatingDraft
import org.tidemark.bindings.joinItems
import org.tidemark.bindings.momentToText
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.milli
import org.tidemark.logic.question
import org.tidemark.logic.reply
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.code
import org.tidemark.logic.session.details
import org.tidemark.logic.session.fieldsOtherThan
import org.tidemark.logic.session.lastChoices
import org.tidemark.logic.session.orOther
import org.tidemark.logic.session.session

/** A session told by hand, over a diary; none to add one. */
public fun detailFeature(
    diary: OpenDiaryInterface,
    now: () -> Moment,
    sessionId: String?,
): Feature<DetailState, DetailEvent, DetailEffect> =
    Feature(DetailState(sessionId), DetailEvent.Shown, ::reduce) { perform(it, diary, now) }

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: DetailEffect, diary: OpenDiaryInterface, now: () -> Moment): DetailEvent = when (effect) {
    // The session is over: what was rated before it steers nothing that the person still gives here.
    is DetailEffect.Read -> reply { diary.session(effect.sessionId, now()) }.event({ DetailEvent.Read(it) }) { DetailEvent.Refused(it) }
    DetailEffect.Begin -> reply { diary.begin(now()) }.event({ it }) { DetailEvent.Refused(it) }
    is DetailEffect.Add -> try {
        reply { diary.add(effect, now()) }.event({ DetailEvent.Saved(it) }) { DetailEvent.Refused(it) }
    } catch (_: Overlapping) {
        DetailEvent.Overlaps
    }
    is DetailEffect.Change -> reply { diary.change(effect, now()) }.event({ DetailEvent.Saved(it) }) { DetailEvent.Refused(it) }
    is DetailEffect.Delete -> reply { diary.removeRecord(Kind.SESSION, effect.sessionId, RecordedBy.OWN, now()) }
        .event({ DetailEvent.Deleted }) { DetailEvent.Refused(it) }
}

/** The one refusal with a question of its own. */
private class Overlapping : Exception()

private fun OpenDiaryInterface.begin(now: Moment): DetailEvent.Begun {
    val last = lastChoices(now)
    val form = Form(date = wallDate(now), time = "", minutes = last.minutes?.toString().orEmpty(), choices = last)
    return DetailEvent.Begun(form, measures().filter { it.session && it.active }.map { it.question() })
}

private fun OpenDiaryInterface.add(effect: DetailEffect.Add, now: Moment): Session {
    val form = effect.form
    val start = form.start(now)
    val draft = SessionDraft(
        startedAt = start,
        ending = if (form.tookPlace) Ending.After(form.length?.toUShort() ?: 0u) else Ending.NotHeld,
        status = form.status,
        modality = form.choices.style.orOther,
        recordedBy = RecordedBy.OWN,
        // What was agreed for the last one was not agreed for this one.
        plannedMin = form.choices.minutes?.takeIf { !form.tookPlace }?.toUShort(),
        reason = form.reason.trim().ifEmpty { null },
        pressureAsked = form.choices.pressure?.toUByte(),
        pressureFelt = form.pressureFelt?.toUByte(),
        areas = form.choices.areas,
        note = form.note.trim().ifEmpty { null },
        ratings = form.drafts(),
        overlap = effect.anyway,
        details = form.choices.details() + FieldText("measures", joinItems(effect.questions.map { it.measure.name })),
    )
    return try {
        session(saveSession(draft, now).id, now)
    } catch (_: DiaryException.Overlap) {
        throw Overlapping()
    }
}

private fun Form.drafts(): List<SessionRatingDraft> = if (!tookPlace) {
    emptyList()
} else {
    ratings.filterValues { it.isNotEmpty() }.map { (phase, answers) ->
        SessionRatingDraft(phase, answers.map { (measure, answer) -> Rated(measure.name, answer.milli()) }, null, fromMemory == true)
    }
}

private fun OpenDiaryInterface.change(effect: DetailEffect.Change, now: Moment): Session {
    val form = effect.form
    val old = effect.session
    // A start whose wall clock was not changed keeps its seconds.
    val same = form.date == wallDate(old.startedAt) && form.startMinute == old.form().startMinute
    val start = if (same) old.startedAt else form.start(now)
    val length = form.length
    val end = if (form.tookPlace && length != null) start.copy(epochMs = start.epochMs + length * 60_000L) else null
    val kept = if (same && length == old.actualMin) old.endedAt else null
    // What was not changed is not written: a form shows less than a session may hold, such as whether an oil was tolerated.
    val fields = form.choices.fieldsOtherThan(old.choices) + listOf(
        FieldText("status", form.status.code),
        FieldText("started_at", momentToText(start)),
        FieldText("ended_at", end?.let { momentToText(kept ?: it) }),
        FieldText("pressure_felt", form.pressureFelt?.toString()),
        FieldText("reason", form.reason.trim().ifEmpty { null }),
        FieldText("note", form.note.trim().ifEmpty { null }),
    ) + if (end == null) listOf(FieldText("actual_min", null)) else emptyList()
    editRecord(Kind.SESSION, old.id, fields, RecordedBy.OWN, null, now)
    return session(old.id, now)
}

private fun Form.start(like: Moment): Moment = moment(date, startMinute ?: 0, like)
