//! What the Backup screen shows: the sealed file, and the words that open it.

import TidemarkBindings

/// The Backup screen.
public struct BackupState: Hashable, Sendable, Copied {
    public internal(set) var read = false
    /// Whole days since the latest backup that was put somewhere; none when there was none.
    public internal(set) var daysSince: Int64?
    public internal(set) var words = WordsState.known
    public internal(set) var saving = Saving.idle
    /// Why the screen could not be read.
    public internal(set) var problem: Problem?

    public init() {}
}

extension BackupState {
    /// How far a backup is.
    public enum Saving: Hashable, Sendable {
        case idle
        case writing

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
