package org.tidemark.logic.session

import org.tidemark.bindings.FieldText
import org.tidemark.bindings.joinItems
import org.tidemark.bindings.momentToText
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem

/** What the person tells about a session that is over; none or empty where nothing was said. */
public data class Told(
    /** 1 (feather-light) to 5 (deep). */
    val pressureFelt: Int? = null,
    val unwanted: List<Unwanted> = emptyList(),
    /** What helps afterwards, and when it was done. */
    val aftercare: List<Care> = emptyList(),
    val note: String = "",
)

/** An effect nobody wanted. [kind] is a code of the catalogue, `part.unwanted.*`; [strength] 0 to 10, none when not said. */
public data class Unwanted(
    val kind: String,
    /** Minutes from the session's end until it was there. */
    val onsetMin: Int,
    val strength: Int? = null,
    /** When it was over, as the diary writes it. */
    val overAt: String? = null,
)

/** One thing that helps afterwards: a code, and the moment it was done as the diary writes it; none: not yet. */
public data class Care(val item: String, val doneAt: String? = null)

/** The effects that are asked for, in their order. */
public val unwantedKinds: List<String> =
    listOf("soreness", "bruise", "headache", "dizziness", "skin_reaction", "tiredness", "low_mood", "more_pain", "other")

/** What is offered for the time after, in its order. */
public val careItems: List<String> = listOf("water", "light_movement", "rest", "warm_bath", "other")

/** How far what was told is on its way to the disk. */
public sealed interface Written {
    /** Nothing was changed here. */
    public data object AsRead : Written

    /** [left] changes are on their way. */
    public data class Writing(val left: Int) : Written

    public data class Saved(val at: Moment) : Written

    /** On the screen only. */
    public data class NotSaved(val problem: Problem) : Written
}

internal fun Written.sent(): Written = Written.Writing((this as? Written.Writing)?.left?.plus(1) ?: 1)

internal fun Written.arrived(at: Moment): Written {
    val left = (this as? Written.Writing)?.left ?: return this
    return if (left > 1) Written.Writing(left - 1) else Written.Saved(at)
}

internal fun told(text: (String) -> String?): Told = Told(
    pressureFelt = text("pressure_felt")?.toIntOrNull(),
    unwanted = items(text("unwanted")).map(::unwanted),
    aftercare = items(text("aftercare")).map { item -> Care(item.substringBefore('@'), item.substringAfter('@', "").ifEmpty { null }) },
    note = text("note").orEmpty(),
)

/** All of it, so that the last change wins and trying again repeats everything. */
internal fun Told.fields(): List<FieldText> = listOf(
    FieldText("pressure_felt", pressureFelt?.toString()),
    FieldText("unwanted", joinItems(unwanted.map { it.item() })),
    FieldText("aftercare", joinItems(aftercare.map { care -> care.item + care.doneAt?.let { "@$it" }.orEmpty() })),
    FieldText("note", note.trim().ifEmpty { null }),
)

/** With [kind] noted from [onsetMin] minutes after the end on, or without it when it was noted. */
internal fun Told.toggled(kind: String, onsetMin: Int): Told =
    if (unwanted.any { it.kind == kind }) copy(unwanted = unwanted.filter { it.kind != kind }) else copy(unwanted = unwanted + Unwanted(kind, onsetMin))

/** With how strong [kind] was, 0 to 10; none when that is not said. */
internal fun Told.strength(kind: String, strength: Int?): Told =
    copy(unwanted = unwanted.map { if (it.kind == kind) it.copy(strength = strength) else it })

/** With [item] done at [at], or not done any more. */
internal fun Told.ticked(item: String, at: Moment): Told {
    val others = aftercare.filter { it.item != item }
    val done = aftercare.any { it.item == item && it.doneAt != null }
    return copy(aftercare = if (done) others else others + Care(item, momentToText(at)))
}

private fun Unwanted.item(): String = "$kind:$onsetMin:${strength ?: ""}" + overAt?.let { "@$it" }.orEmpty()

private fun unwanted(item: String): Unwanted {
    val (kind, onset, strength) = (item.substringBefore('@').split(':', limit = 3) + listOf("", "")).take(3)
    return Unwanted(kind, onset.toIntOrNull() ?: 0, strength.toIntOrNull(), item.substringAfter('@', "").ifEmpty { null })
}
