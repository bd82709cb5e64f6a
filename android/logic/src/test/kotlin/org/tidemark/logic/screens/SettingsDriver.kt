package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Setting
import org.tidemark.logic.Env
import org.tidemark.logic.settings.OwnMeasure
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
    return when (val name = step.get("event").asString) {
        "rollover_chosen" -> SettingsEvent.Chosen(Setting.Rollover(step.get("minutes").asInt.toUShort()))
        "paper_chosen" -> SettingsEvent.Chosen(Setting.SheetOfPaper(Paper.valueOf(step.get("paper").asString.uppercase())))
        "set_chosen" -> SettingsEvent.StarterSetChosen(step.get("set").asString)
        "daily_switched" -> SettingsEvent.DailySwitched(measure(), step.get("on").asBoolean)
        "archive_switched" -> SettingsEvent.ArchiveSwitched(measure(), step.get("archived").asBoolean)
        "own_asked" -> SettingsEvent.OwnAsked
        "own_typed" -> SettingsEvent.OwnTyped(OwnMeasure(label = step.get("label").asString))
        "own_saved" -> SettingsEvent.OwnSaved
        "reminder_added" -> SettingsEvent.ReminderAdded(step.get("minutes").asInt)
        "export_asked" -> SettingsEvent.ExportAsked
        "lock_switched" -> SettingsEvent.LockSwitched(step.get("on").asBoolean)
        "erase_asked" -> SettingsEvent.EraseAsked
        "erase_typed" -> SettingsEvent.EraseTyped(step.get("typed").asString)
        "erase_confirmed" -> SettingsEvent.EraseConfirmed("erase")
        else -> error("Settings has no event $name")
    }
}

private fun settingsFacts(state: SettingsState): Map<String, Any?> = mapOf(
    "rollover_min" to state.chosen?.rolloverMin?.toInt(),
    "paper" to state.chosen?.paper?.name?.lowercase(),
    "daily" to state.measures.filter { it.daily && it.active }.map { it.id },
    "archived" to state.measures.filter { !it.active }.map { it.id },
    "reminders" to state.reminders.map { "${it.kind} ${it.clockMin} ${if (it.active) "on" else "off"}" },
    "blocked" to state.blocked?.name?.lowercase(),
    "lock" to state.lock.name.lowercase(),
    "own" to state.own?.label,
    "own_problem" to state.own?.problem?.fact(),
    "erasing" to state.erasing?.typed,
    "erase_wrong" to state.erasing?.wrong,
    "notice" to state.notice?.name?.lowercase(),
    "problem" to state.problem?.fact(),
)
