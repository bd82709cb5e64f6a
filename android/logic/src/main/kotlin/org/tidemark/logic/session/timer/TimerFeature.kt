package org.tidemark.logic.session.timer

import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionEnd
import org.tidemark.bindings.Span
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.session.items
import org.tidemark.logic.session.session

/** The timer of a session over a diary. */
public fun timerFeature(diary: OpenDiaryInterface, now: () -> Moment, sessionId: String): Feature<TimerState, TimerEvent, TimerEffect> =
    Feature(TimerState(sessionId), TimerEvent.Shown, ::reduce) { perform(it, diary, now) }

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: TimerEffect, diary: OpenDiaryInterface, now: () -> Moment): TimerEvent = when (effect) {
    is TimerEffect.Read -> reply {
        val at = now()
        TimerEvent.Read(diary.session(effect.sessionId, at), diary.grounding(), at)
    }.event({ it }) { TimerEvent.Refused(it) }
    is TimerEffect.Note -> reply {
        val at = now()
        diary.noteSessionMoment(effect.sessionId, effect.kind, null, RecordedBy.OWN, at)
        TimerEvent.Noted(effect.kind, diary.session(effect.sessionId, at))
    }.event({ it }) { TimerEvent.Refused(it) }
    is TimerEffect.Finish -> reply { diary.finishSession(effect.sessionId, effect.end.told(), RecordedBy.OWN, now()) }
        .event({ TimerEvent.Finished }) { if (it is Problem.NotTaken) TimerEvent.LengthAsked(it) else TimerEvent.Refused(it) }
}

private fun End.told(): SessionEnd =
    SessionEnd(minutes = if (asksLength) length?.toUShort() else null, early = early, reason = reason.trim().ifEmpty { null })

/** The person's own words for when it is too much: those of the intake sheet, then those of the safety plan. */
private fun OpenDiaryInterface.grounding(): List<String> =
    words(Kind.INTAKE_SHEET, "overwhelmed_do") + words(Kind.SAFETY_PLAN, "what_helps")

private fun OpenDiaryInterface.words(kind: Kind, field: String): List<String> {
    val text = records(kind, Span()).lastOrNull()?.fields?.firstOrNull { it.name == field }?.text
    return items(text)
}
