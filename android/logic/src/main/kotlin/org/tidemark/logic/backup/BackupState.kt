package org.tidemark.logic.backup

import org.tidemark.bindings.BackupContents
import org.tidemark.logic.Problem
import org.tidemark.logic.Progress

/** The Backup screen: the sealed file, and the words that open it. */
public data class BackupState(
    val read: Boolean = false,
    /** Whole days since the latest backup that was put somewhere; none when there was none. */
    val daysSince: Long? = null,
    val words: WordsState = WordsState.Known,
    val saving: Saving = Saving.Idle,
    /** How many files were begun; each is known by its number, so that breaking one off breaks off no later one. */
    val runs: Int = 0,
    /** The folder that gets a copy by itself; none while none is chosen. */
    val copies: Copies? = null,
    /** Whether a folder is being chosen, or a copy is on its way there. */
    val copying: Boolean = false,
    /** Why the screen could not be read. */
    val problem: Problem? = null,
)

/** How far a backup is. */
public sealed interface Saving {
    public data object Idle : Saving

    /** File number [run] is being written and read back. */
    public data class Writing(
        val run: Int,
        /** How far it is; none before the first part. */
        val progress: Progress? = null,
        /** "Break off" was tapped, and the answer is not there yet. */
        val breakingOff: Boolean = false,
    ) : Saving

    /** The person broke it off: there is no file. */
    public data object BrokenOff : Saving

    /** Where the person put it, read back whole. */
    public data class Saved(val contents: BackupContents) : Saving

    /** The person turned back, or the place took nothing: there is no new backup. */
    public data object TurnedBack : Saving

    public data class NotSaved(val problem: Problem) : Saving
}

/** What the person has of the recovery words. */
public sealed interface WordsState {
    /** The device still keeps them: they were never shown. */
    public data object Waiting : WordsState

    /** On the screen for the first time. */
    public data class First(val check: WordsCheck) : WordsState

    /** The person has them, and the device no longer. */
    public data object Known : WordsState

    /** Written down and checked just now. */
    public data object Checked : WordsState

    /** The present words are asked for, before new ones are made. */
    public data class Present(val wrong: Boolean = false, val problem: Problem? = null) : WordsState

    /** New words on the screen; the [present] ones hold until these are checked. */
    public data class New(val present: RecoveryWords, val check: WordsCheck, val problem: Problem? = null) : WordsState

    /** The new words hold from now on. */
    public data object Changed : WordsState
}
