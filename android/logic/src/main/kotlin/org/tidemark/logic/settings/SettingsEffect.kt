package org.tidemark.logic.settings

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Frame
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Measure
import org.tidemark.bindings.MeasureDraft
import org.tidemark.bindings.MeasureUnit
import org.tidemark.bindings.Period
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Span
import org.tidemark.bindings.TableOptions
import org.tidemark.bindings.eraseDiary
import org.tidemark.bindings.momentFromText
import org.tidemark.bindings.starterSets
import org.tidemark.logic.Blocked
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.reminder.Rung
import org.tidemark.logic.reply
import java.io.File
import java.time.Instant
import java.time.ZoneId

/** What is to be done in the world. */
public sealed interface SettingsEffect {
    public data object Read : SettingsEffect

    public data class Choose(val setting: Setting) : SettingsEffect

    public data class ChooseSet(val id: String) : SettingsEffect

    public data class Change(val measure: Measure) : SettingsEffect

    public data class AddOwn(val own: OwnMeasure) : SettingsEffect

    public data class AddReminder(val clockMin: Int) : SettingsEffect

    public data class SwitchReminder(val id: String, val on: Boolean) : SettingsEffect

    public data class MoveReminder(val id: String, val clockMin: Int) : SettingsEffect

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
    is SettingsEffect.AddOwn -> reply { env.diary.addMeasure(effect.own.draft(env.diary.measures().size)) }
        .event({ SettingsEvent.OwnKept }) { SettingsEvent.OwnNotKept(it) }
    is SettingsEffect.AddReminder -> kept { env.addReminder(effect.clockMin) }
    is SettingsEffect.SwitchReminder -> kept { env.editReminder(effect.id, "active", effect.on.toString()) }
    is SettingsEffect.MoveReminder -> kept { env.editReminder(effect.id, "wall_clock", clock(effect.clockMin)) }
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
    reminders = phone.reminderTimes().let { times -> diary.records(Kind.REMINDER, Span()).map { it.row(times[it.id] ?: Rung(), now()) } },
    blocked = phone.remindersBlocked(),
    lock = when {
        doorway.vault.asksPerson() -> Lock.ON
        doorway.vault.heldWords(doorway.path) != null -> Lock.WORDS_FIRST
        else -> Lock.OFF
    },
)

private fun DiaryRecord.text(name: String): String? = fields.firstOrNull { it.name == name }?.text

/** The phone knows when it rang and rings next; what an import brought stands until it does. */
private fun DiaryRecord.row(rung: Rung, now: Moment) = ReminderRow(
    id = id,
    kind = text("kind").orEmpty(),
    clockMin = text("wall_clock")?.let { minutes(it) },
    active = text("active") != "false",
    last = rung.lastMs?.let { now.at(it) } ?: text("last_fired_at")?.let { momentFromText(it) },
    next = rung.next?.let { now.at(it.atMs) } ?: text("next_fire_at")?.let { momentFromText(it) },
)

/** Another instant on the same wall clock, which may have another offset by then. */
private fun Moment.at(ms: Long): Moment {
    val offsetS = zoneId?.let { ZoneId.of(it).rules.getOffset(Instant.ofEpochMilli(ms)).totalSeconds } ?: offsetS
    return copy(epochMs = ms, offsetS = offsetS)
}

/** `hh:mm` as the core writes it. */
private fun minutes(clock: String): Int? {
    val (hours, minutes) = clock.split(':').map { it.toIntOrNull() }.takeIf { it.size >= 2 } ?: return null
    return if (hours == null || minutes == null) null else hours * 60 + minutes
}

private fun clock(minutes: Int): String = "%02d:%02d".format(java.util.Locale.ROOT, minutes / 60, minutes % 60)

/** A reminder of the daily check-in; the phone plans anew once it is on disk. */
internal fun Env.addReminder(clockMin: Int) {
    val fields = listOf(FieldText("kind", "check_in"), FieldText("wall_clock", clock(clockMin)))
    diary.addRecord(Kind.REMINDER, fields, RecordedBy.OWN, now())
    phone.rearmReminders()
}

private fun Env.editReminder(id: String, field: String, text: String) {
    diary.editRecord(Kind.REMINDER, id, listOf(FieldText(field, text)), RecordedBy.OWN, null, now())
    phone.rearmReminders()
}

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

/** A measure from 0 to 10, asked each day about the day. Its name is made of its label, or numbered when no letter fits. */
private fun OwnMeasure.draft(known: Int): MeasureDraft {
    val letters = label.lowercase().map { if (it in 'a'..'z' || it in '0'..'9') it else '_' }.joinToString("")
    // A name begins with a letter.
    val name = letters.trimStart { it !in 'a'..'z' }.trimEnd('_').take(MOST_OF_A_NAME)
    return MeasureDraft(
        id = name.ifEmpty { "own_${known + 1}" },
        label = label.trim(),
        frame = Frame.DAY_OVERALL,
        unit = MeasureUnit.SCORE,
        direction = direction,
        minMilli = 0,
        maxMilli = 10_000,
        stepMilli = 1_000,
        anchorLow = low.trim().ifEmpty { null },
        anchorHigh = high.trim().ifEmpty { null },
    )
}

private const val MOST_OF_A_NAME = 40

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
