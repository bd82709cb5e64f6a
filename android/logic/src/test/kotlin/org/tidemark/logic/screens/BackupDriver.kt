package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Env
import org.tidemark.logic.backup.BackupEvent
import org.tidemark.logic.backup.BackupState
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.backup.Saving
import org.tidemark.logic.backup.WordsState
import org.tidemark.logic.backup.backupFeature
import org.tidemark.logic.backup.checkIns

internal val backupDriver = Driver(
    feature = { env, _ -> backupFeature(env) },
    event = ::backupEvent,
    facts = ::backupFacts,
)

@Suppress("UNUSED_PARAMETER")
private fun backupEvent(step: JsonObject, env: Env): BackupEvent = when (val name = step.get("event").asString) {
    "save_asked" -> BackupEvent.SaveAsked
    "break_off_asked" -> BackupEvent.BreakOffAsked
    "folder_asked" -> BackupEvent.FolderAsked
    "copy_now_asked" -> BackupEvent.CopyNowAsked
    "copies_left" -> BackupEvent.CopiesLeft
    "words_asked" -> BackupEvent.WordsAsked
    "words_checked" -> BackupEvent.WordsChecked(step.getAsJsonArray("typed").map { it.asString })
    "words_left" -> BackupEvent.WordsLeft
    "new_words_asked" -> BackupEvent.NewWordsAsked
    "present_words_given" -> BackupEvent.PresentWordsGiven(RecoveryWords(step.get("words").asString))
    else -> error("Backup has no event $name")
}

private fun backupFacts(state: BackupState): Map<String, Any?> = mapOf(
    "days_since" to state.daysSince,
    "saving" to when (val saving = state.saving) {
        Saving.Idle -> "idle"
        is Saving.Writing -> "writing"
        is Saving.Saved -> "saved ${saving.contents.checkIns}"
        Saving.TurnedBack -> "turned_back"
        Saving.BrokenOff -> "broken_off"
        is Saving.NotSaved -> "not_saved ${saving.problem.fact()}"
    },
    "copies" to state.copies?.folder,
    "latest_copy" to state.copies?.latest?.iso,
    "copy_failed" to state.copies?.failed,
    "copying" to state.copying,
    "words" to when (val words = state.words) {
        WordsState.Waiting -> "waiting"
        is WordsState.First -> "first"
        WordsState.Known -> "known"
        WordsState.Checked -> "checked"
        is WordsState.Present -> if (words.wrong) "present wrong" else "present"
        is WordsState.New -> "new"
        WordsState.Changed -> "changed"
    },
    "asked" to (state.words as? WordsState.First)?.check?.asked,
    "wrong" to (state.words as? WordsState.First)?.check?.wrong,
    "problem" to state.problem?.fact(),
)
