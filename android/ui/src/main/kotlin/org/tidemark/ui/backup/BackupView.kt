package org.tidemark.ui.backup

import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.tidemark.logic.Env
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.backup.BackupEvent
import org.tidemark.logic.backup.BackupState
import org.tidemark.logic.backup.Saving
import org.tidemark.logic.backup.WordsState
import org.tidemark.logic.backup.backupFeature
import org.tidemark.logic.backup.checkIns
import org.tidemark.logic.backup.sessions
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.door.WordsForm
import org.tidemark.ui.door.WordsSheet
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.Told
import org.tidemark.ui.form.WayOut
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

@Composable
internal fun BackupPlace(env: Env, go: Go, at: Navigation) {
    val backup = running(env, Place.Backup) { backupFeature(env) }
    Shell(strings.backupTitle(), go, at.tab, canGoBack = at.places.size > 1) { BackupView(backup.state, backup.send, go) }
}

/** The sealed file and the words that open it. While words are on the screen they are all there is on it. */
@Composable
public fun BackupView(state: BackupState, send: (BackupEvent) -> Unit, go: Go) {
    state.problem?.let { ProblemCard(it) { send(BackupEvent.Shown) } }
    when (val words = state.words) {
        is WordsState.First -> Section(strings.backupWords()) { Sheet(words, send) }
        is WordsState.New -> Section(strings.backupWords()) {
            words.problem?.let { ProblemCard(it) }
            Sheet(words, send)
        }
        is WordsState.Present -> Section(strings.backupWordsNew()) {
            words.problem?.let { ProblemCard(it) }
            val broken = if (words.wrong) strings.backupWordsPresentWrong() else null
            WordsForm(strings.backupWordsPresent(), strings.backupWordsGoOn(), broken) { send(BackupEvent.PresentWordsGiven(it)) }
            WayOut(strings.appCancel()) { send(BackupEvent.WordsLeft) }
        }
        else -> when {
            state.read -> {
                FileSection(state, send, go)
                // Nobody could open a copy while the words wait: no folder is offered before.
                if (words != WordsState.Waiting) CopiesSection(state.copies, state.copying, send)
                WordsSection(words, send)
            }
            state.problem == null -> Told(strings.appLoading())
        }
    }
}

@Composable
private fun Sheet(words: WordsState, send: (BackupEvent) -> Unit) {
    val check = when (words) {
        is WordsState.First -> words.check
        is WordsState.New -> words.check
        else -> return
    }
    WordsSheet(
        check,
        strings.backupWordsDone(),
        { send(BackupEvent.CopyAsked) },
        { send(BackupEvent.WordsChecked(it)) },
    ) { send(BackupEvent.WordsLeft) }
}

@Composable
private fun FileSection(state: BackupState, send: (BackupEvent) -> Unit, go: Go) = Section(strings.backupFile()) {
    Text(age(state.daysSince), style = MaterialTheme.typography.bodyLarge)
    Aside(strings.backupFileAbout())
    when (val saving = state.saving) {
        Saving.Idle -> Unit
        is Saving.Writing -> Writing(saving, send)
        is Saving.Saved -> Saved(saving)
        Saving.BrokenOff -> Told(strings.backupBrokenOff())
        Saving.TurnedBack -> Told(strings.backupTurnedBack())
        is Saving.NotSaved -> ProblemCard(saving.problem)
    }
    FirstDeed(strings.backupSave(), enabled = state.saving !is Saving.Writing) { send(BackupEvent.SaveAsked) }
    Deed(strings.backupCheck()) { go.to(Place.Restore) }
}

@Composable
private fun Writing(writing: Saving.Writing, send: (BackupEvent) -> Unit) {
    val progress = writing.progress
    if (progress == null) {
        Told(strings.backupWriting())
    } else {
        // Not spoken at each part: there are dozens.
        Text(strings.backupProgress(progress.done.toString(), progress.total.toString()), style = MaterialTheme.typography.bodyLarge)
    }
    if (writing.breakingOff) Told(strings.backupBreaking()) else Deed(strings.backupBreakOff()) { send(BackupEvent.BreakOffAsked) }
}

@Composable
private fun Saved(saved: Saving.Saved) {
    val contents = saved.contents
    Told(strings.backupSaved(contents.checkIns.toString(), contents.sessions.toString()))
    contents.period?.let { period ->
        val words = LocalWords.current
        Aside(strings.backupSavedDays(words.date(LogicalDate(period.from)), words.date(LogicalDate(period.to))))
    }
}

@Composable
private fun age(days: Long?): String = when (days) {
    null -> strings.backupNever()
    0L -> strings.backupToday()
    else -> strings.backupAge(days.toInt())
}

@Composable
private fun WordsSection(words: WordsState, send: (BackupEvent) -> Unit) = Section(strings.backupWords()) {
    when (words) {
        WordsState.Waiting -> {
            Text(strings.backupWordsWaiting(), style = MaterialTheme.typography.bodyLarge)
            Deed(strings.backupWordsShow()) { send(BackupEvent.WordsAsked) }
        }
        WordsState.Checked -> Told(strings.backupWordsChecked())
        WordsState.Changed -> Told(strings.backupWordsChanged())
        else -> {
            Text(strings.backupWordsKnown(), style = MaterialTheme.typography.bodyLarge)
            Deed(strings.backupWordsNew()) { send(BackupEvent.NewWordsAsked) }
            Aside(strings.backupWordsNewAbout())
        }
    }
}
