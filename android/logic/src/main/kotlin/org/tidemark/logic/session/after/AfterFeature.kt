package org.tidemark.logic.session.after

import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Phase
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.joinItems
import org.tidemark.bindings.momentToText
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.session.fields
import org.tidemark.logic.session.session
import org.tidemark.logic.session.storeRating
import org.tidemark.logic.session.writeSession

/** The screen right after a session over a diary. */
public fun afterFeature(diary: OpenDiaryInterface, now: () -> Moment, sessionId: String): Feature<AfterState, AfterEvent, AfterEffect> =
    Feature(AfterState(sessionId), AfterEvent.Shown, ::reduce) { perform(it, diary, now) }

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: AfterEffect, diary: OpenDiaryInterface, now: () -> Moment): AfterEvent = when (effect) {
    is AfterEffect.Read -> reply { diary.session(effect.sessionId, now()) }.event({ AfterEvent.Read(it) }) { AfterEvent.NotRead(it) }
    is AfterEffect.Reveal -> reply { diary.session(effect.sessionId, now(), reveal = true) }
        .event({ AfterEvent.Revealed(it) }) { AfterEvent.NotRead(it) }
    is AfterEffect.Rate -> AfterEvent.OfRating(diary.storeRating(effect.sessionId, Phase.AFTER, effect.rating, now()))
    is AfterEffect.Write ->
        diary.writeSession(effect.sessionId, effect.told.fields(), now(), { AfterEvent.ToldWritten(it, effect.told) }) { AfterEvent.ToldRefused(it) }
    is AfterEffect.SaveDistress -> reply { diary.addRecord(Kind.DISTRESS_EVENT, effect.fields(), RecordedBy.OWN, now()) }
        .event({ AfterEvent.DistressSaved }) { AfterEvent.DistressRefused(it) }
}

private fun AfterEffect.SaveDistress.fields(): List<FieldText> = listOf(
    FieldText("session_id", sessionId),
    FieldText("at", momentToText(at)),
    FieldText("kind", distress.kind),
    FieldText("intensity", distress.strength?.toString()),
    FieldText("what_helped", distress.helped.trim().ifEmpty { null }),
    FieldText("told", joinItems(distress.told.toList())),
    FieldText("resumed", distress.wentOn?.toString()),
)
