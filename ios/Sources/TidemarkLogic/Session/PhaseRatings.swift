//! The pads of one phase of a session. Each answer goes to disk by itself, one after another; none is called saved before it is.

import TidemarkBindings

/// The pads of one phase of a session.
public struct PhaseRatings: Hashable, Sendable, Copied {
    public let phase: Phase
    public internal(set) var questions: [Question] = []
    /// What the person answered, on disk or not yet, in the order it was given; a measure has one.
    public internal(set) var given: [Given] = []
    /// The question whose pad is open.
    public internal(set) var open: MeasureId?
    /// The next unanswered pad opens by itself; off while a screen reader runs.
    public internal(set) var advances = true
    /// A rating lies outside its window: kept, and left out of figures about change.
    public internal(set) var outOfWindow = false

    init(_ phase: Phase) { self.phase = phase }

    /// The line under the pads.
    public var line: RatingLine {
        for case .notSaved(let problem) in given.map(\.saving) { return .notSaved(problem) }
        if given.isEmpty { return .empty }
        return given.contains { $0.saving != .saved } ? .saving : .saved
    }

    /// Every question has an answer, a skip among them, and all are on disk.
    public var complete: Bool { !questions.isEmpty && questions.allSatisfy { given($0.measure)?.saving == .saved } }

    public func given(_ measure: MeasureId) -> Given? { given.first { $0.measure == measure } }
}

/// An answer on the screen. `answer` is what the person chose last, `stored` what the disk holds.
public struct Given: Hashable, Sendable, Copied {
    public let measure: MeasureId
    public internal(set) var answer: Answer
    public internal(set) var ratedAt: Moment?
    public internal(set) var recalled: Bool
    public internal(set) var stored: Answer?
    public internal(set) var saving: RatingSaving
}

/// How far an answer is on its way.
public enum RatingSaving: Hashable, Sendable {
    /// Sent when the one before has arrived.
    case waiting
    case inFlight
    case saved

    /// Not on disk; the number stays on the screen.
    case notSaved(Problem)

    var isRefused: Bool {
        if case .notSaved = self { true } else { false }
    }
}

/// What the line under the pads says.
public enum RatingLine: Hashable, Sendable {
    case empty
    case saving

    /// Everything shown is on disk.
    case saved
    case notSaved(Problem)
}

/// What happens at the pads of a phase.
public enum RatingEvent: Hashable, Sendable {
    /// A number or "Skip" was tapped at `at`.
    case rated(MeasureId, Answer, at: Moment)
    case padOpened(MeasureId)

    /// "Try again" was tapped.
    case triedAgain

    /// A screen reader was switched on or off.
    case screenReader(on: Bool)
    case stored(MeasureId, Answer, outOfWindow: Bool)
    case refused(MeasureId, Problem)

    var isStored: Bool {
        if case .stored = self { true } else { false }
    }
}

/// An answer to put on disk; `change` when the disk holds another one.
public struct ToStore: Hashable, Sendable {
    public let measure: MeasureId
    public let answer: Answer
    public let ratedAt: Moment?
    public let recalled: Bool
    public let change: Bool
}

extension PhaseRatings {
    /// The pads with what the disk holds; an answer that is not on it stays.
    func read(_ questions: [Question], _ found: PhaseRead?) -> PhaseRatings {
        var read = copy {
            $0.questions = questions
            $0.given = (found?.answers ?? []).map {
                Given(measure: $0.measure, answer: $0.answer, ratedAt: nil, recalled: false, stored: $0.answer, saving: .saved)
            }
            $0.outOfWindow = found?.inWindow == false
        }
        for kept in given where kept.saving != .saved { read = read.with(kept) }
        let stays = open.flatMap { asked in questions.contains { $0.measure == asked } ? asked : nil }
        return read.copy { $0.open = stays ?? read.unansweredAfter(nil) }
    }

    /// `recalled` and `about` are what the screen knows of the moment: from memory it is another one than the tap's.
    func after(_ event: RatingEvent, recalled: Bool = false, about: Moment? = nil) -> PhaseRatings {
        switch event {
        case .padOpened(let measure): copy { $0.open = measure }
        case .screenReader(let on): copy { $0.advances = !on }
        case .rated(let measure, let answer, let at): rated(measure, answer, recalled, about ?? at)
        case .triedAgain:
            copy { $0.given = given.map { one in one.saving.isRefused ? one.copy { $0.saving = .waiting } : one } }
        case .stored(let measure, let answer, let outOfWindow): stored(measure, answer, outOfWindow)
        case .refused(let measure, let problem): change(measure) { $0.saving = .notSaved(problem) }
        }
    }

    /// The next answer to send, none while one is on its way.
    func next() -> (PhaseRatings, ToStore?) {
        guard !given.contains(where: { $0.saving == .inFlight }), let found = given.first(where: { $0.saving == .waiting }) else {
            return (self, nil)
        }
        let toStore = ToStore(
            measure: found.measure, answer: found.answer, ratedAt: found.ratedAt, recalled: found.recalled,
            change: found.stored != nil)
        return (change(found.measure) { $0.saving = .inFlight }, toStore)
    }

    private func rated(_ measure: MeasureId, _ answer: Answer, _ recalled: Bool, _ about: Moment) -> PhaseRatings {
        guard questions.contains(where: { $0.measure == measure }) else { return self }
        guard let old = given(measure) else {
            return with(
                Given(measure: measure, answer: answer, ratedAt: about, recalled: recalled, stored: nil, saving: .waiting))
        }
        let saving: RatingSaving =
            switch old.saving {
            case .inFlight: .inFlight
            case .saved: answer == old.answer ? .saved : .waiting
            case .waiting, .notSaved: .waiting
            }
        return with(
            old.copy {
                if old.stored == nil, saving == .waiting {
                    $0.ratedAt = about
                    $0.recalled = recalled
                }
                $0.answer = answer
                $0.saving = saving
            }
        ).copy { $0.open = measure }
    }

    private func stored(_ measure: MeasureId, _ answer: Answer, _ outside: Bool) -> PhaseRatings {
        let arrived = change(measure) {
            // A tap that came meanwhile is sent after it, so that the last one stays.
            $0.saving = $0.answer == answer ? .saved : .waiting
            $0.stored = answer
        }.copy { $0.outOfWindow = outOfWindow || outside }
        guard advances, open == measure, arrived.given(measure)?.saving == .saved else { return arrived }
        return arrived.copy { $0.open = arrived.unansweredAfter(measure) }
    }

    private func unansweredAfter(_ measure: MeasureId?) -> MeasureId? {
        let asked = questions.map(\.measure)
        let from = measure.flatMap(asked.firstIndex).map { $0 + 1 } ?? 0
        return (asked.dropFirst(from) + asked.prefix(from)).first { given($0) == nil }
    }

    private func with(_ entry: Given) -> PhaseRatings {
        copy {
            if given(entry.measure) == nil {
                $0.given.append(entry)
            } else {
                $0.given = given.map { $0.measure == entry.measure ? entry : $0 }
            }
        }
    }

    private func change(_ measure: MeasureId, _ act: (inout Given) -> Void) -> PhaseRatings {
        given(measure).map { with($0.copy(act)) } ?? self
    }
}
