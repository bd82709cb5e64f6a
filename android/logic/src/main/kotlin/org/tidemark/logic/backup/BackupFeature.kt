package org.tidemark.logic.backup

import org.tidemark.bindings.BackupContents
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Meanwhile
import org.tidemark.logic.Next
import org.tidemark.logic.Problem
import org.tidemark.logic.Progress

public sealed interface BackupEvent {
    public data object Shown : BackupEvent

    public data object SaveAsked : BackupEvent

    /** "Break off" was tapped while a file is written. */
    public data object BreakOffAsked : BackupEvent

    /** "Choose a folder" was tapped, for copies that are made without being asked for. */
    public data object FolderAsked : BackupEvent

    /** "Copy now" was tapped. */
    public data object CopyNowAsked : BackupEvent

    /** "No more copies" was tapped; those that are there stay. */
    public data object CopiesLeft : BackupEvent

    /** "Show my recovery words" was tapped. */
    public data object WordsAsked : BackupEvent

    /** "Copy" was tapped. */
    public data object CopyAsked : BackupEvent

    public data class WordsChecked(val typed: List<String>) : BackupEvent

    /** "New recovery words" was tapped. */
    public data object NewWordsAsked : BackupEvent

    public data class PresentWordsGiven(val words: RecoveryWords) : BackupEvent

    /** The words or the form were left; nothing changes. */
    public data object WordsLeft : BackupEvent

    public data class Read(val daysSince: Long?, val waiting: Boolean, val copies: Copies? = null) : BackupEvent

    public data class NotRead(val problem: Problem) : BackupEvent

    /** So much of file number [run] is done. */
    public data class Progressed(val run: Int, val progress: Progress) : BackupEvent

    public data class Saved(val contents: BackupContents, val daysSince: Long?) : BackupEvent

    public data object TurnedBack : BackupEvent

    public data object BrokenOff : BackupEvent

    public data class NotSaved(val problem: Problem) : BackupEvent

    /** The folder the person chose; none: they turned back. */
    public data class FolderChosen(val folder: String?) : BackupEvent

    public data class Copied(val outcome: CopyOutcome) : BackupEvent

    public data class WordsShown(val check: WordsCheck) : BackupEvent

    /** The device has no words of this diary any more. */
    public data object NoWordsKept : BackupEvent

    public data class NewWordsShown(val present: RecoveryWords, val check: WordsCheck) : BackupEvent

    public data object PresentWordsWrong : BackupEvent

    public data object WordsChanged : BackupEvent

    public data class WordsNotChanged(val problem: Problem) : BackupEvent
}

public sealed interface BackupEffect {
    public data object Read : BackupEffect

    public data class Save(val run: Int) : BackupEffect

    /** Breaks that file off; done while it is written. */
    public data class BreakOff(val run: Int) : BackupEffect

    public data object ChooseFolder : BackupEffect

    public data object CopyInto : BackupEffect

    public data object LeaveFolder : BackupEffect

    public data object ShowWords : BackupEffect

    public data class Copy(val words: RecoveryWords) : BackupEffect

    public data object ForgetWords : BackupEffect

    public data class MakeWords(val present: RecoveryWords) : BackupEffect

    public data class ChangeWords(val present: RecoveryWords, val new: RecoveryWords) : BackupEffect
}

public fun backupFeature(env: Env): Feature<BackupState, BackupEvent, BackupEffect> {
    val meanwhile = Meanwhile<BackupEvent>()
    return Feature(
        BackupState(),
        BackupEvent.Shown,
        ::reduce,
        BackupWork(env, meanwhile)::perform,
        meanwhile,
        // One that runs is broken off while it runs, and not after it.
        atOnce = { it is BackupEffect.BreakOff },
    )
}

/** The rules of the Backup screen. */
public fun reduce(state: BackupState, event: BackupEvent): Next<BackupState, BackupEffect> = when (event) {
    BackupEvent.Shown -> Next(state, BackupEffect.Read)
    is BackupEvent.Read -> Next(
        state.copy(read = true, daysSince = event.daysSince, words = state.words.read(event.waiting), copies = event.copies, problem = null),
    )
    is BackupEvent.NotRead -> Next(state.copy(problem = event.problem))
    BackupEvent.SaveAsked, BackupEvent.BreakOffAsked, is BackupEvent.Progressed -> state.writing(event)
    is BackupEvent.Saved -> Next(state.copy(saving = Saving.Saved(event.contents), daysSince = event.daysSince))
    BackupEvent.TurnedBack -> Next(state.copy(saving = Saving.TurnedBack))
    BackupEvent.BrokenOff -> Next(state.copy(saving = Saving.BrokenOff))
    is BackupEvent.NotSaved -> Next(state.copy(saving = Saving.NotSaved(event.problem)))
    BackupEvent.FolderAsked, BackupEvent.CopyNowAsked, BackupEvent.CopiesLeft, is BackupEvent.FolderChosen, is BackupEvent.Copied -> state.copies(event)
    else -> state.words(event)
}

/** A file on its way: one at a time, and how far it is. */
private fun BackupState.writing(event: BackupEvent): Next<BackupState, BackupEffect> {
    val now = saving as? Saving.Writing
    return when {
        event == BackupEvent.SaveAsked && now == null -> Next(copy(saving = Saving.Writing(runs + 1), runs = runs + 1), BackupEffect.Save(runs + 1))
        event == BackupEvent.BreakOffAsked && now?.breakingOff == false -> Next(copy(saving = now.copy(breakingOff = true)), BackupEffect.BreakOff(now.run))
        event is BackupEvent.Progressed && now != null && now.run == event.run -> Next(copy(saving = now.copy(progress = event.progress)))
        else -> Next(this)
    }
}

/** Words that are on the screen stay there when it comes to the front again. */
private fun WordsState.read(waiting: Boolean): WordsState = when {
    this == WordsState.Waiting && !waiting -> WordsState.Known
    this == WordsState.Known && waiting -> WordsState.Waiting
    else -> this
}

private fun BackupState.words(event: BackupEvent): Next<BackupState, BackupEffect> = when (event) {
    BackupEvent.WordsAsked -> if (words == WordsState.Waiting) Next(this, BackupEffect.ShowWords) else Next(this)
    // An answer to a question that was left, or asked twice, puts no words on the screen and takes none from it.
    is BackupEvent.WordsShown -> Next(if (words == WordsState.Waiting) copy(words = WordsState.First(event.check)) else this)
    BackupEvent.NoWordsKept -> Next(if (words == WordsState.Waiting) copy(words = WordsState.Known) else this)
    BackupEvent.NewWordsAsked -> Next(copy(words = WordsState.Present()))
    is BackupEvent.PresentWordsGiven ->
        if (words is WordsState.Present) Next(copy(words = WordsState.Present()), BackupEffect.MakeWords(event.words)) else Next(this)
    BackupEvent.PresentWordsWrong -> Next(if (words is WordsState.Present) copy(words = WordsState.Present(wrong = true)) else this)
    is BackupEvent.NewWordsShown ->
        Next(if (words is WordsState.Present) copy(words = WordsState.New(event.present, event.check)) else this)
    BackupEvent.WordsChanged -> Next(copy(words = WordsState.Changed))
    is BackupEvent.WordsNotChanged -> Next(
        copy(
            words = when (words) {
                is WordsState.New -> words.copy(problem = event.problem)
                is WordsState.Present -> words.copy(problem = event.problem)
                else -> words
            },
        ),
    )
    BackupEvent.WordsLeft -> Next(copy(words = if (words is WordsState.First) WordsState.Waiting else WordsState.Known))
    BackupEvent.CopyAsked -> onScreen()?.let { Next(this, BackupEffect.Copy(it.words)) } ?: Next(this)
    is BackupEvent.WordsChecked -> checked(event.typed)
    else -> Next(this)
}

private fun BackupState.onScreen(): WordsCheck? = when (words) {
    is WordsState.First -> words.check
    is WordsState.New -> words.check
    else -> null
}

private fun BackupState.checked(typed: List<String>): Next<BackupState, BackupEffect> {
    val check = onScreen() ?: return Next(this)
    val marked = check.copy(wrong = check.others(typed))
    return when (words) {
        is WordsState.First ->
            if (marked.wrong.isEmpty()) Next(copy(words = WordsState.Checked), BackupEffect.ForgetWords) else Next(copy(words = WordsState.First(marked)))
        is WordsState.New -> {
            val shown = copy(words = words.copy(check = marked, problem = null))
            if (marked.wrong.isEmpty()) Next(shown, BackupEffect.ChangeWords(words.present, check.words)) else Next(shown)
        }
        else -> Next(this)
    }
}
