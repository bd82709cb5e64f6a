package org.tidemark.logic.session.before

import org.tidemark.bindings.Ending
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Phase
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionRatingDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Span
import org.tidemark.bindings.Warning
import org.tidemark.bindings.joinItems
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.milli
import org.tidemark.logic.question
import org.tidemark.logic.reply
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.details
import org.tidemark.logic.session.fieldsOtherThan
import org.tidemark.logic.session.items
import org.tidemark.logic.session.lastChoices
import org.tidemark.logic.session.medicinesOn
import org.tidemark.logic.session.orOther
import org.tidemark.logic.session.ratingsBefore
import org.tidemark.logic.session.session
import org.tidemark.logic.session.storeRating
import org.tidemark.logic.session.writeSession

/** The screen before a session over a diary; [sessionId] when it was planned. */
public fun beforeFeature(
    diary: OpenDiaryInterface,
    now: () -> Moment,
    sessionId: String? = null,
): Feature<BeforeState, BeforeEvent, BeforeEffect> =
    Feature(BeforeState(sessionId), BeforeEvent.Shown, ::reduce) { perform(it, diary, now) }

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: BeforeEffect, diary: OpenDiaryInterface, now: () -> Moment): BeforeEvent = when (effect) {
    is BeforeEffect.Read -> reply { diary.readBefore(effect.sessionId, now()) }.event({ BeforeEvent.Read(it) }) { BeforeEvent.Refused(it) }
    is BeforeEffect.Plan -> diary.plan(effect, now())
    is BeforeEffect.Rate -> BeforeEvent.OfRating(diary.storeRating(effect.sessionId, Phase.BEFORE, effect.rating, now()))
    is BeforeEffect.StoreChoices ->
        diary.writeSession(effect.sessionId, effect.choices.fieldsOtherThan(effect.held), now(), { BeforeEvent.ChoicesStored(effect.choices) }) { BeforeEvent.Refused(it) }
    is BeforeEffect.ReadApart -> reply { diary.apart(effect.sessionId) }.event({ BeforeEvent.ApartRead(it) }) { BeforeEvent.ApartNotRead(it) }
    is BeforeEffect.Start -> reply {
        diary.startPlannedSession(effect.sessionId, RecordedBy.OWN, now().minus(effect.minutesAgo))
    }.event({ BeforeEvent.Done(Left.Started(effect.sessionId)) }) { BeforeEvent.Refused(it) }
    is BeforeEffect.StartNew -> reply {
        val at = now()
        diary.startSession(effect.choices.draft(at), at).id
    }.event({ BeforeEvent.Done(Left.Started(it)) }) { BeforeEvent.Refused(it) }
    is BeforeEffect.Remove -> reply { diary.removeRecord(Kind.SESSION, effect.sessionId, RecordedBy.OWN, now()) }
        .event({ BeforeEvent.Done(Left.Removed) }) { BeforeEvent.Refused(it) }
}

private fun OpenDiaryInterface.readBefore(id: String?, now: Moment): BeforeRead {
    val allergies = records(Kind.INTAKE_SHEET, Span()).lastOrNull()?.fields?.firstOrNull { it.name == "allergies" }?.text
    val held = id?.let { session(it, now) }
    return BeforeRead(
        sessionId = id,
        choices = held?.choices ?: lastChoices(now),
        stored = held?.choices,
        running = held?.timerStartedAt != null,
        questions = held?.questions ?: measures().filter { it.session && it.active }.map { it.question() },
        found = held?.let { ratingsBefore(it) },
        allergies = items(allergies),
        apart = id?.let { apart(it) }.orEmpty(),
        medicines = medicinesOn(held?.day?.iso ?: today(now).day, held?.choices?.doses.orEmpty()),
    )
}

private fun OpenDiaryInterface.apart(id: String): List<String> = keptApart(id).map { it.text }

private fun OpenDiaryInterface.plan(effect: BeforeEffect.Plan, now: Moment): BeforeEvent = reply {
    val rating = effect.rating?.let {
        SessionRatingDraft(Phase.BEFORE, listOf(Rated(it.measure.name, it.answer.milli())), it.ratedAt, it.recalled)
    }
    // All measures of the pads, or the core would fix the session to the first one rated.
    val asked = FieldText("measures", joinItems(effect.questions.map { it.measure.name }))
    val draft = effect.choices.draft(now)
    saveSession(draft.copy(ratings = listOfNotNull(rating), details = draft.details + asked), now)
}.event(
    { saved ->
        val stored = effect.rating?.let { rating ->
            RatingEvent.Stored(rating.measure, rating.answer, saved.warnings.any { it is Warning.OutOfWindow })
        }
        BeforeEvent.Planned(saved.id, effect.choices, stored)
    },
) { problem -> effect.rating?.let { BeforeEvent.NotPlanned(RatingEvent.Refused(it.measure, problem)) } ?: BeforeEvent.Refused(problem) }

private fun SessionChoices.draft(at: Moment): SessionDraft = SessionDraft(
    startedAt = at,
    ending = Ending.NotHeld,
    status = SessionStatus.PLANNED,
    modality = style.orOther,
    recordedBy = RecordedBy.OWN,
    plannedMin = minutes?.toUShort(),
    pressureAsked = pressure?.toUByte(),
    areas = areas,
    details = details(),
)
