package org.tidemark.logic.session.tomorrow

import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Phase
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.session.fields
import org.tidemark.logic.session.session
import org.tidemark.logic.session.storeRating
import org.tidemark.logic.session.writeSession

/** The time after a session over a diary; [rearm] has the phone plan its reminders anew. */
public fun tomorrowFeature(
    diary: OpenDiaryInterface,
    now: () -> Moment,
    sessionId: String,
    rearm: () -> Unit,
): Feature<TomorrowState, TomorrowEvent, TomorrowEffect> =
    Feature(TomorrowState(sessionId), TomorrowEvent.Shown, ::reduce) { perform(it, diary, now, rearm) }

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: TomorrowEffect, diary: OpenDiaryInterface, now: () -> Moment, rearm: () -> Unit): TomorrowEvent = when (effect) {
    is TomorrowEffect.Read -> reply {
        val at = now()
        val asks = effect.sessionId in diary.today(at).morningAfterSessionIds
        TomorrowEvent.Read(diary.session(effect.sessionId, at), asks, diary.reminder())
    }.event({ it }) { TomorrowEvent.Refused(it) }
    is TomorrowEffect.Rate -> TomorrowEvent.OfRating(diary.storeRating(effect.sessionId, Phase.FOLLOW_UP, effect.rating, now()))
    is TomorrowEffect.Write ->
        diary.writeSession(effect.sessionId, effect.told.fields(), now(), { TomorrowEvent.ToldWritten(it) }) { TomorrowEvent.ToldRefused(it) }
    TomorrowEffect.SetReminder -> reply {
        val fields = listOf(FieldText("kind", FOLLOW_UP), FieldText("wall_clock", REMINDED_AT))
        diary.addRecord(Kind.REMINDER, fields, RecordedBy.OWN, now())
        rearm()
    }.event({ TomorrowEvent.ReminderSet(REMINDED_AT) }) { TomorrowEvent.Refused(it) }
}

private const val FOLLOW_UP = "follow_up"

/** When the phone reminds of the rating; none while it does not at a time of the day. */
private fun OpenDiaryInterface.reminder(): String? =
    records(Kind.REMINDER, Span()).map { record -> record.fields.associate { it.name to it.text } }
        .firstOrNull { it["kind"] == FOLLOW_UP && it["active"] == "true" }?.get("wall_clock")
