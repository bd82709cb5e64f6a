package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.RecordsEvent
import org.tidemark.logic.records.RecordsState
import org.tidemark.logic.records.kindOf
import org.tidemark.logic.records.recordsFeature

internal val recordsDriver = Driver(
    feature = { env, script -> recordsFeature(env, checkNotNull(kindOf(script.get("kind").asString))) },
    event = ::recordsEvent,
    facts = ::recordsFacts,
)

/** A row is opened by what one of its fields holds: ids are drawn anew each time. */
private fun idOf(step: JsonObject, env: Env): String {
    val (field, text) = step.get("field").asString to step.get("text").asString
    val records = env.diary.records(checkNotNull(kindOf(step.get("kind").asString)), Span())
    return records.first { record -> record.fields.any { it.name == field && it.text == text } }.id
}

private fun recordsEvent(step: JsonObject, env: Env): RecordsEvent = when (val name = step.get("event").asString) {
    "added" -> RecordsEvent.Added
    "opened" -> RecordsEvent.Opened(idOf(step, env))
    "typed" -> RecordsEvent.Typed(step.get("field").asString, step.get("text").asString)
    "scores_asked" -> RecordsEvent.ScoresAsked(step.get("on").asBoolean)
    "scored" -> RecordsEvent.Scored(step.get("number").asInt, step.number("score"))
    "reasoned" -> RecordsEvent.Reasoned(step.get("text").asString)
    "closed" -> RecordsEvent.Closed
    "submitted" -> RecordsEvent.Submitted
    "deleted" -> RecordsEvent.Deleted
    "undone" -> RecordsEvent.Undone
    "history_asked" -> RecordsEvent.HistoryAsked
    else -> error("Records has no event $name")
}

private fun recordsFacts(state: RecordsState): Map<String, Any?> = mapOf(
    "rows" to state.rows?.map { it.shown },
    "form" to state.form?.texts,
    "new" to state.form?.let { it.id == null },
    "scored" to state.form?.scored,
    "broken" to state.form?.broken?.mapValues { (_, broken) -> broken.fact() },
    "form_problem" to state.form?.problem?.fact(),
    "history" to state.form?.history?.sortedWith(compareBy({ it.revision }, { it.field }))?.map { listOf(it.field, it.old, it.new, it.reason) },
    "undo" to state.undo?.let { if (it.removed) "deleted" else "saved" },
    "offers_help" to state.offersHelp,
    "problem" to state.problem?.fact(),
)

internal fun Broken.fact(): String = when (this) {
    Broken.Needed -> "needed"
    is Broken.TooLong -> "too_long $most"
    Broken.NoDay -> "no_day"
    Broken.NoTime -> "no_time"
    Broken.NoNumber -> "no_number"
    is Broken.Outside -> "outside $min $max"
    is Broken.Above -> "above $total $most"
    is Broken.Sum -> "sum $sum $total"
    is Broken.Rule -> "rule"
}
