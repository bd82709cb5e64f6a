//! What the way from a backup file to an open diary shows. Until it is done the diary that is here stays as it is.

import TidemarkBindings

/// The way from a backup file to an open diary.
public struct RestoreState: Hashable, Sendable, Copied {
    public internal(set) var step = Step.file
    /// Whether a diary is here already: then it can be replaced, or what is missing added.
    public internal(set) var here: Bool
    public internal(set) var file: ChosenFile?
    /// Words that opened the file.
    public internal(set) var words: RecoveryWords?
    public internal(set) var contents: BackupContents?
    /// Which putting in place it is, so that breaking one off breaks off no later one.
    public internal(set) var run = 0
    /// How far that is.
    public internal(set) var progress: Progress?
    /// "Break off" was tapped, and the answer is not there yet.
    public internal(set) var breakingOff = false
    public internal(set) var refused: Refused?
    public internal(set) var done: Done?
    /// Whether the diary was shut for it: then the way out leads through the door.
    public internal(set) var shut = false

    public init(here: Bool = false) { self.here = here }

    /// Whether the backup is on its way into its place; opening a file takes a moment, and is not broken off.
    public var canBreakOff: Bool { step == .working && contents != nil }
}

extension RestoreState {
    public enum Step: Hashable, Sendable {
        /// A file is to be chosen.
        case file

        /// Its words are asked for.
        case words

        /// It is being opened, or put in place.
        case working

        /// What is in it is on the screen.
        case contents

        /// The diary is in its place.
        case done
    }

    /// What is done with the diary that is here.
    public enum Way: Hashable, Sendable {
        /// Replace it, unless it holds what the backup lacks.
        case replace

        /// Replace it whatever it holds; its last state stays as a snapshot, or set aside.
        case replaceAll

        /// Add what is missing here.
        case merge
    }

    /// Why it did not go on; nothing was changed.
    public enum Refused: Hashable, Sendable {
        /// The words open another file.
        case wrongWords

        /// Not all of the file is there.
        case damaged(have: UInt32, parts: UInt32)
        case newer
        case notRead

        /// The diary that is here holds entries that the file lacks.
        case newerEntries(UInt32)

        /// The diary that is here does not open, so nobody can say what would be lost.
        case notCompared

        /// The person broke it off.
        case brokenOff
        case other(Problem)
    }

    /// What was done.
    public enum Done: Hashable, Sendable {
        /// The backup is the diary now; `kept` when the one that was here stays, set aside.
        case replaced(kept: Bool)

        /// Records added and renewed; `differing` ones were kept as they are here.
        case merged(added: UInt32, newer: UInt32, differing: UInt32)
    }
}
