//! The way from another app's file into the diary, and back. Until "done" nothing of the file is in the diary.

import TidemarkBindings

/// An import, and the list of those before.
public struct ImportsState: Hashable, Sendable, Copied {
    public internal(set) var step = Step.file
    /// The imports that were applied, the latest first; none until they were read.
    public internal(set) var past: [AppliedImport]?
    public internal(set) var file: ChosenFile?
    /// The columns of a table that no known app wrote.
    public internal(set) var mapping: Mapping?
    /// What was said about the file so far.
    public internal(set) var said = Said()
    /// What was typed for names that take a range; it becomes an answer when it is one.
    public internal(set) var ranges: [String: RangeTyped] = [:]
    /// What applying it would do.
    public internal(set) var found: Found?
    public internal(set) var choices = ImportChoices(skipRejected: false, restoreDeleted: false)
    /// How far the applying is.
    public internal(set) var progress: Progress?
    /// Which applying it is, so that breaking one off breaks off no later one.
    public internal(set) var run = 0
    /// "Break off" was tapped, and the answer is not there yet.
    public internal(set) var breaking = false
    public internal(set) var done: ImportCounts?
    public internal(set) var refused: Refused?
    /// The import that is to be taken back, while it is asked about or on its way.
    public internal(set) var undo: Undo?
    /// What taking back did.
    public internal(set) var undone: ImportUndone?
    /// Why the list could not be read, or an import not be taken back.
    public internal(set) var problem: Problem?

    public init() {}

    /// Names of the file that still wait for an answer.
    public var waiting: [ImportName] {
        (found?.preview.names ?? []).filter { $0.becomes == nil && said.answers[$0.name] == nil }
    }

    /// Whether something was said since the counts were made: then they have to be made anew.
    public var stale: Bool {
        guard let found else { return false }
        return found.said != said || found.restoreDeleted != choices.restoreDeleted
    }

    /// Whether there is anything to add.
    public var adds: Bool {
        guard let counts = found?.preview.counts else { return false }
        return counts.new + counts.restored > 0
    }

    /// Whether the file can be applied as it stands on the screen.
    public var canApply: Bool {
        step == .look && !stale && waiting.isEmpty && adds && (found?.preview.rejected == 0 || choices.skipRejected)
    }

    /// Zones to choose from for what was typed.
    public var zones: [String] { zonesLike(said.zone) }
}

extension ImportsState {
    public enum Step: Hashable, Sendable {
        /// A file is to be chosen; under it stand the imports of before.
        case file

        /// It is being read.
        case reading

        /// Which column is what.
        case columns

        /// What is in it and what would become of it.
        case look

        /// It is on its way into the diary.
        case applying

        /// It is in the diary.
        case done
    }

    /// What the person said about a file.
    public struct Said: Hashable, Sendable, Copied {
        /// What names of the file stand for, as the core takes it: a number, a range, a practice or `skip`.
        public internal(set) var answers: [String: String] = [:]
        /// The zone of times that name none; that of the phone when none is given.
        public internal(set) var zone = ""
        /// The column map.
        public internal(set) var map: String?
    }

    /// A preview, and what was said and ticked when it was made.
    public struct Found: Hashable, Sendable {
        public let preview: ImportPreview
        public let said: Said
        public let restoreDeleted: Bool
        /// The practices a name may stand for, by their codes.
        public let practices: [String]
    }

    /// Taking an import back.
    public struct Undo: Hashable, Sendable {
        public let batch: AppliedImport
        /// Entries that were edited since, and those that belong to them: the person is asked about them.
        public internal(set) var edited: Edited?
        public internal(set) var working = false
    }

    public struct Edited: Hashable, Sendable {
        public let edited: UInt32
        public let withThem: UInt32
    }

    /// Why it did not go on; nothing was changed.
    public enum Refused: Hashable, Sendable {
        case notRead

        /// Nothing tells what the file is, and it is no table either.
        case noFormat

        /// What is wrong with the file, in the core's words.
        case ofFile(reason: String)
        case noSuchZone

        /// The person broke it off.
        case brokenOff
        case other(Problem)
    }
}

/// A range as it is typed, for a name or a column.
public struct RangeTyped: Hashable, Sendable {
    public let lowest: String
    public let highest: String
    public let step: String

    public init(lowest: String = "", highest: String = "", step: String = "1") {
        self.lowest = lowest
        self.highest = highest
        self.step = step
    }

    /// `0..10/0.5`; none while it is no range.
    public var answer: String? {
        guard let from = typedMilli(lowest), let to = typedMilli(highest), let by = typedMilli(step), from < to, by > 0 else { return nil }
        return "\(plain(from))..\(plain(to))/\(plain(by))"
    }
}

/// A number as it is typed, in thousandths: up to nine digits, with a point or a comma and up to three more.
func typedMilli(_ text: String) -> Int64? {
    guard let text = filled(text), let found = text.wholeMatch(of: /(-?)([0-9]{1,9})(?:[.,]([0-9]{1,3}))?/) else { return nil }
    let decimals = String(found.3 ?? "")
    guard let whole = Int64(found.2), let parts = Int64(decimals + String(repeating: "0", count: 3 - decimals.count)) else { return nil }
    let milli = whole * 1000 + parts
    return found.1.isEmpty ? milli : -milli
}

/// A number in thousandths as the core reads it: a point, and no zeros at its end.
func plain(_ milli: Int64) -> String {
    let (whole, parts) = milli.magnitude.quotientAndRemainder(dividingBy: 1000)
    var decimals = String(String(parts + 1000).dropFirst())
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return (milli < 0 ? "-" : "") + String(whole) + (decimals.isEmpty ? "" : "." + decimals)
}
