package org.tidemark.ui.therapists

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Sheet
import org.tidemark.logic.Place
import org.tidemark.logic.therapists.Therapist
import org.tidemark.logic.therapists.TherapistsEvent
import org.tidemark.logic.therapists.TherapistsState
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.sheet.SheetWays
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** The massage therapists with what was asked of each; without any, the questions to ask first. No stars, no ranking. */
@Composable
public fun TherapistsView(state: TherapistsState, send: (TherapistsEvent) -> Unit, go: Go) {
    val therapists = state.therapists
    if (therapists == null) {
        state.problem?.let { ProblemCard(it) { send(TherapistsEvent.Shown) } } ?: Text(strings.appLoading())
        return
    }
    state.problem?.let { ProblemCard(it) { send(TherapistsEvent.Shown) } }
    val toRecords = { go.to(Place.Records("therapist")) }
    if (therapists.isEmpty()) {
        Text(strings.therapistsEmpty(), style = MaterialTheme.typography.bodyLarge)
        FirstDeed(strings.therapistsAdd(), onClick = toRecords)
    } else {
        SwitchRow(strings.therapistsTraumaInformed(), state.traumaInformed) { send(TherapistsEvent.TraumaInformedOnly(it)) }
        if (state.listed.isEmpty()) Text(strings.therapistsNoneListed(), style = MaterialTheme.typography.bodyLarge)
        state.listed.forEach { TherapistCard(it) { go.to(Place.Checklist(it.id)) } }
        Aside(strings.therapistsNoGrade())
        Deed(strings.therapistsEdit(), onClick = toRecords)
    }
    Section(strings.therapistsPage()) {
        Aside(strings.therapistsPageAll())
        SheetWays(state.out, onLook = { go.to(Place.SheetPreview(Sheet.Questions(null))) }) { send(TherapistsEvent.Went(it)) }
    }
    Section(strings.therapistsQuestions()) {
        state.questions.forEachIndexed { at, ask ->
            Text(strings.therapistsNumbered((at + 1).toString(), ask.question), style = MaterialTheme.typography.bodyLarge)
        }
    }
}

@Composable
private fun TherapistCard(therapist: Therapist, onOpen: () -> Unit) {
    val words = LocalWords.current
    val open = strings.therapistsOpen(therapist.name)
    Card(onOpen, Modifier.fillMaxWidth().heightIn(min = 56.dp).semantics { onClick(open, null) }) {
        Column(Modifier.padding(horizontal = 16.dp, vertical = 12.dp), verticalArrangement = Arrangement.spacedBy(2.dp)) {
            Text(strings.called(therapist), style = MaterialTheme.typography.titleMedium)
            Text(strings.asked(therapist), style = MaterialTheme.typography.bodyLarge)
            words.credential(therapist)?.let { Aside(it) }
        }
    }
}
