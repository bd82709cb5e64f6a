//! What was agreed about sessions: the plan in force, what changed and why, and the form of a first plan or of a change.

import TidemarkBindings

/// The plan on the screen.
public struct PlanState: Hashable, Sendable, Copied {
    /// What was read; none until it was.
    public internal(set) var plan: PlanRead?
    /// The first plan while it is written down.
    public internal(set) var form: RecordForm?
    /// A change while it is written down.
    public internal(set) var change: ChangeDraft?
    public internal(set) var working = false
    /// The last act is on disk since then, and "Undo" takes it back; until the next one.
    public internal(set) var saved: Saved?
    /// What stands on the days shown; none until it was read.
    public internal(set) var days: PlanDays?
    /// The first of the days that are asked for, `YYYY-MM-DD`; none: this week's Monday.
    var daysAsked: String?
    public internal(set) var problem: Problem?

    public init(_ kept: PlanDrafts? = nil) {
        form = kept?.form
        change = kept?.change
    }

    /// A version that was written, and when.
    public struct Saved: Hashable, Sendable {
        public let id: String
        public let at: Moment
    }
}

/// What the diary says about the plan.
public struct PlanRead: Hashable, Sendable {
    public let today: String
    /// The fields of a plan that a person sets, in order.
    public let rules: [FieldRule]
    /// What a change says of itself: its reasons and who decides, by their codes.
    public let reasons: [String]
    public let deciders: [String]
    /// The version in force today; none before the first has begun.
    public let inForce: PlanVersion?
    /// The newest version, from which a change goes on; it may begin later.
    public let newest: PlanVersion?
    /// The newest first.
    public let changes: [PlanAdjustment]
    /// Cards of the week, which a change can name as what it followed from.
    public let cards: [RecordsState.Choice]

    /// The version that begins later.
    public var coming: PlanVersion? { newest?.id == inForce?.id ? nil : newest }

    /// Whether the day to look at the plan again has come.
    public var reviewDue: Bool { inForce?.shown["review_on"].map { $0 <= today } ?? false }

    /// The fields that a change can be about: all but the day a plan begins.
    public var adjustable: [FieldRule] { rules.filter { $0.name != "since" } }
}

/// A version of the plan with its fields as a form shows them.
public struct PlanVersion: Hashable, Sendable {
    public let id: String
    public let number: String
    public let since: String
    public let shown: [String: String]
}

/// One change, in codes and the person's words.
public struct PlanAdjustment: Hashable, Sendable {
    public let at: String
    public let field: String
    /// As a form shows it; none when it said nothing.
    public let from: String?
    public let to: String?
    public let reason: String
    public let decidedBy: String
    /// What it followed from: the sentence of a card of this week, else its name.
    public let finding: String?
}

/// A change in its form: what, to what, and why. Nothing of it is filled in beforehand.
public struct ChangeDraft: Hashable, Sendable, Copied {
    /// The field of the plan.
    public internal(set) var field: String?
    public internal(set) var to = ""
    /// The plan says nothing about it any more.
    public internal(set) var empties = false
    public internal(set) var reason: String?
    public internal(set) var decidedBy: String?
    /// The day it takes effect, `YYYY-MM-DD`; empty for today.
    public internal(set) var at = ""
    /// The card it followed from.
    public internal(set) var finding: String?
    /// The rule that each part breaks: `field`, `to`, `reason`, `decided_by`, `at`.
    public internal(set) var broken: [String: Broken] = [:]
    /// Why it was not saved, when no part is at fault.
    public internal(set) var problem: Problem?
}

/// What is typed and not saved.
public struct PlanDrafts: Hashable, Sendable {
    public let form: RecordForm?
    public let change: ChangeDraft?
}

extension [FieldRule] {
    /// The codes of a field that takes one of a list.
    func codes(of name: String) -> [String] {
        if case .code(let allowed) = first(where: { $0.name == name })?.form { allowed } else { [] }
    }
}

public enum PlanEvent: Hashable, Sendable {
    case shown

    /// "Write it down" of a first plan.
    case added

    /// A field of the first plan holds a text now.
    case typed(field: String, String)

    /// "Change something".
    case changeAsked

    /// What is to be changed; what was typed for another field goes.
    case fieldChosen(String)
    case toTyped(String)
    case emptied(Bool)
    case reasonChosen(String)
    case deciderChosen(String)
    case dayTyped(String)
    case findingChosen(String?)

    /// The form was left without saving.
    case closed
    case submitted
    case undone

    /// "Earlier" or "Later": the days shown begin so many weeks later, or earlier.
    case daysMoved(weeks: Int)
    case daysRead(PlanDays)
    case daysNotRead(Problem)
    case read(PlanRead)
    case notRead(Problem)
    case written(id: String, at: Moment)
    case notWritten(Problem)
    case takenBack
    case notTakenBack(Problem)
}

public enum PlanEffect: Hashable, Sendable {
    case read

    /// Reads two weeks from a day on; none: from this week's Monday.
    case readDays(from: String?)

    /// Writes the first plan down.
    case add([RecordsEffect.Typed])

    /// Makes a new version with its reason.
    case adjust(RecordsEffect.Typed, reason: String, decidedBy: String, at: String, finding: String?)
    case takeBack(id: String)

    /// Remembers a form for the way back to it.
    case keep(PlanDrafts)
}
