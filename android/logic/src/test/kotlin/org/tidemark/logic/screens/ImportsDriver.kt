package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.AppliedImport
import org.tidemark.bindings.Direction
import org.tidemark.bindings.ImportCounts
import org.tidemark.logic.Env
import org.tidemark.logic.imports.About
import org.tidemark.logic.imports.Becoming
import org.tidemark.logic.imports.ColumnUse
import org.tidemark.logic.imports.Fault
import org.tidemark.logic.imports.ImportsEvent
import org.tidemark.logic.imports.ImportsState
import org.tidemark.logic.imports.RangeTyped
import org.tidemark.logic.imports.Refused
import org.tidemark.logic.imports.becoming
import org.tidemark.logic.imports.importsFeature

internal val importsDriver = Driver(
    feature = { env, _ -> importsFeature(env) },
    event = ::importsEvent,
    facts = ::importsFacts,
)

/** A column is named by its place, from 1; of the imports of before the latest one is meant. */
private fun importsEvent(step: JsonObject, env: Env): ImportsEvent = when (val name = step.get("event").asString) {
    "file_asked" -> ImportsEvent.FileAsked
    "column_set" -> ImportsEvent.ColumnSet(step.get("column").asInt - 1, columnUse(step))
    "comma_chosen" -> ImportsEvent.CommaChosen(step.get("on").asBoolean)
    "missing_typed" -> ImportsEvent.MissingTyped(step.get("text").asString)
    "columns_given" -> ImportsEvent.ColumnsGiven
    "columns_asked" -> ImportsEvent.ColumnsAsked
    "name_answered" -> ImportsEvent.NameAnswered(step.get("name").asString, step.text("answer"))
    "range_typed" -> ImportsEvent.RangeTyped(step.get("name").asString, range(step))
    "zone_typed" -> ImportsEvent.ZoneTyped(step.get("zone").asString)
    "look_asked" -> ImportsEvent.LookAsked
    "skip_ticked" -> ImportsEvent.SkipTicked(step.get("on").asBoolean)
    "restore_ticked" -> ImportsEvent.RestoreTicked(step.get("on").asBoolean)
    "apply_asked" -> ImportsEvent.ApplyAsked
    "break_off_asked" -> ImportsEvent.BreakOffAsked
    "left" -> ImportsEvent.Left
    "undo_asked" -> ImportsEvent.UndoAsked(env.diary.imports().last().batchId)
    "undo_confirmed" -> ImportsEvent.UndoConfirmed
    "undo_left" -> ImportsEvent.UndoLeft
    else -> error("Imports has no event $name")
}

private fun columnUse(step: JsonObject): ColumnUse = when (val use = step.get("use").asString) {
    "left_out" -> ColumnUse.LeftOut
    "day" -> ColumnUse.Day(step.text("format"))
    "time" -> ColumnUse.Time(step.text("format"))
    "note" -> ColumnUse.Note
    "length" -> ColumnUse.Length
    "style" -> ColumnUse.Style
    "pressure" -> ColumnUse.Pressure
    "values" -> ColumnUse.Values(
        step.text("measure"),
        step.text("label").orEmpty(),
        range(step),
        step.text("direction")?.let { Direction.valueOf(it.uppercase()) },
        step.text("about")?.let { About.valueOf(it.uppercase()) } ?: About.DAY,
    )
    else -> error("a column is no $use")
}

private fun range(step: JsonObject) = RangeTyped(step.text("lowest").orEmpty(), step.text("highest").orEmpty(), step.text("step") ?: "1")

private fun importsFacts(state: ImportsState): Map<String, Any?> {
    val preview = state.found?.preview
    return mapOf(
        "step" to state.step.name.lowercase(),
        "file" to state.file?.name,
        "columns" to state.mapping?.columns?.map { "${it.name} | ${it.sample} | ${it.use.fact()}" },
        "faults" to state.mapping?.takeIf { it.checked }?.faults?.map { it.fact() },
        "format" to preview?.format,
        "counts" to preview?.counts?.fact(),
        "new_measures" to preview?.newMeasures,
        "days" to preview?.period?.let { "${it.from} ${it.to}" },
        "left_out" to preview?.let { "${it.emptyRows} ${it.leftOutRows}" },
        "names" to preview?.names?.map { "${it.name} ${it.rows} ${it.becoming.fact()}" },
        "waiting" to state.waiting.map { it.name },
        "answers" to state.said.answers,
        "zone" to preview?.zoneId,
        "rejected" to preview?.rejectedRows?.map { "${it.line} ${it.column}" },
        "skip" to state.choices.skipRejected,
        "restore" to state.choices.restoreDeleted,
        "stale" to state.stale,
        "can_apply" to state.canApply,
        "done" to state.done?.fact(),
        "refused" to state.refused?.fact(),
        "past" to state.past?.map { it.fact() },
        "undo" to state.undo?.let { asked -> asked.edited?.let { "edited ${it.edited} ${it.withThem}" } ?: "asked" },
        "undone" to state.undone?.let { "${it.removed} ${it.edited} ${it.withThem}" },
        "problem" to state.problem?.fact(),
    )
}

/** New, the same, deleted before, brought back. */
private fun ImportCounts.fact(): String = "$new $same $deleted $restored"

private fun AppliedImport.fact(): String = "$format ${counts.new} $rejected" + if (undone) " undone" else ""

private fun ColumnUse.fact(): String = when (this) {
    ColumnUse.LeftOut -> "left_out"
    is ColumnUse.Day -> "day $format"
    is ColumnUse.Time -> "time $format"
    ColumnUse.Note -> "note"
    ColumnUse.Length -> "length"
    ColumnUse.Style -> "style"
    ColumnUse.Pressure -> "pressure"
    is ColumnUse.Values ->
        "values ${measureId ?: "new $label ${range.answer} ${direction?.name?.lowercase()}"}" + if (about == About.DAY) "" else " ${about.name.lowercase()}"
}

private fun Fault.fact(): String = when (this) {
    Fault.NoDay -> "no_day"
    is Fault.NoFormat -> "no_format ${at + 1}"
    Fault.TimeTwice -> "time_twice"
    Fault.NothingToTake -> "nothing_to_take"
    is Fault.NoStart -> "no_start ${at + 1}"
    is Fault.NoLength -> "no_length ${at + 1}"
    is Fault.MeasureTwice -> "measure_twice ${at + 1}"
    is Fault.NoLabel -> "no_label ${at + 1}"
    is Fault.NoRange -> "no_range ${at + 1}"
    is Fault.NoDirection -> "no_direction ${at + 1}"
    is Fault.RangeDiffers -> "range_differs ${at + 1}"
    is Fault.DirectionDiffers -> "direction_differs ${at + 1}"
}

private fun Becoming.fact(): String = when (this) {
    is Becoming.Mood -> "mood $number"
    is Becoming.OfPractice -> "practice $kind"
    is Becoming.OfMeasure -> "measure $text"
    Becoming.InNote -> "note"
    Becoming.LeftOut -> "left_out"
    is Becoming.Asked -> "asked ${takes.name.lowercase()}"
}

private fun Refused.fact(): String = when (this) {
    Refused.NotRead -> "not_read"
    Refused.NoFormat -> "no_format"
    is Refused.OfFile -> "of_file $reason"
    Refused.NoSuchZone -> "no_such_zone"
    Refused.BrokenOff -> "broken_off"
    is Refused.Other -> problem.fact()
}
