package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Env
import org.tidemark.logic.session.tomorrow.TomorrowEvent
import org.tidemark.logic.session.tomorrow.TomorrowState
import org.tidemark.logic.session.tomorrow.tomorrowFeature

internal val tomorrowDriver = Driver(
    feature = { env, script -> tomorrowFeature(env.diary, env.now, checkNotNull(sessionId(env, script)), env.phone.rearmReminders) },
    event = ::tomorrowEvent,
    facts = ::tomorrowFacts,
)

private fun tomorrowEvent(step: JsonObject, env: Env): TomorrowEvent = when (val name = step.get("event").asString) {
    "care_tapped" -> TomorrowEvent.CareTapped(step.get("item").asString, env.now())
    "effect_tapped" -> TomorrowEvent.EffectTapped(step.get("kind").asString, env.now())
    "effect_strength" -> TomorrowEvent.EffectStrength(step.get("kind").asString, step.number("strength"))
    "told_again" -> TomorrowEvent.ToldAgain
    "reminder_asked" -> TomorrowEvent.ReminderAsked
    else -> ratingEvent(step, env)?.let { TomorrowEvent.OfRating(it) } ?: error("Tomorrow has no event $name")
}

private fun tomorrowFacts(state: TomorrowState): Map<String, Any?> = ratingFacts(state.ratings) + toldFacts(state.told, state.written) + mapOf(
    "asks" to state.asks,
    "shows_pads" to state.showsPads,
    "reminder" to state.reminder,
    "problem" to state.problem?.fact(),
)
