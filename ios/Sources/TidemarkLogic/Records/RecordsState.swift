//! What the list of records of one kind shows, and the form over it. What a field may hold comes from the core.

import TidemarkBindings

/// The records of one kind: a list, and the form over it while one is added or changed.
public struct RecordsState: Hashable, Sendable, Copied {
    public let kind: Kind
    /// The fields a person sets, in order.
    public internal(set) var rules: [FieldRule] = []
    /// The day it is for the person, which "Today" puts into a field.
    public internal(set) var today = ""
    /// What was read; none until it was.
    public internal(set) var rows: [Row]?
    /// What a field that names another record or a measure may hold.
    public internal(set) var choices: [String: [Choice]] = [:]
    public internal(set) var form: RecordForm?
    /// A form is on its way to the disk, or something is being taken away or back.
    public internal(set) var working = false
    /// The last act, which "Undo" takes back; until the next one.
    public internal(set) var undo: LastAct?
    /// An answer of a questionnaire that leads to the page with help. Nothing is sent and nobody is told.
    public internal(set) var offersHelp = false
    /// Why the list could not be read, or something not taken away or back.
    public internal(set) var problem: Problem?

    public init(_ kind: Kind, form: RecordForm? = nil) {
        self.kind = kind
        self.form = form
    }
}

extension RecordsState {
    /// A record with its fields as a form shows them.
    public struct Row: Hashable, Sendable {
        public let record: DiaryRecord
        public let shown: [String: String]
    }

    /// What can be chosen for a field, by id.
    public struct Choice: Hashable, Sendable {
        public let id: String
        public let name: String
    }
}

/// A record being added or changed.
public struct RecordForm: Hashable, Sendable, Copied {
    /// The record; none for a new one.
    public let id: String?
    /// What the fields held when the form was opened.
    public let before: [String: String]
    /// What stands in them.
    public internal(set) var texts: [String: String]
    /// Why it is changed; kept with the change.
    public internal(set) var reason = ""
    /// The rule that each of these fields breaks.
    public internal(set) var broken: [String: Broken] = [:]
    /// Why it was not saved, when no field is at fault.
    public internal(set) var problem: Problem?
    /// The changes of the record, oldest first; none until they were asked for.
    public internal(set) var history: [Revision]?
    /// Whether the single scores of a questionnaire are asked for; they are optional.
    public internal(set) var scored: Bool

    init(_ id: String?, before: [String: String]) {
        self.id = id
        self.before = before
        texts = before
        scored = before[itemsField].flatMap(filled) != nil
    }

    /// Whether anything would be lost.
    public var touched: Bool { texts.filter { filled($0.value) != nil } != before.filter { filled($0.value) != nil } }
}

/// The last act on this screen, on disk since `at`.
public struct LastAct: Hashable, Sendable {
    public let id: String
    public let at: Moment
    public let removed: Bool
}

/// The rule a field breaks.
public enum Broken: Hashable, Sendable {
    case needed
    case tooLong(most: Int)
    case noDay
    case noTime
    case noNumber
    case outside(min: Int, max: Int)

    /// The total of a questionnaire is above its highest one.
    case above(total: Int, most: Int)

    /// The single scores of a questionnaire do not make its total.
    case sum(Int, total: Int)

    /// A rule between fields, in the words of the core.
    case rule(reason: String)
}
