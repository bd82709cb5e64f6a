package org.tidemark.logic.door

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.backup.WordsCheck

/**
 * What stands between the app's start and the open diary. Doubt never deletes, and never begins a second diary over a first:
 * only [NoDiary] can make one, and it is reached only when there is no folder at all.
 */
public sealed interface DoorState {
    /** It is being looked at what is there. */
    public data object Starting : DoorState

    /** The app and its library are not of one build; nothing was read or written. */
    public data object Mismatched : DoorState

    /** No diary was ever made here. */
    public data class NoDiary(
        /** Whether one is being made. */
        val making: Boolean = false,
        /** Words to write down before anything is written: the device cannot keep them until later. */
        val words: WordsCheck? = null,
        /** Where the person wanted to go when the words came between. */
        val setUp: Boolean = false,
        val problem: Problem? = null,
    ) : DoorState

    /** The records are here and were not opened. */
    public data class Locked(
        val why: Why,
        /** What is being done. */
        val working: Boolean = false,
        /** What words are asked for; none while the form is not open. */
        val asks: WordsFor? = null,
        /** Whether the words given last open nothing. */
        val wrongWords: Boolean = false,
        /** What came of the last wish that leaves the diary shut. */
        val notice: Notice? = null,
    ) : DoorState {
        /** What can be done next, the likeliest first. */
        val offers: List<Offer> get() = why.offers
    }

    /** The diary is open. */
    public data class Open(
        val diary: OpenDiaryInterface,
        /** Whether the questions of the first day come before Today. */
        val setUp: Boolean = false,
        /** Where to begin, when the first day's questions led somewhere. */
        val start: Place? = null,
        /** The day of the snapshot that is shown in its place, to be read only. */
        val snapshotOf: LogicalDate? = null,
    ) : DoorState

    /** Whom to call, over the door; [back] is where it leads back to. */
    public data class Help(val back: DoorState) : DoorState

    /** The way from a backup file, over the door. */
    public data class Restoring(val here: Boolean) : DoorState
}

/** Why the diary is not open. */
public sealed interface Why {
    public val offers: List<Offer>

    /** The app locked itself, or the person did. */
    public data object Shut : Why {
        override val offers: List<Offer> get() = listOf(Offer.TRY_AGAIN, Offer.WORDS, Offer.EXPORT)
    }

    /** The finger, face or code was not given. */
    public data object TurnedBack : Why {
        override val offers: List<Offer> get() = listOf(Offer.TRY_AGAIN, Offer.WORDS, Offer.EXPORT)
    }

    /** The device gives its key only later. */
    public data object NotNow : Why {
        override val offers: List<Offer> get() = listOf(Offer.TRY_AGAIN, Offer.WORDS, Offer.EXPORT)
    }

    /** The device has no key for this diary. */
    public data object NoKey : Why {
        override val offers: List<Offer> get() = listOf(Offer.WORDS, Offer.TRY_AGAIN, Offer.RESTORE, Offer.EXPORT)
    }

    /** The device lost its key for good. */
    public data object KeyGone : Why {
        override val offers: List<Offer> get() = listOf(Offer.WORDS, Offer.TRY_AGAIN, Offer.RESTORE, Offer.EXPORT)
    }

    /** The key and the file do not go together: another key, or a damaged beginning; nobody can tell which. */
    public data object KeyOrFile : Why {
        override val offers: List<Offer> get() = listOf(Offer.WORDS, Offer.TRY_AGAIN, Offer.SNAPSHOT, Offer.RESTORE, Offer.EXPORT)
    }

    /** Part of the file cannot be read. */
    public data object Damaged : Why {
        override val offers: List<Offer> get() = listOf(Offer.SNAPSHOT, Offer.RESTORE, Offer.EXPORT, Offer.TRY_AGAIN)
    }

    /** The folder is there, the record file is not in it. */
    public data object Missing : Why {
        override val offers: List<Offer> get() = listOf(Offer.SNAPSHOT, Offer.RESTORE, Offer.EXPORT, Offer.TRY_AGAIN)
    }

    /** A newer app wrote it. */
    public data object Newer : Why {
        override val offers: List<Offer> get() = listOf(Offer.TRY_AGAIN, Offer.EXPORT)
    }

    /** Something in the way that passes. */
    public data class Other(val problem: Problem) : Why {
        override val offers: List<Offer> get() = listOf(Offer.TRY_AGAIN, Offer.WORDS, Offer.EXPORT)
    }
}

/** What a person can do at a door that did not open. */
public enum class Offer { TRY_AGAIN, WORDS, SNAPSHOT, RESTORE, EXPORT }

/** What the recovery words are to open. */
public enum class WordsFor { DIARY, SNAPSHOT }

/** What came of a wish that left the diary shut. */
public sealed interface Notice {
    /** The sealed file is where the person put it. */
    public data object Exported : Notice

    /** The person turned back, or the place took nothing. */
    public data object NotExported : Notice

    /** There is no snapshot that opens. */
    public data object NoSnapshot : Notice

    public data class Refused(val problem: Problem) : Notice
}

