package org.tidemark.ui.restore

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.BackupContents
import org.tidemark.logic.Env
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.Tab
import org.tidemark.logic.backup.checkIns
import org.tidemark.logic.backup.otherRecords
import org.tidemark.logic.backup.sessions
import org.tidemark.logic.restore.Done
import org.tidemark.logic.restore.Refused
import org.tidemark.logic.restore.RestoreEvent
import org.tidemark.logic.restore.RestoreState
import org.tidemark.logic.restore.RestoreWork
import org.tidemark.logic.restore.Step
import org.tidemark.logic.restore.Way
import org.tidemark.logic.restore.restoreFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.door.WordsForm
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.dateOf
import org.tidemark.ui.words.problem
import org.tidemark.ui.words.strings

@Composable
internal fun RestorePlace(env: Env, go: Go, at: Navigation) {
    val restore = running(env, Place.Restore) {
        restoreFeature(RestoreWork(env.diary, env.doorway, env.phone, env.now), here = true)
    }
    RestoreScreen(restore.state, restore.send, go, at.tab, env.now, env.doorway.reopen)
}

/** The way back in its shell. Once the diary was shut for it every way out leads through the door; while it is built there is none. */
@Composable
internal fun RestoreScreen(state: RestoreState, send: (RestoreEvent) -> Unit, go: Go, tab: Tab?, now: () -> Moment, reopen: () -> Unit) {
    val around = when {
        state.step == Step.WORKING -> Go.nowhere
        state.shut -> Go({ reopen() }, { reopen() }, reopen, { reopen() })
        else -> go
    }
    val free = state.step != Step.WORKING
    Shell(strings.restoreTitle(), around, tab.takeIf { free && !state.shut }, canGoBack = free, help = free) {
        RestoreView(state, send, now, reopen)
    }
}

/** File, words, what is in it, and only then the question what to do with it. */
@Composable
public fun RestoreView(state: RestoreState, send: (RestoreEvent) -> Unit, now: () -> Moment, reopen: () -> Unit) {
    if (state.step != Step.WORDS) state.refused?.let { RefusedCard(it) }
    when (state.step) {
        Step.FILE -> FileStep(state, send, reopen)
        Step.WORDS -> WordsStep(state, send)
        Step.WORKING -> Working(state, send)
        Step.CONTENTS -> state.contents?.let { ContentsStep(state, it, send, now) }
        Step.DONE -> DoneStep(state, reopen)
    }
}

@Composable
private fun FileStep(state: RestoreState, send: (RestoreEvent) -> Unit, reopen: () -> Unit) {
    Aside(strings.restoreStep("1", STEPS))
    Section(strings.restoreFile()) {
        Text(strings.restoreFileAbout(), style = MaterialTheme.typography.bodyLarge)
        FirstDeed(strings.restoreChoose()) { send(RestoreEvent.FileAsked) }
        if (state.shut) Deed(strings.restoreLeave(), onClick = reopen)
        Aside(strings.restoreNone())
    }
}

@Composable
private fun WordsStep(state: RestoreState, send: (RestoreEvent) -> Unit) {
    Aside(strings.restoreStep("2", STEPS))
    Section(strings.restoreWords()) {
        Text(strings.restoreWordsAbout(state.file?.name.orEmpty()), style = MaterialTheme.typography.bodyLarge)
        val broken = state.refused?.let { LocalWords.current.refused(it) }
        WordsForm(strings.lockWordsField(), strings.restoreLook(), broken) { send(RestoreEvent.WordsGiven(it)) }
        Deed(strings.restoreAnother()) { send(RestoreEvent.AnotherAsked) }
    }
}

@Composable
private fun Working(state: RestoreState, send: (RestoreEvent) -> Unit) {
    Told(strings.restoreWorking())
    if (!state.canBreakOff) return
    state.progress?.let { Text(strings.restoreProgress(it.done.toString(), it.total.toString()), style = MaterialTheme.typography.bodyLarge) }
    if (state.breakingOff) Told(strings.restoreBreaking()) else Deed(strings.restoreBreakOff()) { send(RestoreEvent.BreakOffAsked) }
}

@Composable
private fun ContentsStep(state: RestoreState, contents: BackupContents, send: (RestoreEvent) -> Unit, now: () -> Moment) {
    Aside(strings.restoreStep("3", STEPS))
    Section(strings.restoreContents()) {
        Counts(contents, now)
        Column(Modifier.fillMaxWidth().padding(top = 8.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
            val beyond = state.refused is Refused.NewerEntries || state.refused == Refused.NotCompared
            if (state.here) {
                // What loses nothing stands first.
                Deed(strings.restoreMerge()) { send(RestoreEvent.WayChosen(Way.MERGE)) }
                Aside(strings.restoreMergeAbout())
            }
            when {
                !state.here -> FirstDeed(strings.restoreOpen()) { send(RestoreEvent.WayChosen(Way.REPLACE)) }
                beyond -> Deed(strings.restoreReplaceAll()) { send(RestoreEvent.WayChosen(Way.REPLACE_ALL)) }
                else -> Deed(strings.restoreReplace()) { send(RestoreEvent.WayChosen(Way.REPLACE)) }
            }
            if (state.here && state.refused != Refused.NotCompared) Aside(strings.restoreReplaceAbout())
            Deed(strings.restoreAnother()) { send(RestoreEvent.AnotherAsked) }
        }
    }
}

@Composable
private fun Counts(contents: BackupContents, now: () -> Moment) {
    val words = LocalWords.current
    Card(Modifier.fillMaxWidth()) {
        Column(Modifier.padding(16.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
            val period = contents.period
            val days = period?.let { strings.restorePeriod(words.date(LogicalDate(it.from)), words.date(LogicalDate(it.to))) }
            listOf(
                strings.restoreMade(words.dateOf(contents.madeAtMs, now())),
                days ?: strings.restoreNoEntries(),
                strings.restoreCheckIns(contents.checkIns),
                strings.restoreSessions(contents.sessions),
                strings.restoreOthers(contents.otherRecords),
            ).forEach { Text(it, style = MaterialTheme.typography.bodyLarge) }
            Aside(strings.restoreDeleted())
        }
    }
}

@Composable
private fun DoneStep(state: RestoreState, reopen: () -> Unit) = Section(strings.restoreDone()) {
    when (val done = state.done) {
        is Done.Replaced -> if (done.kept) Text(strings.restoreKept(), style = MaterialTheme.typography.bodyLarge)
        is Done.Merged -> Text(
            strings.restoreMerged(done.added.toString(), done.newer.toString(), done.differing.toString()),
            style = MaterialTheme.typography.bodyLarge,
        )
        null -> Unit
    }
    FirstDeed(strings.restoreGo(), onClick = reopen)
}

@Composable
private fun RefusedCard(refused: Refused) = Card(
    Modifier.fillMaxWidth(),
    colors = CardDefaults.cardColors(
        containerColor = MaterialTheme.colorScheme.errorContainer,
        contentColor = MaterialTheme.colorScheme.onErrorContainer,
    ),
) {
    Text(
        LocalWords.current.refused(refused),
        Modifier.padding(12.dp).semantics { liveRegion = LiveRegionMode.Polite },
        style = MaterialTheme.typography.bodyLarge,
    )
}

private fun Words.refused(refused: Refused): String = when (refused) {
    Refused.WrongWords -> strings.restoreWrongWords()
    is Refused.Damaged -> strings.restoreDamaged(refused.have.toString(), refused.parts.toString())
    Refused.Newer -> strings.restoreNewer()
    Refused.NotRead -> strings.restoreNotRead()
    is Refused.NewerEntries -> strings.restoreNewerEntries(refused.entries.toInt())
    Refused.NotCompared -> strings.restoreNotCompared()
    Refused.BrokenOff -> strings.restoreBrokenOff()
    is Refused.Other -> problem(refused.problem)
}

private const val STEPS = "3"
