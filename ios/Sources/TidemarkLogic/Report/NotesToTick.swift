//! The notes of a report's days, to tick one by one. Their words are read only while the list is open, or a tick in it may have
//! gone.

import TidemarkBindings

/// The list to tick notes from. It is read only while it is open, or while a note is ticked that may have gone since.
public struct NotesToTick: Hashable, Sendable, Copied {
    public internal(set) var open = false
    /// What was read last; none until it was.
    public internal(set) var listed: ListedNotes?
    public internal(set) var reading = false
    /// Why the notes could not be read.
    public internal(set) var problem: Problem?
}

/// What decides which notes a report could hold: its days, and whether sessions are in it.
public struct NotesOf: Hashable, Sendable {
    public let period: Period
    public let sessions: Bool
}

/// Notes as they were read, by day.
public struct ListedNotes: Hashable, Sendable {
    public let of: NotesOf
    public let notes: [NoteToTick]
}
