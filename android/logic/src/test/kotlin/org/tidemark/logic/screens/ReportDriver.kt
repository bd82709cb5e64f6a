package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.logic.Env
import org.tidemark.logic.report.Days
import org.tidemark.logic.report.Recipient
import org.tidemark.logic.report.ReportEvent
import org.tidemark.logic.report.ReportState
import org.tidemark.logic.report.Tick
import org.tidemark.logic.report.reportFeature

internal val reportDriver = Driver(
    feature = { env, _ -> reportFeature(env) },
    event = ::reportEvent,
    facts = ::reportFacts,
)

private fun reportEvent(step: JsonObject, @Suppress("UNUSED_PARAMETER") env: Env): ReportEvent {
    fun text(name: String) = step.get(name).asString
    return when (val name = text("event")) {
        "recipient_chosen" -> ReportEvent.RecipientChosen(Recipient.valueOf(text("recipient").uppercase()))
        "ticked" -> ReportEvent.Ticked(Tick.entries.first { it.code == text("section") }, step.get("on").asBoolean)
        "usual_days" -> ReportEvent.UsualDays
        "own_days" -> ReportEvent.OwnDays
        "days_typed" -> ReportEvent.DaysTyped(text("from"), text("to"))
        "name_ticked" -> ReportEvent.NameTicked(step.get("on").asBoolean)
        "name_typed" -> ReportEvent.NameTyped(text("name"))
        "paper_chosen" -> ReportEvent.PaperChosen(Paper.valueOf(text("paper").uppercase()))
        else -> error("Report has no event $name")
    }
}

private fun reportFacts(state: ReportState): Map<String, Any?> = mapOf(
    "days" to when (val days = state.choices?.days) {
        null -> null
        Days.Usual -> "usual"
        is Days.Chosen -> "chosen"
    },
    "period" to state.options?.period?.fact(),
    "last_visit" to state.basis?.lastVisit,
    "recipient" to state.choices?.recipient?.name?.lowercase(),
    "ticked" to state.choices?.let { choices -> Tick.entries.filter { it.get(choices.included) }.map { it.code }.sorted() },
    "name" to state.options?.name,
    "paper" to state.choices?.paper?.name?.lowercase(),
    "leaves" to state.laid?.leaves?.map { it.code }?.sorted(),
    "laid_out" to (state.laid?.let { it.options == state.options } ?: false),
    "problem" to state.problem?.fact(),
)

internal fun Period.fact(): String = "$from $to"
