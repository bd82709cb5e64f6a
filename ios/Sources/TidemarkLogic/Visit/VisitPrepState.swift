//! Preparing the coming visit: questions, goals, how complete the records are, and the way to the preview.

import TidemarkBindings

/// What a visit of the core takes.
public let mostQuestions = 5
/// In characters (code points), as the core counts them.
public let longestQuestion = 200

/// Preparing the coming visit.
public struct VisitPrepState: Hashable, Sendable, Copied {
    /// What was read; none until it was.
    public internal(set) var prep: Prep?
    /// The question being written.
    public internal(set) var draft: QuestionDraft
    public internal(set) var working = false
    /// The questions are on disk since then; until something is typed.
    public internal(set) var saved: Moment?
    /// A question was added, changed or taken away, and "Undo" takes that back.
    public internal(set) var undo = false
    /// Why the visit could not be read, or a question not saved.
    public internal(set) var problem: Problem?

    init(draft: QuestionDraft) { self.draft = draft }

    /// Whether one more question has room.
    public var hasRoom: Bool { (prep?.questions.count ?? 0) < mostQuestions }
}

/// A question as it stands in the field: the one at a place of the list, or a new one.
public struct QuestionDraft: Hashable, Sendable, Copied {
    public internal(set) var text = ""
    public internal(set) var at: Int?

    public var length: Int { filled(text)?.unicodeScalars.count ?? 0 }

    public var tooLong: Bool { length > longestQuestion }
}

/// What the diary says about the coming visit.
public struct Prep: Hashable, Sendable, Copied {
    /// The next visit from today on; none when none is written down.
    public let visit: DiaryRecord?
    public internal(set) var questions: [String]
    /// Goals that are followed, in the person's words.
    public let goals: [String]
    /// How complete the records of the period are, in the core's words.
    public let quality: Sentence?
    public let period: Period
    /// Where the preview begins.
    public let options: ReportOptions
}

public enum VisitPrepEvent: Hashable, Sendable {
    case shown
    case typed(String)

    /// The question in the field is to be kept.
    case submitted

    /// "Change" of a question, by its place.
    case changeAsked(at: Int)
    case changeLeft
    case removed(at: Int)
    case undone
    case read(Prep)
    case notRead(Problem)

    /// The questions are on disk.
    case saved([String], at: Moment, clears: Bool)
    case notSaved(Problem)
    case takenBack
}

public enum VisitPrepEffect: Hashable, Sendable {
    case read

    /// Writes the questions of a visit; the field is emptied afterwards when they came from it.
    case save(visit: String, [String], clears: Bool)
    case takeBack(visit: String)
    case keep(QuestionDraft)
}
