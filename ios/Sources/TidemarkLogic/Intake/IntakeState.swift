//! What a massage therapist needs to know, part by part, each with its own tick to leave the phone. Whether massage suits
//! somebody is said nowhere.

import TidemarkBindings

/// The intake sheet on the screen.
public struct IntakeState: Hashable, Sendable, Copied {
    /// What was read; none until it was.
    public internal(set) var read: IntakeRead?
    /// The parts while they are written; saving makes a new version.
    public internal(set) var form: RecordForm?
    public internal(set) var working = false
    /// The last change is on disk since then, and "Undo" takes it back; until the next one.
    public internal(set) var saved: Saved?
    /// The last three sessions stand on the reverse.
    public internal(set) var reverse = false
    /// Two lines to sign on stand at the end.
    public internal(set) var signatures = false
    /// Id of the earlier version that is open to be read.
    public internal(set) var openVersion: String?
    /// The page on its way out.
    public internal(set) var out = SheetOut()
    public internal(set) var problem: Problem?

    public init(_ left: IntakeDraft = IntakeDraft()) {
        form = left.form
        reverse = left.reverse
        signatures = left.signatures
    }

    /// What the way back to the screen begins with.
    var draft: IntakeDraft { IntakeDraft(form: form, reverse: reverse, signatures: signatures) }

    /// The page as it is chosen.
    public var page: Sheet { .intake(reverse: reverse, signatures: signatures) }

    /// What stands on the page: the parts that are ticked and say something, in order.
    public var leaves: [IntakePart] {
        let parts = (read?.parts ?? []).filter(\.ticked)
        let named = parts.contains { $0.field == "medicines" && !$0.text.isEmpty }
        // The box of allergies stands there empty, too: nothing written down is not the same as none.
        return parts.filter { $0.field == "allergies" || !$0.text.isEmpty && ($0.field != purposes || named) }
    }
}

extension IntakeState {
    /// A change of a version that is on disk since `at`.
    public struct Saved: Hashable, Sendable {
        public let id: String
        public let at: Moment
    }
}

/// What was begun or chosen on the screen and is in no version: the page that is sent is the one that was looked at.
public struct IntakeDraft: Hashable, Sendable {
    public let form: RecordForm?
    public let reverse: Bool
    public let signatures: Bool

    public init(form: RecordForm? = nil, reverse: Bool = false, signatures: Bool = false) {
        self.form = form
        self.reverse = reverse
        self.signatures = signatures
    }
}

let purposes = "medicine_purposes"

/// What the diary says about the sheet.
public struct IntakeRead: Hashable, Sendable {
    public let today: String
    /// The fields that a person sets, in order; the day it was gone through is not among them.
    public let rules: [FieldRule]
    /// Medicines that can be named, by their ids.
    public let medicines: [RecordsState.Choice]
    /// The newest first.
    public let versions: [IntakeVersion]
    /// A plan is in force; its length and style stand on the page.
    public let withPlan: Bool

    public var newest: IntakeVersion? { versions.first }

    /// Those before the newest: to be read, and no more.
    public var earlier: [IntakeVersion] { Array(versions.dropFirst()) }

    /// The parts of the newest version; none without a version.
    public var parts: [IntakePart] { newest?.parts ?? [] }
}

/// A part of the sheet: what it says, as a form shows it, and whether it may leave.
public struct IntakePart: Hashable, Sendable {
    public let field: String
    public let text: String
    public let ticked: Bool
}

/// A version of the sheet, with the day the person went through it, its fields as a form shows them, and its parts in the order
/// of the page's ticks.
public struct IntakeVersion: Hashable, Sendable {
    public let id: String
    public let number: String
    public let reviewedOn: String
    public let shown: [String: String]
    public let parts: [IntakePart]
}

public enum IntakeEvent: Hashable, Sendable {
    case shown

    /// "Write it down", or "Change": the form opens with what the newest version says.
    case changed
    case typed(field: String, String)

    /// The form was left without saving.
    case closed
    case submitted

    /// "I went through it, and it is as it is."
    case reviewed

    /// A part may leave from now on, or may not.
    case ticked(field: String, Bool)
    case reverseTicked(Bool)
    case signaturesTicked(Bool)

    /// An earlier version is to be read; none closes it.
    case versionOpened(id: String?)
    case undone
    case went(ShareState.Way)
    case read(IntakeRead)
    case notRead(Problem)

    /// A change of the version `id` is on disk, that of the form or another.
    case written(id: String, at: Moment, form: Bool)
    case notWritten(Problem, form: Bool)
    case takenBack
    case sheetCame(SheetOut)
}

public enum IntakeEffect: Hashable, Sendable {
    case read

    /// Makes a new version with what was changed.
    case write([RecordsEffect.Typed])

    /// Notes that the newest version was gone through today.
    case review(id: String)
    case tick(id: String, field: String, Bool)
    case takeBack(id: String)
    case send(reverse: Bool, signatures: Bool, ShareState.Way)

    /// Remembers what was begun and chosen, for the way back to it.
    case keep(IntakeDraft)
}
