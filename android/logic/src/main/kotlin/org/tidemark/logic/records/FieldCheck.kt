package org.tidemark.logic.records

import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldRule
import org.tidemark.logic.Problem
import java.time.LocalDate
import java.time.LocalTime

/**
 * What a form can say about a field before it is sent. The bounds are the core's, which decides again when it saves; this only
 * puts the words beside the field while the person still looks at it.
 */
internal fun FieldRule.broken(text: String): Broken? = when {
    text.isBlank() -> Broken.Needed.takeIf { needed }
    else -> form.broken(text.trim())
}

private fun FieldForm.broken(text: String): Broken? = when (this) {
    is FieldForm.Text -> Broken.TooLong(most.toInt()).takeIf { text.codePointCount(0, text.length) > it.most }
    is FieldForm.Whole -> {
        val number = text.toLongOrNull()
        when {
            number == null -> Broken.NoNumber
            number < min.toLong() || number > max.toLong() -> Broken.Outside(min.toInt(), max.toInt())
            else -> null
        }
    }
    FieldForm.Number -> Broken.NoNumber.takeIf { text.replace(',', '.').toBigDecimalOrNull() == null }
    FieldForm.Date -> Broken.NoDay.takeIf { !text.isDay() }
    FieldForm.Clock -> Broken.NoTime.takeIf { !text.isTime() }
    FieldForm.Moment -> when {
        !text.substringBefore(' ').isDay() -> Broken.NoDay
        !text.substringAfter(' ', "").isTime() -> Broken.NoTime
        else -> null
    }
    is FieldForm.Code, FieldForm.Items, FieldForm.Uuid, FieldForm.Word, FieldForm.YesNo -> null
}

private fun String.isDay(): Boolean = runCatching { LocalDate.parse(this) }.isSuccess

private fun String.isTime(): Boolean = length == "hh:mm".length && runCatching { LocalTime.parse(this) }.isSuccess

/**
 * Whether a person has to fill the field. A required field with a usual value, such as today, is none: which those are is the
 * core's to know and not told by the rule, and a form that insisted on them would ask more than the command line does.
 */
public val FieldRule.needed: Boolean
    get() = required && name !in setOf("started_on", "status", "start", "logical_date", "filled_by", "taken_at", "since", "reviewed_on") &&
        !(name == "at" && form == FieldForm.Date)

/**
 * The field that a rule of the core is about. The library answers one sentence and no field of its own, so the field is read
 * from where the sentence begins; a sentence that begins otherwise stands over the whole form.
 */
internal fun List<FieldRule>.fieldOf(reason: String): String? =
    firstOrNull { reason.startsWith("${it.name}: ") || reason.startsWith("${it.name} ") }?.name
        ?: spoken.entries.firstOrNull { (words, field) -> reason.startsWith("$words ") && any { it.name == field } }?.value

/** What each field of a form breaks, as far as a form can say. */
internal fun RecordForm.brokenBy(rules: List<FieldRule>): Map<String, Broken> =
    rules.mapNotNull { rule -> rule.broken(texts[rule.name].orEmpty())?.let { rule.name to it } }.toMap()

/** What is written of a form: all that stands in a new one, else what was changed. In the order of the rules, so that both phones write the same lines of history. */
internal fun RecordForm.typed(rules: List<FieldRule>): List<Typed> = rules.mapNotNull { rule ->
    val text = texts[rule.name].orEmpty().trim()
    val before = before[rule.name].orEmpty().trim()
    Typed(rule.name, text, rule.form).takeIf { if (id == null) text.isNotEmpty() else text != before }
}

/** The form after the library refused it: the rule stands at its field, or the problem over the form. */
internal fun RecordForm.refused(problem: Problem, rules: List<FieldRule>): RecordForm {
    val reason = (problem as? Problem.NotTaken)?.reason
    val field = reason?.let { rules.fieldOf(it) }
    return if (field == null) copy(problem = problem) else copy(broken = broken + (field to Broken.Rule(reason)))
}

/** How the core calls fields in rules between two of them. */
private val spoken: Map<String, String> = mapOf(
    "the last day of a medicine" to "stop",
    "the end of an event" to "end",
    "a visit" to "questions",
    "total" to "total",
    "items" to "items",
    "a frequency" to "frequency",
    "a rule to keep apart" to "keep_apart",
    "hours to keep apart" to "keep_apart",
    "what it is and since when" to "history",
)
