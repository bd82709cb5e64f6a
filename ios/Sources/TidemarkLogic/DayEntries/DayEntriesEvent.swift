//! What happens on the page of a day.

import TidemarkBindings

/// What happened on the page of a day.
public enum DayEntriesEvent: Hashable, Sendable {
    /// The screen came to the front, or "Try again" was tapped after it could not be read.
    case shown

    /// A value was tapped, or a measure of the new entry.
    case padOpened(DayEntriesState.Target)

    /// "Add an entry for this day".
    case addTapped

    /// The pad was closed; a number that is not on disk goes.
    case padClosed

    /// A number or "Skip" was tapped at `at`.
    case rated(Answer, at: Moment)

    /// "Try again" beside a number that is not on disk.
    case triedAgain

    case deleteTapped(Kind, id: String)
    case undoTapped

    /// "Show changes" of an entry.
    case changesShown(Kind, id: String)
    case changesClosed(id: String)

    case pageRead(DayPage)
    case pageNotRead(Problem)

    /// An answer is on disk, in a check-in, since `at`.
    case saved(id: String, at: Moment)
    case notSaved(Problem)
    case deleted(id: String)
    case undone

    /// A delete or an undo was refused; everything is as it was.
    case notDone(Problem)
    case changesRead(id: String, [Revision])
    case changesNotRead(Problem)
}
