package org.tidemark.logic.today

import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.logic.Answer
import org.tidemark.logic.CheckInId
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Stored
import org.tidemark.logic.day
import org.tidemark.logic.event
import org.tidemark.logic.milli
import org.tidemark.logic.reply

/**
 * What is to be done in the world. Effects run one after another, in order, and each event is reduced before the next runs:
 * a day read before an answer was saved must not be reduced after it.
 */
public sealed interface TodayEffect {
    public data object ReadDay : TodayEffect

    /** Saves an answer about the moment it was given, so that trying again after the day's end moves it to no other day. */
    public data class Save(val measure: MeasureId, val answer: Answer, val ratedAt: Moment) : TodayEffect

    public data class Change(val checkIn: CheckInId, val measure: MeasureId, val answer: Answer) : TodayEffect

    public data class Remove(val checkIn: CheckInId, val measure: MeasureId) : TodayEffect
}

/** Does what [effect] says and answers with the event to reduce next. Touches the disk: call it off the main thread. */
public fun perform(effect: TodayEffect, diary: OpenDiaryInterface, now: () -> Moment): TodayEvent = when (effect) {
    TodayEffect.ReadDay -> reply { diary.today(now()).day() }.event({ TodayEvent.DayRead(it) }) { TodayEvent.DayNotRead(it) }
    is TodayEffect.Save ->
        reply { diary.saved(effect, now()) }
            .event({ TodayEvent.Saved(effect.measure, it) }) { TodayEvent.NotSaved(effect.measure, it) }
    is TodayEffect.Change ->
        reply {
            val at = now()
            diary.changeRating(effect.checkIn.text, effect.measure.name, effect.answer.milli(), at)
            Stored(effect.checkIn, effect.answer, at)
        }.event({ TodayEvent.Saved(effect.measure, it) }) { TodayEvent.NotSaved(effect.measure, it) }
    is TodayEffect.Remove ->
        reply { diary.removeCheckIn(effect.checkIn.text, now()) }
            .event({ TodayEvent.Removed(effect.measure) }) { TodayEvent.NotRemoved(effect.measure, it) }
}

private fun OpenDiaryInterface.saved(effect: TodayEffect.Save, now: Moment): Stored {
    val draft = CheckInDraft(
        ratedAt = effect.ratedAt,
        ratings = listOf(Rated(effect.measure.name, effect.answer.milli())),
        recordedBy = RecordedBy.OWN,
    )
    val saved = saveCheckIn(draft, now)
    return Stored(CheckInId(saved.id), effect.answer, saved.recordedAt)
}
