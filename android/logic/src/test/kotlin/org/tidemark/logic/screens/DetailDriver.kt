package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Phase
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Env
import org.tidemark.logic.MeasureId
import org.tidemark.logic.answer
import org.tidemark.logic.session.PhaseRead
import org.tidemark.logic.session.code
import org.tidemark.logic.session.detail.DetailEvent
import org.tidemark.logic.session.detail.DetailState
import org.tidemark.logic.session.detail.Form
import org.tidemark.logic.session.detail.detailFeature

internal val detailDriver = Driver(
    feature = { env, script -> detailFeature(env.diary, env.now, sessionId(env, script)) },
    event = ::detailEvent,
    facts = ::detailFacts,
)

@Suppress("UNUSED_PARAMETER") // A driver is given the clock, which a form has no use for.
private fun detailEvent(step: JsonObject, env: Env): DetailEvent = when (val name = step.get("event").asString) {
    "change_asked" -> DetailEvent.ChangeAsked
    "filled" -> DetailEvent.Filled(form(step))
    "save_asked" -> DetailEvent.SaveAsked(step.get("anyway")?.asBoolean ?: false)
    "delete_asked" -> DetailEvent.DeleteAsked(step.get("sure").asBoolean)
    "delete_taken_back" -> DetailEvent.DeleteTakenBack
    else -> error("Detail has no event $name")
}

private fun form(step: JsonObject): Form = Form(
    status = step.text("status")?.let { SessionStatus.valueOf(it.uppercase()) } ?: SessionStatus.HELD,
    date = step.get("date").asString,
    time = step.text("time").orEmpty(),
    minutes = step.text("minutes").orEmpty(),
    choices = choices(JsonObject().also { chosen -> listOf("style", "pressure").forEach { name -> step.get(name)?.let { chosen.add(name, it) } } }),
    pressureFelt = step.number("pressure_felt"),
    reason = step.text("reason").orEmpty(),
    note = step.text("note").orEmpty(),
    ratings = listOf("before" to Phase.BEFORE, "after" to Phase.AFTER).mapNotNull { (name, phase) ->
        step.getAsJsonObject(name)?.let { given -> phase to given.keySet().associate { MeasureId(it) to answer(given.milli(it)) } }
    }.toMap(),
    fromMemory = step.get("from_memory")?.asBoolean,
)

private fun detailFacts(state: DetailState): Map<String, Any?> = mapOf(
    "form" to state.form?.let { listOf(it.status.code, it.date, it.time, it.minutes, it.choices.style?.code) },
    "lacks" to state.form?.lacks?.code,
    "overlaps" to state.overlaps,
    "saved" to state.saved,
    "deleted" to state.deleted,
    "status" to state.session?.status?.code,
    "day" to state.session?.day?.iso,
    "minutes" to state.session?.actualMin,
    "before" to state.session?.before?.fact(),
    "after" to state.session?.after?.fact(),
    "recalled" to state.session?.before?.recalled,
    "note" to state.session?.told?.note,
    "reason" to state.session?.reason,
    "problem" to state.problem?.fact(),
)

private fun PhaseRead.fact(): Map<String, Any> = answers.map { (measure, answer) -> measure.name to answer.fact() }.toMap()
