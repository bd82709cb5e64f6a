//! The massage therapists that are written down, and the questions to ask one first. No ranking.

import TidemarkBindings

/// The list of massage therapists.
public struct TherapistsState: Hashable, Sendable, Copied {
    /// What was read; none until it was.
    public internal(set) var therapists: [Therapist]?
    /// The sixteen questions, to read here or on paper.
    public internal(set) var questions: [ChecklistQuestion] = []
    /// Only those whose trauma-informed training is confirmed are listed.
    public internal(set) var traumaInformed = false
    /// The questions on their way out.
    public internal(set) var out = SheetOut()
    public internal(set) var problem: Problem?

    public init() {}

    public var listed: [Therapist] { (therapists ?? []).filter { !traumaInformed || $0.traumaInformed } }
}

public enum TherapistsEvent: Hashable, Sendable {
    case shown
    case traumaInformedOnly(Bool)

    /// A way out was tapped for the page of questions.
    case went(ShareState.Way)
    case read([Therapist], questions: [ChecklistQuestion])
    case notRead(Problem)
    case sheetCame(SheetOut)
}

public enum TherapistsEffect: Hashable, Sendable {
    case read

    /// Writes all sixteen questions as a page and hands it over.
    case send(ShareState.Way)
}

public func reduce(_ state: TherapistsState, _ event: TherapistsEvent) -> Next<TherapistsState, TherapistsEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .traumaInformedOnly(let on): return Next(state.copy { $0.traumaInformed = on })
    case .went(let way):
        if state.out.working || !SheetOut.ways.contains(way) { return Next(state) }
        return Next(state.copy { $0.out = .onItsWay }, .send(way))
    case .read(let therapists, let questions):
        return Next(
            state.copy {
                $0.therapists = therapists
                $0.questions = questions
                $0.problem = nil
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .sheetCame(let out): return Next(state.copy { $0.out = out })
    }
}

/// The list over a diary.
public func therapistsFeature(_ env: Env) -> Feature<TherapistsState, TherapistsEvent, TherapistsEffect> {
    Feature(TherapistsState(), shown: .shown, reduce: { reduce($0, $1) }) { effect in
        switch effect {
        case .read:
            return reply {
                let all = checklistQuestions()
                let today = try env.diary.today(now: env.now()).day
                let records = try env.diary.records(kind: .therapist, span: Span())
                return TherapistsEvent.read(try records.map { try $0.therapist(all, today: today) }, questions: all)
            }.event({ $0 }, refused: TherapistsEvent.notRead)
        case .send(let way): return .sheetCame(env.send(.questions(therapistId: nil), way))
        }
    }
}
