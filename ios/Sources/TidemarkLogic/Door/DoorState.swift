//! What stands between the app's start and the open diary. Doubt never deletes, and never begins a second diary over a first.

import TidemarkBindings

/// What stands between the app's start and the open diary. Only `noDiary` can make one, and it is reached only when there is no
/// folder at all.
public enum DoorState: Equatable, Sendable {
    /// It is being looked at what is there.
    case starting

    /// The app and its library are not of one build; nothing was read or written.
    case mismatched

    /// No diary was ever made here.
    case noDiary(NoDiary)

    /// The records are here and were not opened.
    case locked(Locked)

    /// The diary is open.
    case open(Open)

    /// Whom to call, over the door; `back` is where it leads back to.
    indirect case help(back: DoorState)

    /// The way from a backup file, over the door.
    case restoring(here: Bool)
}

extension DoorState {
    /// No diary was ever made here.
    public struct NoDiary: Hashable, Sendable, Copied {
        /// Whether one is being made.
        public internal(set) var making = false
        /// Words to write down before anything is written: the device cannot keep them until later.
        public internal(set) var words: WordsCheck?
        /// Where the person wanted to go when the words came between.
        public internal(set) var setUp = false
        public internal(set) var problem: Problem?

        public init() {}
    }

    /// The records are here and were not opened.
    public struct Locked: Hashable, Sendable, Copied {
        public internal(set) var why: Why
        /// What is being done.
        public internal(set) var working = false
        /// What words are asked for; none while the form is not open.
        public internal(set) var asks: WordsFor?
        /// Whether the words given last open nothing.
        public internal(set) var wrongWords = false
        /// What came of the last wish that leaves the diary shut.
        public internal(set) var notice: Notice?

        public init(_ why: Why) { self.why = why }

        /// What can be done next, the likeliest first.
        public var offers: [Offer] { why.offers }
    }

    /// The diary is open.
    public struct Open: Equatable, Sendable, Copied {
        public let diary: any OpenDiaryProtocol
        /// Whether the questions of the first day come before Today.
        public internal(set) var setUp = false
        /// Where to begin, when the first day's questions led somewhere.
        public internal(set) var start: Place?
        /// The day of the snapshot that is shown in its place, to be read only.
        public internal(set) var snapshotOf: LogicalDate?

        public init(_ diary: any OpenDiaryProtocol) { self.diary = diary }

        /// The same diary is the same object.
        public static func == (one: Open, other: Open) -> Bool {
            one.diary === other.diary && one.setUp == other.setUp && one.start == other.start && one.snapshotOf == other.snapshotOf
        }
    }

    /// What came of a wish that left the diary shut.
    public enum Notice: Hashable, Sendable {
        /// The sealed file is where the person put it.
        case exported

        /// The person turned back, or the place took nothing.
        case notExported

        /// There is no snapshot that opens.
        case noSnapshot
        case refused(Problem)
    }
}

/// Why the diary is not open.
public enum Why: Hashable, Sendable {
    /// The app locked itself, or the person did.
    case shut

    /// The finger, face or code was not given.
    case turnedBack

    /// The device gives its key only later.
    case notNow

    /// The device has no key for this diary.
    case noKey

    /// The device lost its key for good.
    case keyGone

    /// The key and the file do not go together: another key, or a damaged beginning; nobody can tell which.
    case keyOrFile

    /// Part of the file cannot be read.
    case damaged

    /// The folder is there, the record file is not in it.
    case missing

    /// A newer app wrote it.
    case newer

    /// Something in the way that passes.
    case other(Problem)

    /// What can be done next, the likeliest first.
    public var offers: [Offer] {
        switch self {
        case .shut, .turnedBack, .notNow, .other: [.tryAgain, .words, .export]
        case .noKey, .keyGone: [.words, .tryAgain, .restore, .export]
        case .keyOrFile: [.words, .tryAgain, .snapshot, .restore, .export]
        case .damaged, .missing: [.snapshot, .restore, .export, .tryAgain]
        case .newer: [.tryAgain, .export]
        }
    }
}

/// What a person can do at a door that did not open.
public enum Offer: Hashable, Sendable {
    case tryAgain, words, snapshot, restore, export
}

/// What the recovery words are to open.
public enum WordsFor: Hashable, Sendable {
    case diary, snapshot
}
