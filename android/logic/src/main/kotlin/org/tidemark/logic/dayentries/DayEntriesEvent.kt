package org.tidemark.logic.dayentries

import org.tidemark.bindings.Kind
import org.tidemark.bindings.Revision
import org.tidemark.logic.Answer
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem

/** What happened on the page of a day. */
public sealed interface DayEntriesEvent {
    /** The screen came to the front, or "Try again" was tapped after it could not be read. */
    public data object Shown : DayEntriesEvent

    /** A value was tapped, or a measure of the new entry. */
    public data class PadOpened(val target: Target) : DayEntriesEvent

    /** "Add an entry for this day". */
    public data object AddTapped : DayEntriesEvent

    /** The pad was closed; a number that is not on disk goes. */
    public data object PadClosed : DayEntriesEvent

    /** A number or "Skip" was tapped at [at]. */
    public data class Rated(val answer: Answer, val at: Moment) : DayEntriesEvent

    /** "Try again" beside a number that is not on disk. */
    public data object TriedAgain : DayEntriesEvent

    public data class DeleteTapped(val kind: Kind, val id: String) : DayEntriesEvent

    public data object UndoTapped : DayEntriesEvent

    /** "Show changes" of an entry. */
    public data class ChangesShown(val kind: Kind, val id: String) : DayEntriesEvent

    public data class ChangesClosed(val id: String) : DayEntriesEvent

    public data class PageRead(val page: DayPage) : DayEntriesEvent

    public data class PageNotRead(val problem: Problem) : DayEntriesEvent

    /** An answer is on disk, in the check-in [id], since [at]. */
    public data class Saved(val id: String, val at: Moment) : DayEntriesEvent

    public data class NotSaved(val problem: Problem) : DayEntriesEvent

    public data class Deleted(val id: String) : DayEntriesEvent

    public data object Undone : DayEntriesEvent

    /** A delete or an undo was refused; everything is as it was. */
    public data class NotDone(val problem: Problem) : DayEntriesEvent

    public data class ChangesRead(val id: String, val revisions: List<Revision>) : DayEntriesEvent

    public data class ChangesNotRead(val problem: Problem) : DayEntriesEvent
}
