package org.tidemark.logic.door

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.backup.WordsCheck

/** What happened at the door: what the person did, or what came of an effect. */
public sealed interface DoorEvent {
    /** The app came up, "Try again" was tapped, or what is there was changed. */
    public data object Shown : DoorEvent

    /** "Rate now", or "Set up first" on the first page. */
    public data class Begun(val setUp: Boolean) : DoorEvent

    /** The words asked for were typed. */
    public data class WordsChecked(val typed: List<String>) : DoorEvent

    /** "Recovery words" was tapped. */
    public data object WordsAsked : DoorEvent

    /** The form was left. */
    public data object WordsLeft : DoorEvent

    public data class WordsGiven(val words: RecoveryWords) : DoorEvent

    public data object SnapshotAsked : DoorEvent

    public data object ExportAsked : DoorEvent

    public data object HelpAsked : DoorEvent

    /** Help was left again. */
    public data object HelpLeft : DoorEvent

    /** "I have a backup file" was tapped. */
    public data object RestoreAsked : DoorEvent

    /** The questions of the first day are over or were left, for [to]. */
    public data class SetUpLeft(val to: Place) : DoorEvent

    /** The app locks: the person said so, or it was away long enough. */
    public data object LockAsked : DoorEvent

    public data object NotMatched : DoorEvent

    public data object NothingHere : DoorEvent

    public data class NotOpened(val why: Why) : DoorEvent

    public data object WordsWrong : DoorEvent

    /** No key without words: they are asked for. */
    public data object SnapshotNeedsWords : DoorEvent

    public data class Opened(val diary: OpenDiaryInterface, val snapshotOf: LogicalDate? = null) : DoorEvent

    /** The device cannot keep words until later. */
    public data class WordsFirst(val check: WordsCheck) : DoorEvent

    public data class NotMade(val problem: Problem) : DoorEvent

    public data class Noticed(val notice: Notice) : DoorEvent
}
