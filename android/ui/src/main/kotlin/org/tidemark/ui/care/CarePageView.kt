package org.tidemark.ui.care

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.care.CarePageEvent
import org.tidemark.logic.care.CarePageState
import org.tidemark.logic.care.CareRead
import org.tidemark.logic.care.carePageFeature
import org.tidemark.strings.Strings
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.ChoiceRow
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.intake.intakePart
import org.tidemark.ui.records.role
import org.tidemark.ui.sheet.SheetWays
import org.tidemark.ui.words.strings

@Composable
internal fun CarePageScreen(env: Env, go: Go, at: Navigation) {
    val page = running(env, Place.CarePage) { carePageFeature(env) }
    Shell(strings.careTitle(), go, at.tab, canGoBack = true) { CarePageView(page.state, page.send, go) }
}

/** For whom the page is, what is ticked for it, what leaves, and the ways out. */
@Composable
public fun CarePageView(state: CarePageState, send: (CarePageEvent) -> Unit, go: Go) {
    val read = state.read
    if (read == null) {
        state.problem?.let { ProblemCard(it) { send(CarePageEvent.Shown) } } ?: Text(strings.appLoading())
        return
    }
    state.problem?.let { ProblemCard(it) { send(CarePageEvent.Shown) } }
    Text(strings.careAbout(), style = MaterialTheme.typography.bodyLarge)
    Readers(state, read, send)
    Deed(strings.careTeam()) { go.to(Place.Records("care_team_member")) }
    Section(strings.careMore()) {
        val (choices, reader) = state.choices to state.reader
        Column {
            TickRow(strings.careNameTick(), choices.named) { send(CarePageEvent.NameTicked(it)) }
            if (choices.named) {
                Field(strings.careName(), choices.name, { send(CarePageEvent.NameTyped(it)) }, broken = if (choices.nameTooLong) strings.careNameTooLong() else null)
            }
            TickRow(strings.careRatings(), choices.ratings) { send(CarePageEvent.RatingsTicked(it)) }
        }
        if (reader != null && reader.getsTrends) Aside(strings.careRatingsUsual(reader.name))
    }
    Section(strings.careLeaves()) {
        state.leaves.forEach { Text(strings.reportItem(strings.leaves(it, read)), style = MaterialTheme.typography.bodyLarge) }
        SheetWays(state.out, ready = !state.choices.nameTooLong, onLook = { go.to(Place.SheetPreview(state.page)) }) { send(CarePageEvent.Went(it)) }
    }
}

@Composable
private fun Readers(state: CarePageState, read: CareRead, send: (CarePageEvent) -> Unit) = Section(strings.careReader()) {
    if (read.team.isEmpty()) {
        Aside(strings.careNoTeam())
    } else {
        val name = strings.careReader()
        Column(Modifier.fillMaxWidth().selectableGroup().semantics { contentDescription = name }) {
            ChoiceRow(strings.careNobody(), "", state.reader == null) { send(CarePageEvent.ReaderChosen(null)) }
            read.team.forEach { member ->
                ChoiceRow(member.name, strings.role(member.role).orEmpty(), member.id == state.reader?.id) { send(CarePageEvent.ReaderChosen(member.id)) }
            }
        }
    }
}

/** A part that leaves, in words. */
private fun Strings.leaves(section: String, read: CareRead): String = when (section) {
    "intake" -> careLeavesIntake(read.intake.mapNotNull { intakePart(it) }.joinToString(", "))
    "goals" -> careLeavesGoals()
    "safety" -> careLeavesSafety()
    "care_team" -> careLeavesCareTeam()
    "plan" -> careLeavesPlan()
    "name" -> careLeavesName()
    "trends" -> careLeavesTrends()
    else -> section
}
