package org.tidemark.logic.settings

import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Measure
import org.tidemark.bindings.MeasureDraft
import org.tidemark.bindings.Period
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Setting
import org.tidemark.bindings.TableOptions
import org.tidemark.bindings.eraseDiary
import org.tidemark.bindings.joinItems
import org.tidemark.bindings.starterSets
import org.tidemark.logic.Blocked
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.event
import org.tidemark.logic.reminder.QuietHours
import org.tidemark.logic.reply
import java.io.File

/** What is to be done in the world. */
public sealed interface SettingsEffect {
    public data object Read : SettingsEffect

    public data class Choose(val setting: Setting) : SettingsEffect

    public data class ChooseSet(val id: String) : SettingsEffect

    public data class Change(val measure: Measure) : SettingsEffect

    /** [ends] are the lowest and highest number of its scale. */
    public data class AddOwn(val own: OwnMeasure, val ends: Pair<Int, Int>) : SettingsEffect

    public data class AddReminder(val clockMin: Int) : SettingsEffect

    public data class SwitchReminder(val id: String, val on: Boolean) : SettingsEffect

    public data class MoveReminder(val id: String, val clockMin: Int) : SettingsEffect

    /** No days are each of them. */
    public data class SetDays(val id: String, val days: List<String>) : SettingsEffect

    public data class SetQuiet(val id: String, val quiet: QuietHours?) : SettingsEffect

    public data class OpenSystem(val blocked: Blocked) : SettingsEffect

    public data class SetLock(val on: Boolean) : SettingsEffect

    public data object Export : SettingsEffect

    public data object Erase : SettingsEffect
}

public fun settingsFeature(env: Env): Feature<SettingsState, SettingsEvent, SettingsEffect> =
    Feature(SettingsState(), SettingsEvent.Shown, ::reduce) { perform(it, env) }

/** Does what [effect] says. Touches the disk and may wait for the person: call it off the main thread. */
public fun perform(effect: SettingsEffect, env: Env): SettingsEvent? = when (effect) {
    SettingsEffect.Read -> reply { env.read() }.event({ SettingsEvent.Read(it) }) { SettingsEvent.NotRead(it) }
    is SettingsEffect.Choose -> kept { env.diary.setSetting(effect.setting) }
    is SettingsEffect.ChooseSet -> kept { env.diary.chooseStarterSet(effect.id, RecordedBy.OWN, env.now()) }
    is SettingsEffect.Change -> kept { env.diary.changeMeasure(effect.measure.draft(), RecordedBy.OWN, env.now()) }
    is SettingsEffect.AddOwn -> reply { env.diary.addMeasure(effect.own.draft(effect.ends, env.diary.measures().size)) }
        .event({ SettingsEvent.OwnKept }) { SettingsEvent.OwnNotKept(it) }
    is SettingsEffect.AddReminder -> kept { env.addReminder(effect.clockMin) }
    is SettingsEffect.SwitchReminder -> kept { env.editReminder(effect.id, FieldText("active", effect.on.toString())) }
    is SettingsEffect.MoveReminder -> kept { env.editReminder(effect.id, FieldText("wall_clock", clock(effect.clockMin))) }
    is SettingsEffect.SetDays -> kept { env.editReminder(effect.id, FieldText("days", joinItems(effect.days))) }
    is SettingsEffect.SetQuiet -> kept { env.setQuiet(effect.id, effect.quiet) }
    is SettingsEffect.OpenSystem -> null.also { env.phone.openSystemSettings(effect.blocked) }
    is SettingsEffect.SetLock ->
        if (env.doorway.vault.setAsksPerson(effect.on, env.doorway.path)) SettingsEvent.Kept else SettingsEvent.Noticed(Notice.LOCK_NOT_TAKEN)
    SettingsEffect.Export -> reply { env.export() }.event({ SettingsEvent.Noticed(it) }) { SettingsEvent.NotKept(it) }
    SettingsEffect.Erase -> env.erase()
}

private inline fun kept(act: () -> Unit): SettingsEvent = reply(act).event({ SettingsEvent.Kept }) { SettingsEvent.NotKept(it) }

private fun Env.read(): SettingsState = SettingsState(
    chosen = diary.settings(),
    measures = diary.measures(),
    sets = starterSets(),
    regions = doorway.crisis.regions(),
    reminders = reminderRows(),
    blocked = phone.remindersBlocked(),
    lock = when {
        doorway.vault.asksPerson() -> Lock.ON
        doorway.vault.heldWords(doorway.path) != null -> Lock.WORDS_FIRST
        else -> Lock.OFF
    },
)

private fun Measure.draft() = MeasureDraft(
    id = id,
    label = label,
    frame = frame,
    unit = unit,
    direction = direction,
    minMilli = minMilli,
    maxMilli = maxMilli,
    stepMilli = stepMilli,
    anchorLow = anchorLow,
    anchorHigh = anchorHigh,
    daily = daily,
    session = session,
    active = active,
)

/** Everything as tables that other programs read, in one archive. It is not sealed: the screen says so. */
private fun Env.export(): Notice {
    val name = "tidemark-${diary.today(now()).day}.zip"
    val file = File(phone.outbox, name)
    val all = TableOptions(
        notes = true,
        distress = true,
        reminders = true,
        safety = true,
        therapists = true,
        careTeam = true,
        intake = true,
    )
    return try {
        diary.writeTables(file.path, Period("1900-01-01", "2199-12-31"), all, now())
        if (phone.saveAs(file.path, name, "application/zip")) Notice.EXPORTED else Notice.NOT_EXPORTED
    } finally {
        file.delete()
    }
}

/** The key first, then the rest; what the device holds goes last. The door then finds nothing, or says what is left. */
private fun Env.erase(): SettingsEvent? = reply {
    diary.shut()
    eraseDiary(doorway.path)
    doorway.vault.forgetWords(doorway.path)
    phone.leaveCopyFolder()
    phone.rearmReminders()
    doorway.reopen()
}.event({ null }) { SettingsEvent.NotErased(it) }
