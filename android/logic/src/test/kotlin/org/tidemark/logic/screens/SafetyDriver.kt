package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Env
import org.tidemark.logic.safety.SafetyEvent
import org.tidemark.logic.safety.SafetyState
import org.tidemark.logic.safety.safetyFeature

internal val safetyDriver = Driver(
    // "locked": the screen as it stands before the door, without the diary.
    feature = { env, script -> safetyFeature(env.diary.takeIf { script.get("locked")?.asBoolean != true }, env.doorway, env.phone, env.now) },
    event = ::safetyEvent,
    facts = ::safetyFacts,
)

@Suppress("UNUSED_PARAMETER")
private fun safetyEvent(step: JsonObject, env: Env): SafetyEvent = when (val name = step.get("event").asString) {
    "call_asked" -> SafetyEvent.CallAsked(step.get("number").asString)
    "text_asked" -> SafetyEvent.TextAsked(step.get("number").asString)
    "region_asked" -> SafetyEvent.RegionAsked
    "region_chosen" -> SafetyEvent.RegionChosen(step.get("region").asString)
    else -> error("Safety has no event $name")
}

private fun safetyFacts(state: SafetyState): Map<String, Any?> = mapOf(
    "locked" to state.locked,
    "own" to state.own.map { listOfNotNull(it.service, it.number, it.text).joinToString(", ") },
    "plan" to state.plan.associate { (it.section ?: "open") to it.lines },
    "region" to state.region,
    "services" to state.services.map { "${it.region} ${it.service} ${it.number}" },
    "choosing" to state.choosing,
    "by_hand" to state.byHand,
    "problem" to state.problem?.fact(),
)
