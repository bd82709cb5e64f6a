package org.tidemark.logic.dayentries

import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.milli
import org.tidemark.logic.question
import org.tidemark.logic.reply
import org.tidemark.logic.takeBack

public sealed interface DayEntriesEffect {
    public data class Read(val date: LogicalDate) : DayEntriesEffect

    /** Saves a new check-in about [date], whatever day it is now. */
    public data class Add(val date: LogicalDate, val measure: MeasureId, val answer: Answer, val ratedAt: Moment) : DayEntriesEffect

    public data class Change(val checkIn: String, val measure: MeasureId, val answer: Answer) : DayEntriesEffect

    public data class Delete(val kind: Kind, val id: String) : DayEntriesEffect

    /** Takes the last act back, which was one on the record [id]. */
    public data class Undo(val id: String) : DayEntriesEffect

    public data class ReadChanges(val kind: Kind, val id: String) : DayEntriesEffect
}

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: DayEntriesEffect, diary: OpenDiaryInterface, now: () -> Moment): DayEntriesEvent = when (effect) {
    is DayEntriesEffect.Read ->
        reply { diary.page(effect.date, now()) }.event({ DayEntriesEvent.PageRead(it) }) { DayEntriesEvent.PageNotRead(it) }
    is DayEntriesEffect.Add ->
        reply { diary.saveCheckIn(effect.draft(), now()) }
            .event({ DayEntriesEvent.Saved(it.id, it.recordedAt) }) { DayEntriesEvent.NotSaved(it) }
    is DayEntriesEffect.Change ->
        reply {
            val at = now()
            diary.changeRating(effect.checkIn, effect.measure.name, effect.answer.milli(), at)
            DayEntriesEvent.Saved(effect.checkIn, at)
        }.event({ it }) { DayEntriesEvent.NotSaved(it) }
    is DayEntriesEffect.Delete ->
        reply { diary.delete(effect.kind, effect.id, now()) }
            .event({ DayEntriesEvent.Deleted(effect.id) }) { DayEntriesEvent.NotDone(it) }
    is DayEntriesEffect.Undo ->
        diary.takeBack(effect.id, now())?.let { DayEntriesEvent.NotDone(it) } ?: DayEntriesEvent.Undone
    is DayEntriesEffect.ReadChanges ->
        reply { diary.showRecord(effect.kind, effect.id).revisions }
            .event({ DayEntriesEvent.ChangesRead(effect.id, it) }) { DayEntriesEvent.ChangesNotRead(it) }
}

private fun OpenDiaryInterface.page(date: LogicalDate, now: Moment): DayPage {
    val measures = measures()
    val today = today(now)
    return DayPage(
        today = LogicalDate(today.day),
        entries = entries(Span(date.iso, date.iso)),
        questions = measures.map { it.question() },
        versions = measures.associate { MeasureId(it.id) to it.version },
        daily = measures.filter { it.daily && it.active }.map { MeasureId(it.id) },
        sampleLabel = today.sampleLabel,
    )
}

private fun DayEntriesEffect.Add.draft() = CheckInDraft(
    ratedAt = ratedAt,
    ratings = listOf(Rated(measure.name, answer.milli())),
    day = date.iso,
    recordedBy = RecordedBy.OWN,
)

private fun OpenDiaryInterface.delete(kind: Kind, id: String, now: Moment) {
    if (kind == Kind.CHECK_IN) removeCheckIn(id, now) else removeRecord(kind, id, RecordedBy.OWN, now)
}
