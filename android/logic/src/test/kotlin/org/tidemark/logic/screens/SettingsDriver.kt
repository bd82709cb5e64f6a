package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Measure
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.reminder.QuietHours
import org.tidemark.logic.settings.OwnMeasure
import org.tidemark.logic.settings.OwnScale
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.logic.settings.SettingsState
import org.tidemark.logic.settings.settingsFeature

internal val settingsDriver = Driver(
    feature = { env, _ -> settingsFeature(env) },
    event = ::settingsEvent,
    facts = ::settingsFacts,
)

private fun settingsEvent(step: JsonObject, env: Env): SettingsEvent {
    fun measure() = env.diary.measures().single { it.id == step.get("measure").asString }
    // By its place from 1; one that is not there has no id of the state.
    fun reminder() = env.diary.records(Kind.REMINDER, Span()).getOrNull(step.get("reminder").asInt - 1)?.id ?: "none"
    return when (val name = step.get("event").asString) {
        "rollover_chosen" -> SettingsEvent.Chosen(Setting.Rollover(step.get("minutes").asInt.toUShort()))
        "paper_chosen" -> SettingsEvent.Chosen(Setting.SheetOfPaper(Paper.valueOf(step.get("paper").asString.uppercase())))
        "set_chosen" -> SettingsEvent.StarterSetChosen(step.get("set").asString)
        "daily_switched" -> SettingsEvent.DailySwitched(measure(), step.get("on").asBoolean)
        "archive_switched" -> SettingsEvent.ArchiveSwitched(measure(), step.get("archived").asBoolean)
        "own_asked" -> SettingsEvent.OwnAsked
        "own_typed" -> SettingsEvent.OwnTyped(step.own())
        "own_saved" -> SettingsEvent.OwnSaved
        "reminder_added" -> SettingsEvent.ReminderAdded(step.get("minutes").asInt)
        "reminder_opened" -> SettingsEvent.ReminderOpened(step.get("reminder").takeIf { !it.isJsonNull }?.let { reminder() })
        "day_switched" -> SettingsEvent.DaySwitched(reminder(), step.get("day").asString, step.get("on").asBoolean)
        "quiet_switched" -> SettingsEvent.QuietSwitched(reminder(), step.get("on").asBoolean)
        "quiet_moved" -> SettingsEvent.QuietMoved(reminder(), QuietHours(step.get("from").asInt, step.get("to").asInt))
        "export_asked" -> SettingsEvent.ExportAsked
        "lock_switched" -> SettingsEvent.LockSwitched(step.get("on").asBoolean)
        "erase_asked" -> SettingsEvent.EraseAsked
        "erase_typed" -> SettingsEvent.EraseTyped(step.get("typed").asString)
        "erase_confirmed" -> SettingsEvent.EraseConfirmed("erase")
        else -> error("Settings has no event $name")
    }
}

private fun JsonObject.own() = OwnMeasure(
    label = get("label").asString,
    scale = OwnScale.valueOf((get("scale")?.asString ?: "ten").uppercase()),
    lowest = get("lowest")?.asString.orEmpty(),
    highest = get("highest")?.asString.orEmpty(),
    session = get("session")?.asBoolean ?: false,
)

private fun Measure.fact() = mapOf(
    "id" to id,
    "min" to minMilli,
    "max" to maxMilli,
    "step" to stepMilli,
    "unit" to unit.name.lowercase(),
    "daily" to daily,
    "session" to session,
)

private fun settingsFacts(state: SettingsState): Map<String, Any?> = mapOf(
    "rollover_min" to state.chosen?.rolloverMin?.toInt(),
    "paper" to state.chosen?.paper?.name?.lowercase(),
    "daily" to state.measures.filter { it.daily && it.active }.map { it.id },
    "archived" to state.measures.filter { !it.active }.map { it.id },
    "reminders" to state.reminders.map { "${it.kind} ${it.clockMin} ${if (it.active) "on" else "off"}" },
    "days" to state.reminders.map { it.days.joinToString(" ") },
    "quiet" to state.reminders.map { row -> row.quiet?.let { "${it.fromMin} ${it.toMin}" } },
    "open_reminder" to state.reminders.indexOfFirst { it.id == state.openReminder }.takeIf { it >= 0 }?.plus(1),
    "blocked" to state.blocked?.name?.lowercase(),
    "lock" to state.lock.name.lowercase(),
    "own" to state.own?.label,
    "own_scale" to state.own?.scale?.name?.lowercase(),
    "own_ends" to state.own?.ends?.toList(),
    "own_session" to state.own?.session,
    "own_can_save" to state.own?.canSave,
    "last_measure" to state.measures.lastOrNull()?.fact(),
    "own_problem" to state.own?.problem?.fact(),
    "erasing" to state.erasing?.typed,
    "erase_wrong" to state.erasing?.wrong,
    "notice" to state.notice?.name?.lowercase(),
    "problem" to state.problem?.fact(),
)
