package org.tidemark.ui.report

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Leaving
import org.tidemark.bindings.Paper
import org.tidemark.bindings.ReportOptions
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.report.Basis
import org.tidemark.logic.report.Days
import org.tidemark.logic.report.Recipient
import org.tidemark.logic.report.ReportChoices
import org.tidemark.logic.report.ReportEvent
import org.tidemark.logic.report.ReportState
import org.tidemark.logic.report.Tick
import org.tidemark.strings.Strings
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.DayField
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

/** The report builder: days, recipient, sections, paper, and what would leave. */
@Composable
public fun ReportView(state: ReportState, send: (ReportEvent) -> Unit, go: Go) {
    val (basis, choices) = state.basis to state.choices
    if (basis == null || choices == null) {
        state.problem?.let { ProblemCard(it) { send(ReportEvent.Shown) } } ?: Text(strings.appLoading())
        return
    }
    DaysSection(basis, choices, send)
    Section(strings.reportFor()) {
        // What nobody can choose by itself is named only while the ticks are that.
        val shown = Recipient.entries - listOf(Recipient.OWN_CHOICE).filter { choices.recipient != it }.toSet()
        Choices(strings.reportFor(), shown.map { it to strings.recipient(it) }, choices.recipient) { send(ReportEvent.RecipientChosen(it)) }
    }
    Section(strings.reportSections()) { TickRows(Tick.usual, choices, send) }
    Section(strings.reportAsked()) {
        Column {
            TickRows(Tick.asked, choices, send)
            TickRow(strings.reportMyName(), choices.named) { send(ReportEvent.NameTicked(it)) }
        }
        if (choices.named) {
            val hint = strings.reportNameEmpty().takeIf { choices.name.isBlank() }
            val broken = strings.reportNameTooLong().takeIf { choices.nameTooLong }
            Field(strings.reportName(), choices.name, { send(ReportEvent.NameTyped(it)) }, hint, broken)
        }
    }
    NotesSection(state, choices, send)
    Section(strings.reportPaper()) {
        Choices(strings.reportPaper(), listOf(Paper.A4 to strings.reportA4(), Paper.LETTER to strings.reportLetter()), choices.paper) {
            send(ReportEvent.PaperChosen(it))
        }
    }
    LeavingSection(state, go)
}

@Composable
private fun DaysSection(basis: Basis, choices: ReportChoices, send: (ReportEvent) -> Unit) = Section(strings.reportDays()) {
    val words = LocalWords.current
    val usual = if (basis.lastVisit == null) strings.reportUsualDays() else strings.reportSinceVisit()
    Choices(strings.reportDays(), listOf(false to usual, true to strings.reportOwnDays()), choices.days is Days.Chosen) {
        send(if (it) ReportEvent.OwnDays else ReportEvent.UsualDays)
    }
    when (val days = choices.days) {
        Days.Usual -> {
            val period = strings.reportPeriod(words.date(LogicalDate(basis.usual.from)), words.date(LogicalDate(basis.usual.to)))
            Text(period, style = MaterialTheme.typography.bodyLarge)
            Aside(basis.lastVisit?.let { strings.reportAfterVisit(words.date(LogicalDate(it))) } ?: strings.reportNoVisit())
        }
        is Days.Chosen -> {
            DayField(strings.reportFrom(), days.from, { send(ReportEvent.DaysTyped(it, days.to)) }, basis.usual.to)
            DayField(strings.reportTo(), days.to, { send(ReportEvent.DaysTyped(days.from, it)) }, basis.usual.to)
            if (days.period == null) Told(strings.reportDaysNotTaken(), wrong = true)
        }
    }
}

@Composable
private fun TickRows(ticks: List<Tick>, choices: ReportChoices, send: (ReportEvent) -> Unit) {
    Column {
        ticks.forEach { tick -> TickRow(strings.tick(tick), tick.get(choices.included)) { send(ReportEvent.Ticked(tick, it)) } }
    }
}

@Composable
private fun LeavingSection(state: ReportState, go: Go) {
    val options = state.options
    // Of choices that are no longer these, it stands only for the moment until the new ones are laid out.
    val laid = state.laid?.takeIf { it.options == options || state.laying || state.notes.reading }
    if (laid != null) Section(strings.reportLeaves()) { LeavingList(laid.leaves, laid.options) }
    state.problem?.let { ProblemCard(it) }
    FlowRow(
        horizontalArrangement = Arrangement.spacedBy(16.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        Button({ options?.let { go.to(Place.ReportPreview(it)) } }, Modifier.heightIn(min = TARGET), enabled = options != null) {
            Text(strings.reportLook())
        }
        val pages = state.laid?.takeIf { it.options == options }?.pages
        if (pages != null) Told(strings.reportPages(pages)) else if (state.laying) Text(strings.reportCounting())
    }
}

/** What a file holds, section by section, in the core's words. */
@Composable
internal fun LeavingList(leaves: List<Leaving>, of: ReportOptions) {
    // Of notes ticked one by one the core says how many of how many.
    val single = of.included?.chosenNotes.orEmpty().isNotEmpty()
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        if (leaves.isEmpty()) Text(strings.reportNothingTicked(), style = MaterialTheme.typography.bodyLarge)
        leaves.forEach { leaving ->
            val counted = single && leaving.code == Tick.NOTES.code
            val name = strings.named("label.section.${leaving.code}").takeUnless { counted } ?: leaving.name
            Text(strings.reportItem(name.replaceFirstChar { it.titlecase() }), style = MaterialTheme.typography.bodyLarge)
        }
    }
    Aside(strings.reportLeavesNothingYet())
}

private fun Strings.recipient(recipient: Recipient): String = when (recipient) {
    Recipient.USUAL -> reportUsual()
    Recipient.PRESCRIBER -> reportPrescriber()
    Recipient.TALKING_THERAPIST -> reportTalkingTherapist()
    Recipient.MASSAGE_THERAPIST -> reportMassageTherapist()
    Recipient.OWN_CHOICE -> reportOwnChoice()
}

private fun Strings.tick(tick: Tick): String = when (tick) {
    Tick.TRENDS -> reportTrends()
    Tick.SESSIONS -> reportSessions()
    Tick.QUESTIONNAIRES -> reportQuestionnaires()
    Tick.MEDICINES -> reportMedicines()
    Tick.QUESTIONS -> reportQuestions()
    Tick.GOALS -> reportGoals()
    Tick.EVENTS -> reportEvents()
    Tick.UNWANTED -> reportUnwantedEffects()
    Tick.PLAN -> reportPlan()
    Tick.PRACTICES -> reportPractices()
    Tick.NOTES -> reportAllNotes()
    Tick.DISTRESS -> reportDistress()
    Tick.ITEMS -> reportItemScores()
    Tick.DAILY -> reportDailyTable()
}
