package org.tidemark.ui.plan

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Kind
import org.tidemark.logic.plan.ChangeDraft
import org.tidemark.logic.plan.PlanEvent
import org.tidemark.logic.plan.PlanRead
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.RecordForm
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.ChoiceRow
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.DayField
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.records.broken
import org.tidemark.ui.records.label
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.sentence
import org.tidemark.ui.words.strings

/** What was agreed, for the first time. */
@Composable
internal fun FirstPlanForm(plan: PlanRead, form: RecordForm, working: Boolean, send: (PlanEvent) -> Unit) {
    val words = LocalWords.current
    Head(strings.planFirst())
    Aside(strings.planFirstHint())
    plan.rules.forEach { rule ->
        val broken = form.broken[rule.name]?.let { words.strings.broken(it) }
        PlanFieldEditor(rule, words.strings.label(Kind.SESSION_PLAN, rule), form.texts[rule.name].orEmpty(), plan.today, broken) {
            send(PlanEvent.Typed(rule.name, it))
        }
    }
    form.problem?.let { ProblemCard(it) }
    NotSaved(plan.rules.filter { it.name in form.broken }.map { words.strings.label(Kind.SESSION_PLAN, it) })
    Buttons(strings.appSave(), working, send)
}

/** A change: what, to what, why, who; from which day, and a card it followed from. Nothing is filled in beforehand. */
@Composable
internal fun ChangeForm(plan: PlanRead, change: ChangeDraft, working: Boolean, send: (PlanEvent) -> Unit) {
    val words = LocalWords.current
    Head(strings.planChangeTitle())
    Labelled(strings.planWhat(), broken = words.needed(change.broken["field"])) {
        Choices(strings.planWhat(), plan.adjustable.map { it.name to words.strings.label(Kind.SESSION_PLAN, it) }, change.field) { send(PlanEvent.FieldChosen(it)) }
    }
    val rule = plan.adjustable.firstOrNull { it.name == change.field }
    if (rule != null) {
        val now = plan.newest?.shown?.get(rule.name)
        Aside(if (now == null) strings.planNowNothing() else strings.planNow(words.said(rule, now)))
        // Another field is another editor: nothing of the former one is kept in it.
        if (!change.empties) {
            key(rule.name) {
                PlanFieldEditor(rule, strings.planTo(), change.to, plan.today, change.broken["to"]?.let { words.strings.broken(it) }) { send(PlanEvent.ToTyped(it)) }
            }
        }
        if (now != null) TickRow(strings.planEmpties(), change.empties) { send(PlanEvent.Emptied(it)) }
    }
    Labelled(strings.planWhy(), broken = words.needed(change.broken["reason"])) {
        Choices(strings.planWhy(), plan.reasons.map { it to words.named("part.reason", it) }, change.reason) { send(PlanEvent.ReasonChosen(it)) }
    }
    Labelled(strings.planWho(), broken = words.needed(change.broken["decided_by"])) {
        Choices(strings.planWho(), plan.deciders.map { it to words.decider(it) }, change.decidedBy) { send(PlanEvent.DeciderChosen(it)) }
    }
    DayField(strings.planFromDay(), change.at, { send(PlanEvent.DayTyped(it)) }, plan.today, change.broken["at"]?.let { words.strings.broken(it) })
    if (change.at.isEmpty()) Aside(strings.planFromDayHint())
    if (plan.cards.isNotEmpty()) Cards(plan, change, send)
    change.problem?.let { ProblemCard(it) }
    NotSaved(change.broken.keys.map { words.part(it) })
    Buttons(strings.planSaveChange(), working, send)
}

@Composable
private fun Cards(plan: PlanRead, change: ChangeDraft, send: (PlanEvent) -> Unit) = Section(strings.planFinding()) {
    val name = strings.planFinding()
    Column(Modifier.fillMaxWidth().selectableGroup().semantics { contentDescription = name }) {
        ChoiceRow(strings.planNoFinding(), "", change.finding == null) { send(PlanEvent.FindingChosen(null)) }
        plan.cards.forEach { card -> ChoiceRow(card.name, "", change.finding == card.id) { send(PlanEvent.FindingChosen(card.id)) } }
    }
}

@Composable
private fun Head(text: String) = Text(text, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)

@Composable
private fun NotSaved(fields: List<String>) {
    if (fields.isNotEmpty()) Told(strings.planNotSaved(fields.joinToString(", ")), wrong = true)
}

@Composable
private fun Buttons(save: String, working: Boolean, send: (PlanEvent) -> Unit) {
    FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Button({ send(PlanEvent.Submitted) }, Modifier.heightIn(min = TARGET), enabled = !working) { Text(save) }
        OutlinedButton({ send(PlanEvent.Closed) }, Modifier.heightIn(min = TARGET), enabled = !working) { Text(strings.appCancel()) }
    }
}

private fun Words.needed(broken: Broken?): String? = when (broken) {
    null -> null
    Broken.Needed -> strings.planNeeded()
    else -> strings.broken(broken)
}

/** Who decided, at the beginning of a line. */
internal fun Words.decider(code: String): String = when (code) {
    "self" -> strings.planDecidedSelf()
    "together" -> strings.planDecidedTogether()
    else -> named("part.decided", code)
}

/** A reason or a person of the catalogue, at the beginning of a line. */
internal fun Words.named(list: String, code: String): String = sentence(strings.named("$list.$code") ?: code.replace('_', ' '))

private fun Words.part(part: String): String = when (part) {
    "field" -> strings.planWhat()
    "to" -> strings.planTo()
    "reason" -> strings.planWhy()
    "decided_by" -> strings.planWho()
    else -> strings.planFromDay()
}
