package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Env
import org.tidemark.logic.session.after.AfterEvent
import org.tidemark.logic.session.after.AfterState
import org.tidemark.logic.session.after.Distress
import org.tidemark.logic.session.after.afterFeature

internal val afterDriver = Driver(
    feature = { env, script -> afterFeature(env.diary, env.now, checkNotNull(sessionId(env, script))) },
    event = ::afterEvent,
    facts = ::afterFacts,
)

private fun afterEvent(step: JsonObject, env: Env): AfterEvent = when (val name = step.get("event").asString) {
    "reveal_asked" -> AfterEvent.RevealAsked
    "pressure_felt" -> AfterEvent.PressureFelt(step.get("step").asInt)
    "effect_tapped" -> AfterEvent.EffectTapped(step.get("kind").asString, env.now())
    "effect_strength" -> AfterEvent.EffectStrength(step.get("kind").asString, step.number("strength"))
    "note_typed" -> AfterEvent.NoteTyped(step.get("text").asString)
    "told_again" -> AfterEvent.ToldAgain
    "distress_told" -> AfterEvent.DistressTold(
        step.get("kind")?.let {
            Distress(
                kind = step.text("kind"),
                strength = step.number("strength"),
                helped = step.text("helped").orEmpty(),
                told = step.getAsJsonArray("told")?.map { it.asString }?.toSet().orEmpty(),
                wentOn = step.get("went_on")?.asBoolean,
            )
        },
    )
    "distress_save_asked" -> AfterEvent.DistressSaveAsked(env.now())
    else -> ratingEvent(step, env)?.let { AfterEvent.OfRating(it) } ?: error("After has no event $name")
}

private fun afterFacts(state: AfterState): Map<String, Any?> = ratingFacts(state.ratings) + toldFacts(state.told, state.written) + mapOf(
    "before_hidden" to state.session?.beforeHidden,
    "can_reveal" to state.canReveal,
    "sides" to state.sides?.map { listOf(it.measure.name, it.before?.fact(), it.after?.fact()) },
    "distress" to state.distress?.kind,
    "distress_saved" to state.distressSaved,
    "problem" to state.problem?.fact(),
)
