package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.practice.PracticeEvent
import org.tidemark.logic.practice.PracticeState
import org.tidemark.logic.practice.practiceFeature

internal val practiceDriver = Driver(
    feature = { env, _ -> practiceFeature(env.diary, env.now) },
    event = { step, _ -> practiceEvent(step) },
    facts = ::practiceFacts,
)

private fun practiceEvent(step: JsonObject): PracticeEvent = when (val name = step.get("event").asString) {
    "minutes_chosen" -> PracticeEvent.MinutesChosen(step.number("minutes"))
    "day_typed" -> PracticeEvent.DayTyped(step.get("day").asString)
    "kind_tapped" -> PracticeEvent.KindTapped(step.get("kind").asString)
    "undone" -> PracticeEvent.Undone
    else -> error("Practice has no event $name")
}

private fun practiceFacts(state: PracticeState): Map<String, Any?> = mapOf(
    "today" to state.today,
    "day" to state.day,
    "minutes" to state.minutes,
    "kinds" to state.kinds,
    "recent" to state.recent?.map { "${it.day} ${it.kind} ${it.minutes}" },
    "kind" to state.kind,
    "saved" to state.saved?.kind,
    "no_day" to state.noDay,
    "problem" to state.problem?.fact(),
)
