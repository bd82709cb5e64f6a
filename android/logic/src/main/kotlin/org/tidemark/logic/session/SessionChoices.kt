package org.tidemark.logic.session

import org.tidemark.bindings.Area
import org.tidemark.bindings.AreaUse
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Modality
import org.tidemark.bindings.Region
import org.tidemark.bindings.Side
import org.tidemark.bindings.joinItems
import org.tidemark.bindings.splitItems

/** What is agreed before a session; none or empty where nothing was said. Texts are as typed: one need, one oil a line. */
public data class SessionChoices(
    val style: Modality? = null,
    /** 1 (feather-light) to 5 (deep). */
    val pressure: Int? = null,
    val minutes: Int? = null,
    val areas: List<Area> = emptyList(),
    val comfortNeeds: String = "",
    val stopSignal: String = "",
    val oils: String = "",
    /** When medicines were last taken before it. */
    val doses: List<Dose> = emptyList(),
)

/** The name of a value in the diary's files and in the catalogue: `gentle_deep_tissue`. */
public val Enum<*>.code: String get() = name.lowercase()

/** The value of that name; none for a name of a later version. */
internal inline fun <reified T : Enum<T>> coded(code: String?): T? = enumValues<T>().firstOrNull { it.code == code }

/** Choices as the fields of a session say them. */
internal fun choices(text: (String) -> String?): SessionChoices = SessionChoices(
    style = coded<Modality>(text("modality")),
    pressure = text("pressure_asked")?.toIntOrNull(),
    minutes = text("planned_min")?.toIntOrNull(),
    areas = items(text("areas")).mapNotNull(::areaOf),
    comfortNeeds = items(text("comfort_needs")).joinToString("\n"),
    stopSignal = text("stop_signal").orEmpty(),
    // Whether an oil was tolerated belongs to one session, its name to the next one too.
    oils = items(text("oils")).joinToString("\n") { it.removePrefix("not_tolerated:").removePrefix("tolerated:") },
    doses = items(text("last_doses")).mapNotNull(::doseOf),
)

/** Choices as fields of a session; what is empty empties its field. */
internal fun SessionChoices.fields(): List<FieldText> = details() + listOf(
    FieldText("modality", style.orOther.code),
    FieldText("pressure_asked", pressure?.toString()),
    FieldText("planned_min", minutes?.toString()),
    FieldText("areas", joinItems(areas.map { it.item })),
)

/** An area as the diary writes it. */
public val Area.item: String get() = "${wanted.code}:${region.code}:${side.code}"

/** The fields in which these choices differ from [held]. */
internal fun SessionChoices.fieldsOtherThan(held: SessionChoices): List<FieldText> = fields() - held.fields().toSet()

/** What has no place of its own in a draft. */
internal fun SessionChoices.details(): List<FieldText> = listOf(
    FieldText("comfort_needs", joinItems(lines(comfortNeeds))),
    FieldText("stop_signal", stopSignal.trim().ifEmpty { null }),
    FieldText("oils", joinItems(lines(oils))),
    FieldText("last_doses", joinItems(doses.map { it.item })),
)

/** Items of a list field. */
internal fun items(text: String?): List<String> = text?.let(::splitItems).orEmpty()

private fun lines(text: String): List<String> = text.lines().map { it.trim() }.filter { it.isNotEmpty() }

/** An area as the diary writes it, `focus:neck:both`; none for one of a later version. */
public fun areaOf(item: String): Area? {
    val (wanted, region, side) = item.split(':', limit = 3).takeIf { it.size == 3 } ?: return null
    return Area(coded<Region>(region) ?: return null, coded<Side>(side) ?: return null, coded<AreaUse>(wanted) ?: return null)
}
