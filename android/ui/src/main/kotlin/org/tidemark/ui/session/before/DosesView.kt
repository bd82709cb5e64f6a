package org.tidemark.ui.session.before

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Moment
import org.tidemark.logic.session.Dose
import org.tidemark.logic.session.LONGEST_AGO_MIN
import org.tidemark.logic.session.Medicine
import org.tidemark.logic.session.before.BeforeEvent
import org.tidemark.logic.session.before.BeforeState
import org.tidemark.logic.session.before.Choice
import org.tidemark.ui.form.ClockSteps
import org.tidemark.ui.session.Editor
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.ValueRow
import org.tidemark.ui.session.doseAt
import org.tidemark.ui.session.doses
import org.tidemark.ui.session.label
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** When medicines were last taken: a row like those of the other choices, or its editor. Nothing where there are no medicines. */
@Composable
internal fun Doses(state: BeforeState, send: (BeforeEvent) -> Unit, now: () -> Moment) {
    if (!state.asksDoses) return
    val words = LocalWords.current
    val label = words.label(Choice.DOSES)
    val doses = state.choices?.doses.orEmpty()
    if (state.open == Choice.DOSES) {
        Editor {
            Text(label, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            Text(strings.sessionDosesAbout(), style = MaterialTheme.typography.bodyMedium)
            state.medicines.forEach { medicine -> DoseOf(medicine, doses.firstOrNull { it.medicationId == medicine.id }, send, now) }
            SideButton(strings.sessionClose()) { send(BeforeEvent.Opened(null)) }
        }
    } else {
        val said = words.doses(doses, state.medicines, now()) ?: strings.appNotSet()
        ValueRow(label, said, strings.sessionChange(label)) { send(BeforeEvent.Opened(Choice.DOSES)) }
    }
    HorizontalDivider()
}

@Composable
private fun DoseOf(medicine: Medicine, dose: Dose?, send: (BeforeEvent) -> Unit, now: () -> Moment) {
    if (dose == null) {
        SideButton(strings.sessionDoseAdd(medicine.name)) { send(BeforeEvent.DoseAdded(medicine.id, now())) }
        return
    }
    val at = now()
    // Minutes before now: what a step may reach is the rules' to say, and a button that reaches nothing is off.
    val minutes = ((dose.takenAt.epochMs - at.epochMs) / MINUTE_MS).toInt()
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        ClockSteps(medicine.name, LocalWords.current.doseAt(dose, medicine, at), minutes, -LONGEST_AGO_MIN..0) {
            send(BeforeEvent.DoseMoved(medicine.id, it - minutes, now()))
        }
        SideButton(strings.sessionDoseRemove(medicine.name)) { send(BeforeEvent.DoseRemoved(medicine.id)) }
    }
}

private const val MINUTE_MS = 60_000L
