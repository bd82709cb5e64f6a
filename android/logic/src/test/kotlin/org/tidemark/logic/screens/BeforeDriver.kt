package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Area
import org.tidemark.bindings.AreaUse
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.Region
import org.tidemark.bindings.Side
import org.tidemark.bindings.Span
import org.tidemark.bindings.momentToText
import org.tidemark.logic.Env
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.before.BeforeEvent
import org.tidemark.logic.session.before.BeforeState
import org.tidemark.logic.session.before.Choice
import org.tidemark.logic.session.before.Left
import org.tidemark.logic.session.before.beforeFeature
import org.tidemark.logic.session.code

internal val beforeDriver = Driver(
    feature = { env, script -> beforeFeature(env.diary, env.now, sessionId(env, script)) },
    event = ::beforeEvent,
    facts = ::beforeFacts,
)

private fun beforeEvent(step: JsonObject, env: Env): BeforeEvent = when (val name = step.get("event").asString) {
    "opened" -> BeforeEvent.Opened(step.text("choice")?.let { Choice.valueOf(it.uppercase()) })
    "chosen" -> BeforeEvent.Chosen(choices(step))
    "dose_added" -> BeforeEvent.DoseAdded(medicine(step, env), env.now())
    "dose_moved" -> BeforeEvent.DoseMoved(medicine(step, env), step.get("minutes").asInt, env.now())
    "dose_removed" -> BeforeEvent.DoseRemoved(medicine(step, env))
    "card_shown" -> BeforeEvent.CardShown(step.get("on").asBoolean)
    "begun" -> BeforeEvent.Begun(step.number("minutes_ago"))
    "from_memory" -> BeforeEvent.FromMemory(step.get("yes").asBoolean)
    "start_asked" -> BeforeEvent.StartAsked
    "keep_asked" -> BeforeEvent.KeepAsked
    "over_already" -> BeforeEvent.OverAlready
    "remove_asked" -> BeforeEvent.RemoveAsked
    else -> ratingEvent(step, env)?.let { BeforeEvent.OfRating(it) } ?: error("Before has no event $name")
}

/** All that is chosen; what a step does not name is not chosen. */
internal fun choices(step: JsonObject): SessionChoices = SessionChoices(
    style = step.text("style")?.let { Modality.valueOf(it.uppercase()) },
    pressure = step.number("pressure"),
    minutes = step.number("minutes"),
    areas = step.getAsJsonArray("areas")?.map { area(it.asString) }.orEmpty(),
    comfortNeeds = step.text("comfort_needs").orEmpty(),
    stopSignal = step.text("stop_signal").orEmpty(),
    oils = step.text("oils").orEmpty(),
)

/** The id of the medicine that a step names. */
private fun medicine(step: JsonObject, env: Env): String {
    val name = step.get("medicine").asString
    return env.diary.records(Kind.MEDICATION, Span()).single { record -> record.fields.any { it.name == "name" && it.text == name } }.id
}

private fun area(text: String): Area {
    val (use, region, side) = text.split(':')
    return Area(Region.valueOf(region.uppercase()), Side.valueOf(side.uppercase()), AreaUse.valueOf(use.uppercase()))
}

private fun beforeFacts(state: BeforeState): Map<String, Any?> = ratingFacts(state.ratings) + mapOf(
    "on_disk" to (state.sessionId != null),
    "style" to state.choices?.style?.code,
    "pressure" to state.choices?.pressure,
    "minutes" to state.choices?.minutes,
    "areas" to state.choices?.areas?.map { "${it.wanted.code}:${it.region.code}:${it.side.code}" },
    "medicines" to state.medicines.map { it.name },
    "doses" to state.choices?.doses?.map { dose -> "${state.medicines.first { it.id == dose.medicationId }.name} ${momentToText(dose.takenAt)}" },
    "stop_signal" to state.choices?.stopSignal,
    "choices_on_disk" to (state.choices == state.stored),
    "allergies" to state.allergies,
    "apart" to state.apart,
    "card" to state.card,
    "can_start" to state.canStart,
    "begun_min" to state.begunMin,
    "from_memory" to state.fromMemory,
    "left" to when (state.left) {
        null -> null
        is Left.Started -> "started"
        is Left.Over -> "over"
        Left.Kept -> "kept"
        Left.Removed -> "removed"
    },
    "problem" to state.problem?.fact(),
)
