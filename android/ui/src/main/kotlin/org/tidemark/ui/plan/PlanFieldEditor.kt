package org.tidemark.ui.plan

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Kind
import org.tidemark.logic.plan.Apart
import org.tidemark.logic.plan.Often
import org.tidemark.logic.plan.OftenUnit
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.DayField
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.Ticks
import org.tidemark.ui.records.code
import org.tidemark.ui.records.codesOf
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** One field of the plan, asked by what it may hold. */
@Composable
internal fun PlanFieldEditor(rule: FieldRule, label: String, text: String, today: String, broken: String?, onText: (String) -> Unit) {
    when (rule.name) {
        "since", "review_on" -> DayField(label, text, onText, today, broken)
        "modality" -> OneOf(label, rule, (rule.form as? FieldForm.Code)?.allowed.orEmpty(), text, broken, onText)
        "pressure" -> OneOf(label, rule, (1..5).map { it.toString() }, text, broken, onText)
        "minutes" -> Field(label, text, onText, strings.planMinutesHint(), broken, keyboard = KeyboardType.Number)
        "frequency" -> OftenFields(label, text, broken, onText)
        "keep_apart" -> ApartFields(text, broken, onText)
        "preferred_days" -> Days(label, rule, text, broken, onText)
        "preferred_times" -> Field(label, text, onText, strings.recordsTimesFormat(), broken, lines = 2)
        "if_distress", "agreed_with" -> Field(label, text, onText, strings.recordsOneALine(), broken, lines = 2)
        else -> Field(label, text, onText, broken = broken, lines = 2)
    }
}

@Composable
private fun OneOf(label: String, rule: FieldRule, codes: List<String>, text: String, broken: String?, onText: (String) -> Unit) {
    val words = LocalWords.current
    val all = codes.map { it to words.strings.code(Kind.SESSION_PLAN, rule.name, it) } + ("" to strings.appNotSet())
    Labelled(label, broken = broken) { Choices(label, all, text, onText) }
}

@Composable
private fun Days(label: String, rule: FieldRule, text: String, broken: String?, onText: (String) -> Unit) {
    val words = LocalWords.current
    val codes = codesOf(rule.name).orEmpty()
    val ticked = text.lines().filter { it.isNotBlank() }.toSet()
    Labelled(label, broken = broken) {
        Ticks(label, codes.map { it to words.strings.code(Kind.SESSION_PLAN, rule.name, it) }, ticked) { code, on ->
            onText(codes.filter { if (it == code) on else it in ticked }.joinToString("\n"))
        }
    }
}

/** A number, and what it counts. The unit is kept here while there is no number yet. */
@Composable
private fun OftenFields(label: String, text: String, broken: String?, onText: (String) -> Unit) {
    var unit by remember { mutableStateOf(Often.of(text).unit) }
    val often = Often.of(text).copy(unit = unit)
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Field("$label: ${strings.planOften()}", often.count, { onText(often.copy(count = it).text) }, broken = broken, keyboard = KeyboardType.Number)
        val units = listOf(
            OftenUnit.PER_WEEK to strings.planUnitPerWeek(),
            OftenUnit.PER_MONTH to strings.planUnitPerMonth(),
            OftenUnit.EVERY_DAYS to strings.planUnitEveryDays(),
        )
        Choices(strings.planOftenUnit(), units, unit) {
            unit = it
            onText(often.copy(unit = it).text)
        }
    }
}

@Composable
private fun ApartFields(text: String, broken: String?, onText: (String) -> Unit) {
    val apart = Apart.of(text)
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Field(strings.planApartTalking(), apart.talkingTherapy, { onText(apart.copy(talkingTherapy = it).text) }, broken = broken, keyboard = KeyboardType.Number)
        Field(strings.planApartDose(), apart.dose, { onText(apart.copy(dose = it).text) }, keyboard = KeyboardType.Number)
    }
}
