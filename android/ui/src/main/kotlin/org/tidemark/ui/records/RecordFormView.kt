package org.tidemark.ui.records

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.Button
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Revision
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.records.RecordsEvent
import org.tidemark.logic.records.RecordsState
import org.tidemark.logic.records.needed
import org.tidemark.logic.records.questionnaire
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.DayField
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.MomentField
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.Ticks
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** One record in its fields. Each is asked as the core says what it may hold. */
@Composable
internal fun RecordFormView(state: RecordsState, form: RecordForm, send: (RecordsEvent) -> Unit) {
    Text(
        if (form.id == null) strings.recordsNew() else strings.recordsChange(),
        Modifier.semantics { heading() },
        style = MaterialTheme.typography.titleMedium,
    )
    state.rules.forEach { rule ->
        if (state.kind == Kind.INSTRUMENT_RESULT && rule.name == "items") {
            Scores(form, send)
        } else {
            FieldOf(state, form, rule) { send(RecordsEvent.Typed(rule.name, it)) }
        }
    }
    if (form.id != null && form.touched) {
        Field(strings.recordsWhyChanged(), form.reason, { send(RecordsEvent.Reasoned(it)) })
    }
    form.problem?.let { ProblemCard(it) }
    if (form.broken.isNotEmpty()) {
        val words = LocalWords.current
        val fields = state.rules.filter { it.name in form.broken }.joinToString(", ") { words.strings.label(state.kind, it) }
        Told(strings.recordsNotSaved(fields), wrong = true)
    }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Button({ send(RecordsEvent.Submitted) }, Modifier.heightIn(min = TARGET), enabled = !state.working) { Text(strings.appSave()) }
        OutlinedButton({ send(RecordsEvent.Closed) }, Modifier.heightIn(min = TARGET), enabled = !state.working) { Text(strings.appCancel()) }
    }
    if (form.id != null) {
        HorizontalDivider()
        FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp)) {
            if (form.history == null) {
                TextButton({ send(RecordsEvent.HistoryAsked) }, Modifier.heightIn(min = TARGET)) { Text(strings.recordsHistory()) }
            }
            TextButton({ send(RecordsEvent.Deleted) }, Modifier.heightIn(min = TARGET), enabled = !state.working) { Text(strings.appDelete()) }
        }
        form.history?.let { HistoryOf(state, it) }
    }
}

/** One field of a form, asked as the core says what it may hold. */
@Composable
internal fun FieldOf(state: RecordsState, form: RecordForm, rule: FieldRule, onText: (String) -> Unit) {
    val words = LocalWords.current
    val kind = state.kind
    val text = form.texts[rule.name].orEmpty()
    val plain = words.strings.label(kind, rule)
    val label = if (rule.needed) strings.recordsNeededField(plain) else plain
    val broken = form.broken[rule.name]?.let { words.strings.broken(it) }
    val choices = state.choices[rule.name]
    when (val holds = rule.form) {
        is FieldForm.Text -> Field(label, text, onText, broken = broken, lines = if (holds.most > LONG_FROM) 3 else 1)
        is FieldForm.Whole -> Field(label, text, onText, range(form, rule, holds), broken, keyboard = KeyboardType.Number)
        FieldForm.Number -> Field(label, text, onText, broken = broken, keyboard = KeyboardType.Decimal)
        FieldForm.Date -> DayField(label, text, onText, state.today, broken)
        FieldForm.Moment -> MomentField(label, text, onText, state.today, broken)
        FieldForm.Clock -> Field(label, text, onText, strings.recordsTimeFormat(), broken)
        is FieldForm.Code -> OneOf(label, holds.allowed.map { it to words.strings.code(kind, rule.name, it) }, rule, text, broken, onText)
        FieldForm.YesNo -> OneOf(label, listOf("true" to strings.recordsYes(), "false" to strings.recordsNo()), rule, text, broken, onText)
        FieldForm.Items -> ListOf(state, label, rule, text, broken, onText)
        FieldForm.Uuid, FieldForm.Word -> when (choices) {
            null -> Field(label, text, onText, broken = broken)
            else -> OneOf(label, choices.map { it.id to it.name }, rule, text, broken, onText)
        }
    }
}

/** What a whole number may be; the total of a questionnaire is held to that questionnaire's own range. */
@Composable
private fun range(form: RecordForm, rule: FieldRule, holds: FieldForm.Whole): String {
    val most = form.questionnaire?.most?.takeIf { rule.name == "total" }
    return most?.let { strings.recordsTotalHint(it.toString()) } ?: strings.recordsOutside(holds.min.toString(), holds.max.toString())
}

/** A field above so many characters is a place for sentences. */
private const val LONG_FROM = 200u

@Composable
private fun OneOf(label: String, of: List<Pair<String, String>>, rule: FieldRule, text: String, broken: String?, onText: (String) -> Unit) {
    val all = if (rule.required) of else of + ("" to strings.appNotSet())
    Labelled(label, broken = broken) { Choices(label, all, text.takeIf { rule.required || it.isNotEmpty() } ?: "", onText) }
}

@Composable
private fun ListOf(state: RecordsState, label: String, rule: FieldRule, text: String, broken: String?, onText: (String) -> Unit) {
    val codes = state.choices[rule.name]?.map { it.id } ?: codesOf(rule.name)
    val lines = text.lines().filter { it.isNotBlank() }
    if (codes == null) {
        val hint = when (rule.name) {
            "times" -> strings.recordsTimesFormat()
            "questions" -> if (state.kind == Kind.VISIT) strings.recordsFiveQuestions() else strings.recordsOneALine()
            else -> strings.recordsOneALine()
        }
        Field(label, text, onText, hint, broken, lines = 2)
    } else {
        val words = LocalWords.current
        Labelled(label, broken = broken) {
            Ticks(label, codes.map { it to words.item(state, rule.name, it) }, lines.toSet()) { code, on ->
                onText(codes.filter { if (it == code) on else it in lines }.joinToString("\n"))
            }
        }
    }
}

/** An item of a list: another record by its name, or a code. */
private fun Words.item(state: RecordsState, field: String, item: String): String =
    state.choices[field]?.firstOrNull { it.id == item }?.name ?: strings.code(state.kind, field, item)

@Composable
private fun HistoryOf(state: RecordsState, history: List<Revision>) = Section(strings.recordsChanges()) {
    val words = LocalWords.current
    if (history.isEmpty()) Aside(strings.recordsNoHistory())
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        history.asReversed().forEach { change ->
            Column {
                Text(words.change(state, change), style = MaterialTheme.typography.bodyMedium)
                change.reason?.let { Aside(strings.recordsBecause(it)) }
            }
        }
    }
}

private fun Words.change(state: RecordsState, change: Revision): String {
    val (date, time) = date(change.changedAt) to time(change.changedAt)
    if (change.field == "deleted_at") return if (change.new == null) strings.recordsRestoredAt(date, time) else strings.recordsRemovedAt(date, time)
    val rule = state.rules.firstOrNull { it.name == change.field }
    fun said(text: String?) = when {
        text == null -> strings.appNotSet()
        rule == null -> text
        rule.form == FieldForm.Moment -> text.take("2026-11-24T10:00".length).replace('T', ' ')
        else -> value(state.kind, rule, text, state.choices[rule.name])
    }
    return strings.recordsChanged(date, time, rule?.let { strings.label(state.kind, it) } ?: change.field, said(change.old), said(change.new))
}
