package org.tidemark.logic.today

import org.tidemark.logic.Answer
import org.tidemark.logic.CheckInId
import org.tidemark.logic.DiaryClient
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Reply

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
public fun perform(effect: TodayEffect, diary: DiaryClient, now: () -> Moment): TodayEvent = when (effect) {
    TodayEffect.ReadDay -> diary.today(now()).event({ TodayEvent.DayRead(it) }) { TodayEvent.DayNotRead(it) }
    is TodayEffect.Save ->
        diary.save(effect.measure, effect.answer, effect.ratedAt, now())
            .event({ TodayEvent.Saved(effect.measure, it) }) { TodayEvent.NotSaved(effect.measure, it) }
    is TodayEffect.Change ->
        diary.change(effect.checkIn, effect.measure, effect.answer, now())
            .event({ TodayEvent.Saved(effect.measure, it) }) { TodayEvent.NotSaved(effect.measure, it) }
    is TodayEffect.Remove ->
        diary.remove(effect.checkIn, now())
            .event({ TodayEvent.Removed(effect.measure) }) { TodayEvent.NotRemoved(effect.measure, it) }
}

private fun <T> Reply<T>.event(done: (T) -> TodayEvent, refused: (Problem) -> TodayEvent): TodayEvent =
    when (this) {
        is Reply.Done -> done(value)
        is Reply.Refused -> refused(problem)
    }
