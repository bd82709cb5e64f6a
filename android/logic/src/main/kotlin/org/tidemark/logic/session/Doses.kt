package org.tidemark.logic.session

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Span
import org.tidemark.bindings.momentFromText
import org.tidemark.bindings.momentToText
import org.tidemark.logic.Moment

/** When a medicine was last taken before a session. */
public data class Dose(val medicationId: String, val takenAt: Moment)

/** A medicine that a dose can be of; its [name] in the person's words. */
public data class Medicine(
    val id: String,
    val name: String,
    /** When it is usually taken, in minutes after midnight. */
    val times: List<Int> = emptyList(),
)

/** A dose as the diary writes it: the medicine's id, `@`, a moment. */
internal val Dose.item: String get() = "$medicationId@${momentToText(takenAt)}"

/** A dose as the diary writes it; none for one that a later version writes otherwise. */
internal fun doseOf(item: String): Dose? = try {
    item.substringAfter('@', "").ifEmpty { null }?.let { Dose(item.substringBefore('@').trim(), momentFromText(it.trim())) }
} catch (_: DiaryException.Invalid) {
    null
}

/**
 * When the dose before [at] was likely taken: the latest of its times within the 24 hours before, on the wall clock of [at]; without
 * times, [at] rounded down to the half hour.
 */
internal fun Medicine.lastDose(at: Moment): Dose {
    val offsetMs = at.offsetS * 1000L
    val wallMs = at.epochMs + offsetMs
    val midnightMs = wallMs - Math.floorMod(wallMs, DAY_MS)
    val before = times.map { midnightMs + it * MINUTE_MS }.map { if (it > wallMs) it - DAY_MS else it }
    return Dose(id, at.copy(epochMs = (before.maxOrNull() ?: (wallMs - Math.floorMod(wallMs, HALF_HOUR_MS))) - offsetMs))
}

/** The doses with that of a medicine moved; none when one would lie after [at], or more than a week before. */
internal fun List<Dose>.moved(medicationId: String, minutes: Int, at: Moment): List<Dose>? {
    val moved = map { dose ->
        if (dose.medicationId == medicationId) dose.copy(takenAt = dose.takenAt.copy(epochMs = dose.takenAt.epochMs + minutes * MINUTE_MS)) else dose
    }
    val may = at.epochMs - LONGEST_AGO_MIN * MINUTE_MS..at.epochMs
    return moved.takeIf { all -> all.filter { it.medicationId == medicationId }.all { it.takenAt.epochMs in may } }
}

/** Medicines in use on [day], `YYYY-MM-DD`, and those that [doses] name, deleted or not. */
internal fun OpenDiaryInterface.medicinesOn(day: String, doses: List<Dose>): List<Medicine> {
    val held = records(Kind.MEDICATION, Span())
    val inUse = held.filter { record -> record.text("stop").let { it == null || it >= day } }.map { it.medicine() }
    return inUse + medicinesOf(doses.filter { dose -> inUse.none { it.id == dose.medicationId } })
}

/** The medicines that [doses] name, deleted or not; without those that the diary does not know any more. */
internal fun OpenDiaryInterface.medicinesOf(doses: List<Dose>): List<Medicine> = doses.map { it.medicationId }.distinct().mapNotNull { id ->
    try {
        showRecord(Kind.MEDICATION, id).record.medicine()
    } catch (_: DiaryException.UnknownRecord) {
        null
    }
}

private fun DiaryRecord.medicine() =
    Medicine(id, text("name").orEmpty(), items(text("times")).mapNotNull(::minuteOf))

private fun DiaryRecord.text(name: String): String? = fields.firstOrNull { it.name == name }?.text

/** Minutes after midnight of a time as the diary writes it, `hh:mm`. */
private fun minuteOf(time: String): Int? {
    val hours = time.substringBefore(':').toIntOrNull() ?: return null
    return time.substringAfter(':').take(2).toIntOrNull()?.let { hours * 60 + it }
}

/** A dose further back says nothing about a session. */
public const val LONGEST_AGO_MIN: Int = 7 * 24 * 60

private const val MINUTE_MS = 60_000L
private const val HALF_HOUR_MS = 30 * MINUTE_MS
private const val DAY_MS = 24 * 60 * MINUTE_MS
