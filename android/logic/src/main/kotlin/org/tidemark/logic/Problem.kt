package org.tidemark.logic

/**
 * Why the diary did not do what was asked, as what the person can do next. The words come from the catalogue; [Other.reason]
 * and [NotTaken.reason] are fragments in English that hold no note, rating or name.
 */
public sealed interface Problem {
    /** Free some space, then try again. What was saved before is safe. */
    public data object StorageFull : Problem

    /** Unlock again, or use the recovery passphrase. Never a reason to start over. */
    public data object Locked : Problem

    /** Copy the record file to a safe place. Nothing was deleted. */
    public data object Damaged : Problem

    /** Update the app. The records are untouched. */
    public data object MadeByNewerVersion : Problem

    /** Try again in a moment. */
    public data object Busy : Problem

    /** Correct it. Nothing was saved. */
    public data class NotTaken(val reason: String) : Problem

    /** The diary was shut; open it again. */
    public data object Shut : Problem

    /** Try again. */
    public data class Other(val reason: String) : Problem
}
