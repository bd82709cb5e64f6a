//! What was asked of one massage therapist, an item at a time, and the form of the item that is open.

import TidemarkBindings

/// What the core takes, in characters (code points).
public let longestNote = 200
public let longestFit = 4000

/// What was asked of one massage therapist.
public struct ChecklistState: Hashable, Sendable, Copied {
    /// What was read; none until it was.
    public internal(set) var therapist: Therapist?
    public internal(set) var today = ""
    /// The item that is open, as it stands in its form.
    public internal(set) var draft: AnswerDraft?
    /// The words on the first talk while they are typed; none when they are as on disk.
    public internal(set) var fit: String?
    public internal(set) var working = false
    /// The last change is on disk since then, and "Undo" takes it back; until the next one.
    public internal(set) var saved: Moment?
    /// The questions that are still open, on their way out.
    public internal(set) var out = SheetOut()
    public internal(set) var problem: Problem?

    public init(_ kept: ChecklistDrafts? = nil) {
        draft = kept?.draft
        fit = kept?.fit
    }

    public var fitTooLong: Bool { (fit.flatMap(filled)?.unicodeScalars.count ?? 0) > longestFit }

    /// Whether the words on the first talk are others than those on disk.
    public var fitTouched: Bool { fit.map { (filled($0) ?? "") != therapist?.fit } ?? false }
}

/// An item in its form; nothing is saved before "Save".
public struct AnswerDraft: Hashable, Sendable, Copied {
    /// As it is on disk.
    public let before: ItemAnswer
    public internal(set) var status: ChecklistStatus
    /// A day, `YYYY-MM-DD`; empty for today.
    public internal(set) var on: String
    public internal(set) var how: ChecklistHow?
    public internal(set) var note: String
    /// The rule that the day breaks, or the note.
    public internal(set) var brokenDay: Broken?
    public internal(set) var brokenNote: Broken?

    init(_ before: ItemAnswer) {
        self.before = before
        status = before.status
        on = before.on
        how = before.how
        note = before.note
    }

    /// The item as it would be on disk.
    var after: ItemAnswer {
        before.copy {
            $0.status = status
            $0.on = filled(on) ?? ""
            $0.how = how
            $0.note = filled(note) ?? ""
        }
    }
}

/// What is typed and not saved.
public struct ChecklistDrafts: Hashable, Sendable {
    public let draft: AnswerDraft?
    public let fit: String?
}

public enum ChecklistEvent: Hashable, Sendable {
    case shown

    /// An item was tapped.
    case opened(item: String)
    case statusChosen(ChecklistStatus)
    case dayTyped(String)
    case howChosen(ChecklistHow?)
    case noteTyped(String)

    /// The form was left without saving.
    case closed
    case submitted
    case fitTyped(String)
    case fitSubmitted
    case undone
    case went(ShareState.Way)
    case read(Therapist, today: String)
    case notRead(Problem)

    /// An item is on disk, or the words on the first talk.
    case written(at: Moment, fit: Bool)
    case notWritten(Problem)
    case takenBack
    case sheetCame(SheetOut)
}

public enum ChecklistEffect: Hashable, Sendable {
    case read

    /// Writes one item down; `empties` when something it said before is to be gone.
    case write(ItemAnswer, empties: Bool)
    case writeFit(String)
    case takeBack
    case send(ShareState.Way)

    /// Remembers what was typed for the way back.
    case keep(ChecklistDrafts)
}
