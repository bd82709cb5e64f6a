package org.tidemark.ui.door

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorState
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.strings

/** The first page: what this is and is not. The first rating is one tap away, and so is the way back from a file. */
@Composable
public fun WelcomeView(state: DoorState.NoDiary, send: (DoorEvent) -> Unit) {
    val words = state.words
    if (words != null) {
        Section(strings.onboardingWordsFirst()) { Aside(strings.onboardingWordsFirstAbout()) }
        state.problem?.let { ProblemCard(it) }
        if (state.making) {
            Told(strings.onboardingMaking())
        } else {
            WordsSheet(words, strings.onboardingWordsMake(), null, { send(DoorEvent.WordsChecked(it)) }) { send(DoorEvent.WordsLeft) }
        }
        return
    }
    Text(strings.onboardingAbout(), style = MaterialTheme.typography.bodyLarge)
    Section(strings.onboardingIs()) {
        Point(strings.onboardingIsPrivate())
        Point(strings.onboardingIsHonest())
    }
    Section(strings.onboardingIsNot()) {
        Point(strings.onboardingNotClinical())
        Point(strings.onboardingNotWatched())
    }
    state.problem?.let { problem -> ProblemCard(problem) { send(DoorEvent.Begun(state.setUp)) } }
    if (state.making) Told(strings.onboardingMaking()) else Ways(send)
}

@Composable
private fun Ways(send: (DoorEvent) -> Unit) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        FirstDeed(strings.onboardingRateNow()) { send(DoorEvent.Begun(setUp = false)) }
        Deed(strings.onboardingSetUp()) { send(DoorEvent.Begun(setUp = true)) }
        Aside(strings.onboardingSetUpAbout())
        Deed(strings.onboardingHaveBackup()) { send(DoorEvent.RestoreAsked) }
        Aside(strings.onboardingHaveBackupAbout())
    }
}

@Composable
internal fun Point(text: String) {
    Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(10.dp)) {
        Text("•", Modifier.clearAndSetSemantics { }, style = MaterialTheme.typography.bodyLarge, color = MaterialTheme.colorScheme.primary)
        Text(text, Modifier.weight(1f), style = MaterialTheme.typography.bodyLarge)
    }
}
