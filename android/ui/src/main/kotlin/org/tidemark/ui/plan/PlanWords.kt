package org.tidemark.ui.plan

import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Kind
import org.tidemark.logic.plan.Apart
import org.tidemark.logic.plan.Often
import org.tidemark.logic.plan.OftenUnit
import org.tidemark.ui.records.code
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.sentence
import org.tidemark.ui.words.written

/** What a field of the plan says, as a person reads it; a text of a later version as it is. */
internal fun Words.said(rule: FieldRule, text: String): String = when (rule.name) {
    "frequency" -> often(text)
    "keep_apart" -> apart(text).joinToString("\n")
    "minutes" -> text.toIntOrNull()?.let { strings.sessionMinutes(it) } ?: text
    "preferred_days" -> text.lines().joinToString(", ") { strings.code(Kind.SESSION_PLAN, rule.name, it) }
    "preferred_times" -> text.lines().joinToString(", ")
    "modality", "pressure" -> strings.code(Kind.SESSION_PLAN, rule.name, text)
    "review_on", "since" -> written(text)
    else -> text
}

private fun Words.often(text: String): String {
    val often = Often.of(text)
    val count = often.count.toIntOrNull() ?: return text
    return when (often.unit) {
        OftenUnit.PER_WEEK -> strings.planPerWeek(count)
        OftenUnit.PER_MONTH -> strings.planPerMonth(count)
        OftenUnit.EVERY_DAYS -> strings.planEveryDays(count)
    }.let(::sentence)
}

/** The rules of hours from other things, a line each. */
internal fun Words.apart(text: String): List<String> {
    val apart = Apart.of(text)
    return listOfNotNull(
        apart.talkingTherapy.toIntOrNull()?.let { strings.planHoursTalkingTherapy(it) },
        apart.dose.toIntOrNull()?.let { strings.planHoursDose(it) },
    )
}
