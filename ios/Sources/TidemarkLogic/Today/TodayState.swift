//! What the Today screen shows. A view draws it and decides nothing.

import TidemarkBindings

/// The Today screen.
public struct TodayState: Hashable, Sendable, Copied {
    /// The day; none until it was read.
    public internal(set) var date: LogicalDate?
    /// What is asked, in order.
    public internal(set) var questions: [Question] = []
    /// What stands around them: sessions, the way back after a long time.
    public internal(set) var around = Around()
    /// What the person answered, on disk or not yet.
    public internal(set) var entries: [MeasureId: Entry] = [:]
    /// The question whose pad is open.
    public internal(set) var open: MeasureId?
    /// What "Undo" would take back; stays until the next answer, not on a timer.
    public internal(set) var undo: Undo?
    /// Whether the next question opens by itself; off while a screen reader runs.
    public internal(set) var advances = true
    /// Why the day could not be read, or an undo not done.
    public internal(set) var problem: Problem?
    /// A later day was read while an answer was still on its way; it is read again when nothing is.
    public internal(set) var behind = false

    public init() {}

    /// The line under the pads.
    public var line: Line {
        let given = questions.compactMap { question in entries[question.measure].map { (question.measure, $0.saving) } }
        for case (let measure, .notSaved(let problem)) in given { return .notSaved(measure, problem) }
        var last: Moment?
        for (_, saving) in given {
            guard case .saved(let at) = saving else { return .saving }
            // Of several at one time the first stands, as on the other phone.
            if let before = last, before.epochMs >= at.epochMs { continue }
            last = at
        }
        return last.map { .saved(at: $0) } ?? .empty
    }

    /// The first question without an answer after `measure`, then from the top; none when all have one.
    func unansweredAfter(_ measure: MeasureId?) -> MeasureId? {
        let asked = questions.map(\.measure)
        let from = measure.flatMap(asked.firstIndex).map { $0 + 1 } ?? 0
        return (asked.dropFirst(from) + asked.prefix(from)).first { entries[$0] == nil }
    }

    var pending: Bool { entries.values.contains { !$0.saving.isSaved } }

    func with(_ measure: MeasureId, _ entry: Entry) -> TodayState { copy { $0.entries[measure] = entry } }
}

extension TodayState {
    /// An answer on the screen. `shown` is what the person chose last, `stored` what the disk holds; they may differ.
    public struct Entry: Hashable, Sendable, Copied {
        public internal(set) var shown: Answer
        public internal(set) var ratedAt: Moment
        public internal(set) var stored: Stored?
        public internal(set) var saving: Saving
    }

    /// How far an answer is on its way to the disk.
    public enum Saving: Hashable, Sendable {
        /// On its way; an undo is offered when it arrives, if `undoable`.
        case inFlight(undoable: Bool)

        /// On disk since `at`.
        case saved(at: Moment)

        /// Not on disk; the number stays on the screen.
        case notSaved(Problem)

        /// Being taken back; `again` when the person has chosen anew meanwhile.
        case removing(again: Bool)

        var isSaved: Bool {
            if case .saved = self { true } else { false }
        }

        var undoable: Bool { self == .inFlight(undoable: true) }

        var again: Bool { self == .removing(again: true) }
    }

    /// What would be taken back: the answer to `measure`, to what it was `before`, or to none at all.
    public struct Undo: Hashable, Sendable {
        public let measure: MeasureId
        public let before: Stored?
    }

    /// What the line under the pads says.
    public enum Line: Hashable, Sendable {
        /// "Nothing yet today. Each number saves itself."
        case empty

        /// Something is on its way.
        case saving

        /// Everything shown is on disk; the last since `at`.
        case saved(at: Moment)

        /// The answer to a measure is on the screen only.
        case notSaved(MeasureId, Problem)
    }
}
