package org.tidemark.logic.restore

import org.tidemark.bindings.BackupContents
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Problem
import org.tidemark.logic.Progress
import org.tidemark.logic.backup.RecoveryWords

/** The way from a backup file to an open diary. Until "done" the diary that is here stays as it is. */
public data class RestoreState(
    val step: Step = Step.FILE,
    /** Whether a diary is here already: then it can be replaced, or what is missing added. */
    val here: Boolean = false,
    val file: ChosenFile? = null,
    /** Words that opened the file. */
    val words: RecoveryWords? = null,
    val contents: BackupContents? = null,
    val refused: Refused? = null,
    val done: Done? = null,
    /** Whether the diary was shut for it: then the way out leads through the door. */
    val shut: Boolean = false,
    /** Which work on the chosen way it is, so that breaking one off breaks off no later one. */
    val run: Int = 0,
    /** How far that work is; none before its first step. */
    val progress: Progress? = null,
    /** "Break off" was tapped, and the answer is not there yet. */
    val breakingOff: Boolean = false,
) {
    /** Whether a backup is on its way into its place; opening a file takes a moment, and is not broken off. */
    val canBreakOff: Boolean get() = step == Step.WORKING && contents != null
}

public enum class Step {
    /** A file is to be chosen. */
    FILE,

    /** Its words are asked for. */
    WORDS,

    /** It is being opened, or put in place. */
    WORKING,

    /** What is in it is on the screen. */
    CONTENTS,

    /** The diary is in its place. */
    DONE,
}

/** What is done with the diary that is here. */
public enum class Way {
    /** Replace it, unless it holds what the backup lacks. */
    REPLACE,

    /** Replace it whatever it holds; its last state stays as a snapshot, or set aside. */
    REPLACE_ALL,

    /** Add what is missing here. */
    MERGE,
}

/** Why it did not go on; nothing was changed. */
public sealed interface Refused {
    /** The words open another file. */
    public data object WrongWords : Refused

    /** Not all of the file is there. */
    public data class Damaged(val have: UInt, val parts: UInt) : Refused

    public data object Newer : Refused

    public data object NotRead : Refused

    /** The diary that is here holds entries that the file lacks. */
    public data class NewerEntries(val entries: UInt) : Refused

    /** The diary that is here does not open, so nobody can say what would be lost. */
    public data object NotCompared : Refused

    /** The person broke it off. */
    public data object BrokenOff : Refused

    public data class Other(val problem: Problem) : Refused
}

/** What was done. */
public sealed interface Done {
    /** The backup is the diary now; [kept] when the one that was here stays, set aside. */
    public data class Replaced(val kept: Boolean) : Done

    /** Records added and renewed; [differing] ones were kept as they are here. */
    public data class Merged(val added: UInt, val newer: UInt, val differing: UInt) : Done
}
