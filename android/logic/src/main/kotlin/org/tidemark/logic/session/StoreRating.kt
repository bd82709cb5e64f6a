package org.tidemark.logic.session

import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Phase
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionRatingDraft
import org.tidemark.bindings.Warning
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.milli
import org.tidemark.logic.reply

/** Puts one answer of a phase on disk: as a new rating, or as a change of the one that is there. */
internal fun OpenDiaryInterface.storeRating(session: String, phase: Phase, given: ToStore, now: Moment): RatingEvent = reply {
    if (given.change) changeRating(session, phase, given, now) else addRating(session, phase, given, now)
}.event({ RatingEvent.Stored(given.measure, given.answer, it) }) { RatingEvent.Refused(given.measure, it) }

/** Whether it lies outside its window. */
private fun OpenDiaryInterface.addRating(session: String, phase: Phase, given: ToStore, now: Moment): Boolean {
    val draft = SessionRatingDraft(phase, listOf(Rated(given.measure.name, given.answer.milli())), given.ratedAt, given.recalled)
    return rateSession(session, draft, RecordedBy.OWN, now).any { it is Warning.OutOfWindow }
}

private fun OpenDiaryInterface.changeRating(session: String, phase: Phase, given: ToStore, now: Moment): Boolean {
    val day = LogicalDate(viewSession(session, false, now).session.day)
    val held = ratings(session, day).firstOrNull { rating ->
        rating.phase == phase.code && rating.values.any { it.measureId == given.measure.name }
    } ?: return addRating(session, phase, given, now)
    val change = FieldText("value.${given.measure.name}", given.answer.text())
    editRecord(Kind.SESSION_RATING, held.id, listOf(change), RecordedBy.OWN, null, now)
    return false
}

/** An answer as a field writes it: in the measure's unit, or `skipped`. */
private fun Answer.text(): String = when (this) {
    is Answer.Recorded -> milli.toBigDecimal().movePointLeft(3).stripTrailingZeros().toPlainString()
    Answer.Skipped -> "skipped"
}

/** Fields of a session, written; the moment they were, or why not. */
internal fun <Event> OpenDiaryInterface.writeSession(
    id: String,
    fields: List<FieldText>,
    now: Moment,
    done: (Moment) -> Event,
    refused: (Problem) -> Event,
): Event = reply {
    editRecord(Kind.SESSION, id, fields, RecordedBy.OWN, null, now)
    now
}.event(done, refused)
