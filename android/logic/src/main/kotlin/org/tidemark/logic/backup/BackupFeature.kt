package org.tidemark.logic.backup

import org.tidemark.bindings.BackupContents
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Next
import org.tidemark.logic.Problem

public sealed interface BackupEvent {
    public data object Shown : BackupEvent

    public data object SaveAsked : BackupEvent

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

    public data class Read(val daysSince: Long?, val waiting: Boolean) : BackupEvent

    public data class NotRead(val problem: Problem) : BackupEvent

    public data class Saved(val contents: BackupContents, val daysSince: Long?) : BackupEvent

    public data object TurnedBack : BackupEvent

    public data class NotSaved(val problem: Problem) : BackupEvent

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

    public data object Save : BackupEffect

    public data object ShowWords : BackupEffect

    public data class Copy(val words: RecoveryWords) : BackupEffect

    public data object ForgetWords : BackupEffect

    public data class MakeWords(val present: RecoveryWords) : BackupEffect

    public data class ChangeWords(val present: RecoveryWords, val new: RecoveryWords) : BackupEffect
}

public fun backupFeature(env: Env): Feature<BackupState, BackupEvent, BackupEffect> =
    Feature(BackupState(), BackupEvent.Shown, ::reduce) { perform(it, env) }

/** The rules of the Backup screen. */
public fun reduce(state: BackupState, event: BackupEvent): Next<BackupState, BackupEffect> = when (event) {
    BackupEvent.Shown -> Next(state, BackupEffect.Read)
    is BackupEvent.Read -> Next(state.copy(read = true, daysSince = event.daysSince, words = state.words.read(event.waiting), problem = null))
    is BackupEvent.NotRead -> Next(state.copy(problem = event.problem))
    BackupEvent.SaveAsked ->
        if (state.saving == Saving.Writing) Next(state) else Next(state.copy(saving = Saving.Writing), BackupEffect.Save)
    is BackupEvent.Saved -> Next(state.copy(saving = Saving.Saved(event.contents), daysSince = event.daysSince))
    BackupEvent.TurnedBack -> Next(state.copy(saving = Saving.TurnedBack))
    is BackupEvent.NotSaved -> Next(state.copy(saving = Saving.NotSaved(event.problem)))
    else -> state.words(event)
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
