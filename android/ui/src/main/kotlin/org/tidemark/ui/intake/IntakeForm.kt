package org.tidemark.ui.intake

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Kind
import org.tidemark.logic.intake.Allergies
import org.tidemark.logic.intake.IntakeEvent
import org.tidemark.logic.intake.IntakeRead
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.records.RecordsState
import org.tidemark.logic.session.areaOf
import org.tidemark.logic.session.item
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.records.FieldOf
import org.tidemark.ui.records.broken
import org.tidemark.ui.records.label
import org.tidemark.ui.session.AreasEditor
import org.tidemark.ui.session.allergy
import org.tidemark.ui.session.pressure
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.sentence
import org.tidemark.ui.words.strings

/** The parts of the sheet while they are written. */
@Composable
internal fun IntakeForm(read: IntakeRead, form: RecordForm, working: Boolean, send: (IntakeEvent) -> Unit) {
    val words = LocalWords.current
    Text(strings.intakeForm(), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
    Aside(strings.intakeFormHint())
    val records = RecordsState(Kind.INTAKE_SHEET, read.rules, read.today, choices = mapOf("medicines" to read.medicines))
    read.rules.forEach { rule ->
        Part(records, form, rule) { send(IntakeEvent.Typed(rule.name, it)) }
    }
    form.problem?.let { ProblemCard(it) }
    if (form.broken.isNotEmpty()) {
        val fields = read.rules.filter { it.name in form.broken }.joinToString(", ") { words.strings.label(Kind.INTAKE_SHEET, it) }
        Told(strings.recordsNotSaved(fields), wrong = true)
    }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Button({ send(IntakeEvent.Submitted) }, Modifier.heightIn(min = TARGET), enabled = !working) { Text(strings.appSave()) }
        OutlinedButton({ send(IntakeEvent.Closed) }, Modifier.heightIn(min = TARGET), enabled = !working) { Text(strings.appCancel()) }
    }
}

@Composable
private fun Part(state: RecordsState, form: RecordForm, rule: FieldRule, onText: (String) -> Unit) {
    val words = LocalWords.current
    val text = form.texts[rule.name].orEmpty()
    val label = words.strings.label(Kind.INTAKE_SHEET, rule)
    val broken = form.broken[rule.name]?.let { words.strings.broken(it) }
    when (rule.name) {
        "history" -> Field(label, text, onText, strings.intakeHistoryHint(), broken, lines = 2)
        "allergies" -> Labelled(label, broken = broken) { AllergyFields(text, onText) }
        "areas" -> Labelled(label, broken = broken) {
            Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
                AreasEditor(text.lines().mapNotNull { areaOf(it) }) { areas -> onText(areas.joinToString("\n") { it.item }) }
            }
        }
        "pressure" -> Labelled(label, broken = broken) {
            val steps = (1..5).map { it.toString() to words.sentence(words.pressure(it)) } + ("" to strings.appNotSet())
            Choices(label, steps, text, onText)
        }
        "medicines" -> if (state.choices["medicines"].isNullOrEmpty()) Labelled(label) { Aside(strings.intakeNoMedicines()) } else FieldOf(state, form, rule, onText)
        else -> FieldOf(state, form, rule, onText)
    }
}

/** A tick for each kind of allergy, and words where one is ticked. */
@Composable
private fun AllergyFields(text: String, onText: (String) -> Unit) = Column {
    val words = LocalWords.current
    val allergies = Allergies.of(text)
    Allergies.kinds.forEach { kind ->
        val (said, name) = allergies.words[kind] to words.sentence(words.allergy(kind))
        TickRow(name, said != null) { on ->
            onText(allergies.copy(words = if (on) allergies.words + (kind to "") else allergies.words - kind).text)
        }
        if (said != null) {
            key(kind) {
                // The form holds whole items; a space or a line that was just typed stands in the field alone.
                var typed by remember { mutableStateOf(said) }
                val onTyped = { text: String ->
                    typed = text
                    onText(allergies.copy(words = allergies.words + (kind to text)).text)
                }
                Field(strings.intakeAllergyWordsOf(name), typed, onTyped, strings.intakeAllergyWords(), lines = 2)
            }
        }
    }
}
