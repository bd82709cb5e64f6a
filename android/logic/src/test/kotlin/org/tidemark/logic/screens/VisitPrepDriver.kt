package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Env
import org.tidemark.logic.visit.VisitPrepEvent
import org.tidemark.logic.visit.VisitPrepState
import org.tidemark.logic.visit.visitPrepFeature

internal val visitPrepDriver = Driver(
    feature = { env, _ -> visitPrepFeature(env) },
    event = ::visitPrepEvent,
    facts = ::visitPrepFacts,
)

private fun visitPrepEvent(step: JsonObject, @Suppress("UNUSED_PARAMETER") env: Env): VisitPrepEvent = when (val name = step.get("event").asString) {
    "typed" -> VisitPrepEvent.Typed(step.get("text").asString.let { text -> step.get("times")?.let { text.repeat(it.asInt) } ?: text })
    "submitted" -> VisitPrepEvent.Submitted
    "change_asked" -> VisitPrepEvent.ChangeAsked(step.get("at").asInt)
    "change_left" -> VisitPrepEvent.ChangeLeft
    "removed" -> VisitPrepEvent.Removed(step.get("at").asInt)
    "undone" -> VisitPrepEvent.Undone
    else -> error("Visit prep has no event $name")
}

private fun visitPrepFacts(state: VisitPrepState): Map<String, Any?> = mapOf(
    "visit" to state.prep?.visit?.fields?.firstOrNull { it.name == "logical_date" }?.text,
    "questions" to state.prep?.questions,
    "goals" to state.prep?.goals,
    "quality" to state.prep?.quality?.id,
    "period" to state.prep?.period?.fact(),
    "draft" to state.draft.text,
    "changing" to state.draft.at,
    "too_long" to state.draft.tooLong,
    "has_room" to state.hasRoom,
    "saved" to (state.saved != null),
    "undo" to state.undo,
    "problem" to state.problem?.fact(),
)
