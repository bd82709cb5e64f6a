package org.tidemark.logic.settings

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.bindings.momentFromText
import org.tidemark.bindings.splitItems
import org.tidemark.logic.Env
import org.tidemark.logic.Moment
import org.tidemark.logic.reminder.EVERY_DAY
import org.tidemark.logic.reminder.QuietHours
import org.tidemark.logic.reminder.Rung
import java.time.Instant
import java.time.ZoneId

/** A reminder as a row. */
public data class ReminderRow(
    val id: String,
    /** Code of what it reminds of, such as `check_in`. */
    val kind: String,
    /** Minutes after midnight; none for one that counts from a session. */
    val clockMin: Int?,
    val active: Boolean,
    val last: Moment?,
    val next: Moment?,
    /** Codes of the days it comes on, Monday first; none for one that counts from a session. */
    val days: List<String> = emptyList(),
    val quiet: QuietHours? = null,
)

/** The quiet hours that the switch begins with: from 22:00 until 07:00. */
public val USUAL_QUIET: QuietHours = QuietHours(22 * 60, 7 * 60)

internal fun Env.reminderRows(): List<ReminderRow> {
    val times = phone.reminderTimes()
    return diary.records(Kind.REMINDER, Span()).map { it.row(times[it.id] ?: Rung(), now()) }
}

/** The phone knows when it rang and rings next; what an import brought stands until it does. */
private fun DiaryRecord.row(rung: Rung, now: Moment): ReminderRow {
    val clockMin = minutes("wall_clock")
    val from = minutes("quiet_from")
    val to = minutes("quiet_to")
    return ReminderRow(
        id = id,
        kind = text("kind").orEmpty(),
        clockMin = clockMin,
        active = text("active") != "false",
        last = rung.lastMs?.let { now.at(it) } ?: text("last_fired_at")?.let { momentFromText(it) },
        next = rung.next?.let { now.at(it.atMs) } ?: text("next_fire_at")?.let { momentFromText(it) },
        days = if (clockMin == null) emptyList() else days(),
        quiet = if (from != null && to != null) QuietHours(from, to) else null,
    )
}

private fun DiaryRecord.text(name: String): String? = fields.firstOrNull { it.name == name }?.text

/** Every day when the record names none. */
private fun DiaryRecord.days(): List<String> {
    val named = text("days")?.let(::splitItems).orEmpty()
    return EVERY_DAY.filter { named.isEmpty() || it in named }
}

/** Another instant on the same wall clock, which may have another offset by then. */
private fun Moment.at(ms: Long): Moment {
    val offsetS = zoneId?.let { ZoneId.of(it).rules.getOffset(Instant.ofEpochMilli(ms)).totalSeconds } ?: offsetS
    return copy(epochMs = ms, offsetS = offsetS)
}

/** Minutes after midnight of a field `hh:mm`, as the core writes it. */
private fun DiaryRecord.minutes(name: String): Int? {
    val (hours, minutes) = text(name)?.split(':')?.map { it.toIntOrNull() }?.takeIf { it.size >= 2 } ?: return null
    return if (hours == null || minutes == null) null else hours * 60 + minutes
}

internal fun clock(minutes: Int): String = "%02d:%02d".format(java.util.Locale.ROOT, minutes / 60, minutes % 60)

/** A reminder of the daily check-in; the phone plans anew once it is on disk. */
internal fun Env.addReminder(clockMin: Int) {
    val fields = listOf(FieldText("kind", "check_in"), FieldText("wall_clock", clock(clockMin)))
    diary.addRecord(Kind.REMINDER, fields, RecordedBy.OWN, now())
    phone.rearmReminders()
}

internal fun Env.editReminder(id: String, vararg fields: FieldText) {
    diary.editRecord(Kind.REMINDER, id, fields.asList(), RecordedBy.OWN, null, now())
    phone.rearmReminders()
}

/** Both ends at once: the core takes quiet hours whole. */
internal fun Env.setQuiet(id: String, quiet: QuietHours?) = editReminder(
    id,
    FieldText("quiet_from", quiet?.let { clock(it.fromMin) }),
    FieldText("quiet_to", quiet?.let { clock(it.toMin) }),
)
