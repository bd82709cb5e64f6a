//! What the Backup screen shows: the sealed file, its copies in a folder, and the words that open it.

import TidemarkBindings

/// The Backup screen.
public struct BackupState: Hashable, Sendable, Copied {
    public internal(set) var read = false
    /// Whole days since the latest backup that was put somewhere; none when there was none.
    public internal(set) var daysSince: Int64?
    public internal(set) var words = WordsState.known
    public internal(set) var saving = Saving.idle
    /// How many files were begun, so that breaking one off breaks off no later one.
    public internal(set) var runs = 0
    /// The folder that takes a copy once a week; none when none is chosen.
    public internal(set) var copies: Copies?
    /// A folder is being chosen, or a copy is on its way into one.
    public internal(set) var copying = false
    /// Why the screen could not be read.
    public internal(set) var problem: Problem?

    public init() {}

    /// Whether copies are offered: while the words wait to be shown nobody could open such a file.
    public var offersCopies: Bool { words != .waiting }
}

extension BackupState {
    /// How far a backup is.
    public enum Saving: Hashable, Sendable {
        case idle

        /// Being written and read back; `breakingOff` once the person asked to stop it and the answer is not there yet.
        case writing(run: Int, progress: Progress? = nil, breakingOff: Bool = false)

        /// The person stopped it: there is no new backup, and no file.
        case brokenOff

        /// Where the person put it, read back whole.
        case saved(BackupContents)

        /// The person turned back, or the place took nothing: there is no new backup.
        case turnedBack
        case notSaved(Problem)
    }
}

/// What the person has of the recovery words.
public enum WordsState: Hashable, Sendable {
    /// The device still keeps them: they were never shown.
    case waiting

    /// On the screen for the first time.
    case first(WordsCheck)

    /// The person has them, and the device no longer.
    case known

    /// Written down and checked just now.
    case checked

    /// The present words are asked for, before new ones are made.
    case present(wrong: Bool = false, problem: Problem? = nil)

    /// New words on the screen; the present ones hold until these are checked.
    case new(present: RecoveryWords, WordsCheck, problem: Problem? = nil)

    /// The new words hold from now on.
    case changed

    /// The words on the screen, if any are.
    var onScreen: WordsCheck? {
        switch self {
        case .first(let check), .new(_, let check, _): check
        case .waiting, .known, .checked, .present, .changed: nil
        }
    }
}
