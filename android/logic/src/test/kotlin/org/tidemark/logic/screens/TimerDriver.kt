package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.MomentKind
import org.tidemark.logic.Env
import org.tidemark.logic.session.code
import org.tidemark.logic.session.timer.End
import org.tidemark.logic.session.timer.TimerEvent
import org.tidemark.logic.session.timer.TimerState
import org.tidemark.logic.session.timer.timerFeature

internal val timerDriver = Driver(
    feature = { env, script -> timerFeature(env.diary, env.now, checkNotNull(sessionId(env, script))) },
    event = ::timerEvent,
    facts = ::timerFacts,
)

private fun timerEvent(step: JsonObject, env: Env): TimerEvent = when (val name = step.get("event").asString) {
    "ticked" -> TimerEvent.Ticked(env.now())
    "asked" -> TimerEvent.Asked(MomentKind.valueOf(step.get("kind").asString.uppercase()))
    "finish_asked" -> TimerEvent.FinishAsked
    "stop_asked" -> TimerEvent.StopAsked
    "end_told" -> TimerEvent.EndTold(
        step.get("early")?.let { early -> End(early.asBoolean, step.text("reason").orEmpty(), step.has("minutes"), step.text("minutes").orEmpty()) },
    )
    "ended" -> TimerEvent.Ended
    else -> error("Timer has no event $name")
}

private fun timerFacts(state: TimerState): Map<String, Any?> = mapOf(
    "elapsed_min" to state.elapsedMin,
    "planned_min" to state.session?.choices?.minutes,
    "paused" to state.paused,
    "noted" to state.noted?.code,
    "happened" to state.session?.happened?.map { "${it.minute}:${it.kind.code}" },
    "early" to state.end?.early,
    "asks_length" to state.end?.asksLength,
    "can_finish" to state.end?.canFinish,
    "over" to state.over,
    "problem" to state.problem?.fact(),
)
