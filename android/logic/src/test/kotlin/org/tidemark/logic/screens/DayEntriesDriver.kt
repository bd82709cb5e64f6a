package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Entry
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.answer
import org.tidemark.logic.dayentries.DayEntriesEvent
import org.tidemark.logic.dayentries.DayEntriesState
import org.tidemark.logic.dayentries.Line
import org.tidemark.logic.dayentries.Target
import org.tidemark.logic.dayentries.answer
import org.tidemark.logic.dayentries.dayEntriesFeature

/** The script names the day of the screen as `date`; all its entries are of that day, and a step counts them from 1. */
internal val dayEntriesDriver = Driver(
    feature = { env, script -> dayEntriesFeature(LogicalDate(script.get("date").asString), env.diary, env.now) },
    event = ::dayEntriesEvent,
    facts = ::dayEntriesFacts,
)

private fun dayEntriesEvent(step: JsonObject, env: Env): DayEntriesEvent {
    fun measure() = MeasureId(step.get("measure").asString)
    fun id() = env.diary.entries(Span())[step.get("entry").asInt - 1].id
    return when (val name = step.get("event").asString) {
        "pad_opened" -> DayEntriesEvent.PadOpened(if (step.has("entry")) Target.Change(id(), measure()) else Target.Add(measure()))
        "pad_closed" -> DayEntriesEvent.PadClosed
        "add_tapped" -> DayEntriesEvent.AddTapped
        "rated" -> DayEntriesEvent.Rated(answer(step.milli("value")), env.now())
        "tried_again" -> DayEntriesEvent.TriedAgain
        "delete_tapped" -> DayEntriesEvent.DeleteTapped(Kind.CHECK_IN, id())
        "undo_tapped" -> DayEntriesEvent.UndoTapped
        "changes_shown" -> DayEntriesEvent.ChangesShown(Kind.CHECK_IN, id())
        "changes_closed" -> DayEntriesEvent.ChangesClosed(id())
        else -> error("The entries of a day have no event $name")
    }
}

private fun dayEntriesFacts(state: DayEntriesState): Map<String, Any?> {
    val entries = state.page?.entries
    fun place(id: String) = entries.orEmpty().indexOfFirst { it.id == id }.let { if (it < 0) "gone" else "${it + 1}" }
    return mapOf(
        "date" to state.date.iso,
        "entries" to entries?.map { it.fact() },
        "open" to when (val open = state.open) {
            null -> null
            is Target.Add -> "add ${open.measure.name}"
            is Target.Change -> "${place(open.checkIn)} ${open.measure.name}"
        },
        "shown" to state.shown?.fact(),
        "line" to when (val line = state.line) {
            Line.None -> null
            Line.Saving -> "saving"
            is Line.Saved -> "saved"
            is Line.NotSaved -> "not_saved ${line.problem.fact()}"
            Line.Deleted -> "deleted"
            Line.Undone -> "undone"
        },
        "undo" to state.undo?.let(::place),
        "changes" to state.changes.map { (id, made) -> place(id) to made.map { "${it.field} ${it.old} ${it.new}" } }.toMap(),
        "problem" to state.problem?.fact(),
    )
}

/** Kind, mode, and each measure with its number in thousandths. */
private fun Entry.fact(): String =
    (listOf(kind, entryMode) + values.map { "${it.measureId} ${it.answer().fact()}" }).joinToString(" ")
