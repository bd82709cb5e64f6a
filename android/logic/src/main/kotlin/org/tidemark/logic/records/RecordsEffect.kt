package org.tidemark.logic.records

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.bindings.joinItems
import org.tidemark.bindings.recordFields
import org.tidemark.bindings.splitItems
import org.tidemark.logic.Drafts
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.takeBack
import java.time.LocalDateTime
import java.time.ZoneId
import java.time.ZoneOffset

/** What is to be done in the world, one after another. */
public sealed interface RecordsEffect {
    public data object Read : RecordsEffect

    /** Adds a record, or changes the fields of one. */
    public data class Write(val id: String?, val typed: List<Typed>, val reason: String) : RecordsEffect

    public data class Remove(val id: String) : RecordsEffect

    /** Takes the last act back, which was about that record. */
    public data class TakeBack(val id: String) : RecordsEffect

    public data class ReadHistory(val id: String) : RecordsEffect

    /** Remembers a form for the way back to it. */
    public data class Keep(val form: RecordForm?) : RecordsEffect
}

/** What stands in a field of a form. */
public data class Typed(val field: String, val text: String, val form: FieldForm)

internal class RecordsWork(
    private val kind: Kind,
    private val diary: OpenDiaryInterface,
    private val now: () -> Moment,
    private val drafts: Drafts,
    private val place: Place,
) {
    fun perform(effect: RecordsEffect): RecordsEvent? = when (effect) {
        RecordsEffect.Read -> reply { read() }.event({ it }) { RecordsEvent.NotRead(it) }
        is RecordsEffect.Write -> reply { written(effect) }.event({ it }) { RecordsEvent.NotWritten(it) }
        is RecordsEffect.Remove -> reply {
            val at = now()
            diary.removeRecord(kind, effect.id, RecordedBy.OWN, at)
            RecordsEvent.Removed(effect.id, at)
        }.event({ it }) { RecordsEvent.NotRemoved(it) }
        is RecordsEffect.TakeBack -> diary.takeBack(effect.id, now())?.let { RecordsEvent.NotTakenBack(it) } ?: RecordsEvent.TakenBack
        is RecordsEffect.ReadHistory -> reply { diary.showRecord(kind, effect.id).revisions }
            .event({ RecordsEvent.HistoryRead(effect.id, it) }) { RecordsEvent.HistoryNotRead(it) }
        is RecordsEffect.Keep -> {
            drafts.keep(place, effect.form)
            null
        }
    }

    private fun read(): RecordsEvent.Read {
        val rules = recordFields(kind).filter { it.settable && it.name !in followed && !(kind == Kind.THERAPIST && it.name == "checklist") }
        val rows = diary.records(kind, Span()).map { it.row(rules) }
        return RecordsEvent.Read(diary.today(now()).day, rules, if (kind in newestFirst) rows.asReversed() else rows, choices(rules))
    }

    /** The core's order is by day, the oldest first; what happened is looked for from the newest on. */
    private val newestFirst = setOf(Kind.MEDICATION_CHANGE, Kind.EVENT, Kind.VISIT, Kind.PRACTICE, Kind.INSTRUMENT_RESULT, Kind.DISTRESS_EVENT)

    /** The day of these follows from the moment beside it. */
    private val followed = if (recordFields(kind).any { it.form == FieldForm.Moment }) setOf("logical_date") else emptySet()

    private fun choices(rules: List<FieldRule>): Map<String, List<Choice>> = rules.mapNotNull { rule ->
        when (rule.name) {
            "medication_id" -> rule.name to diary.records(Kind.MEDICATION, Span()).map { Choice(it.id, it.text("name")) }
            "measure_id" -> rule.name to diary.measures().filter { it.active }.map { Choice(it.id, it.label) }
            else -> null
        }
    }.toMap()

    private fun written(effect: RecordsEffect.Write): RecordsEvent.Written {
        val at = now()
        val fields = effect.typed.map { it.fieldText(at) }
        val record = when (val id = effect.id) {
            null -> diary.addRecord(kind, fields.filter { it.text != null }, RecordedBy.OWN, at)
            else -> diary.editRecord(kind, id, fields, RecordedBy.OWN, effect.reason.trim().ifEmpty { null }, at)
        }
        return RecordsEvent.Written(record.id, at, offersHelp = record.offersHelp())
    }
}

internal fun DiaryRecord.text(name: String): String = fields.firstOrNull { it.name == name }?.text.orEmpty()

/** A field as the library takes it; what is blank empties it. */
internal fun Typed.fieldText(now: Moment): FieldText = FieldText(field, text.ifBlank { null }?.let { stored(it, form, now) })

private fun DiaryRecord.row(rules: List<FieldRule>): Row = Row(this, shown(rules))

/** The fields of a record that say something, as a form shows them. */
internal fun DiaryRecord.shown(rules: List<FieldRule>): Map<String, String> =
    rules.mapNotNull { rule -> text(rule.name).takeIf { it.isNotEmpty() }?.let { rule.name to shown(it, rule.form) } }.toMap()

/** A field as a form shows it: a moment as day and time of its own clock, items one a line. */
internal fun shown(text: String, form: FieldForm): String = when (form) {
    FieldForm.Moment -> text.take("2026-11-24T10:00".length).replace('T', ' ')
    FieldForm.Items -> splitItems(text).joinToString("\n")
    else -> text
}

/** What was typed as the library takes it. */
private fun stored(text: String, form: FieldForm, now: Moment): String? = when (form) {
    FieldForm.Moment -> moment(text, now)
    FieldForm.Items -> joinItems(text.lines().map { it.trim() }.filter { it.isNotEmpty() })
    FieldForm.Number -> text.replace(',', '.')
    else -> text
}

/** A day and time of the phone's clock; where the clock was put back, the earlier of the two. */
private fun moment(text: String, now: Moment): String {
    val local = LocalDateTime.parse(text.replace(' ', 'T'))
    val known = now.zoneId?.takeIf { it in ZoneId.getAvailableZoneIds() }
    val at = local.atZone(known?.let { ZoneId.of(it) } ?: ZoneOffset.ofTotalSeconds(now.offsetS))
    val offset = if (at.offset == ZoneOffset.UTC) "+00:00" else at.offset.id
    return at.toLocalDateTime().toString().let { if (it.length == "2026-11-24T10:00".length) "$it:00" else it } + offset + (known?.let { "[$it]" } ?: "")
}

/** Whether the ninth item of a PHQ-9 was given and is above 0: the page with help is offered, whatever the total. */
private fun DiaryRecord.offersHelp(): Boolean =
    kind == Kind.INSTRUMENT_RESULT && text("instrument") == "phq_9" &&
        splitItems(text("items").ifEmpty { return false }).any { it.startsWith("9:") && (it.substringAfter(':').toIntOrNull() ?: 0) > 0 }
