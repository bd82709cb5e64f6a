package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.Span
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

private fun reportEvent(step: JsonObject, env: Env): ReportEvent {
    fun text(name: String) = step.get(name).asString
    // A step counts the notes of the whole diary from 1, in time order.
    fun note() = env.diary.entries(Span()).filter { entry -> entry.fields.any { it.name == "note" } }[step.get("note").asInt - 1].id
    return when (val name = text("event")) {
        "recipient_chosen" -> ReportEvent.RecipientChosen(Recipient.valueOf(text("recipient").uppercase()))
        "ticked" -> ReportEvent.Ticked(Tick.entries.first { it.code == text("section") }, step.get("on").asBoolean)
        "notes_listed" -> ReportEvent.NotesListed(step.get("on").asBoolean)
        "note_ticked" -> ReportEvent.NoteTicked(note(), step.get("on").asBoolean)
        "all_notes_ticked" -> ReportEvent.AllNotesTicked(step.get("on").asBoolean)
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
    "notes_open" to state.notes.open,
    "notes" to state.notesShown?.map { note ->
        val ticked = state.choices?.hasNote(note.entry) ?: false
        listOfNotNull(note.day, "session".takeIf { note.ofSession }, note.firstWords, "ticked".takeIf { ticked }).joinToString(" ")
    },
    "notes_leave" to state.laid?.leaves?.firstOrNull { it.code == Tick.NOTES.code }?.name,
    "notes_problem" to state.notes.problem?.fact(),
)

internal fun Period.fact(): String = "$from $to"
