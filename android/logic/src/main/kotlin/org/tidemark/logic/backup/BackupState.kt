package org.tidemark.logic.backup

import org.tidemark.bindings.BackupContents
import org.tidemark.logic.Problem

/** The Backup screen: the sealed file, and the words that open it. */
public data class BackupState(
    val read: Boolean = false,
    /** Whole days since the latest backup that was put somewhere; none when there was none. */
    val daysSince: Long? = null,
    val words: WordsState = WordsState.Known,
    val saving: Saving = Saving.Idle,
    /** Why the screen could not be read. */
    val problem: Problem? = null,
)

/** How far a backup is. */
public sealed interface Saving {
    public data object Idle : Saving

    public data object Writing : Saving

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
