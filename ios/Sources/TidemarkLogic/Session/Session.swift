//! A session as the diary holds it, in the words of its screens. What is hidden until when is the core's to say.

import TidemarkBindings

/// A session as the diary holds it, in the words of its screens.
public struct Session: Hashable, Sendable, Copied {
    public let id: String
    public let day: LogicalDate
    public let status: SessionStatus
    public let startedAt: Moment
    public let endedAt: Moment?
    /// When the timer was started, while it runs.
    public let timerStartedAt: Moment?
    public let actualMin: Int?
    public internal(set) var choices: SessionChoices
    public internal(set) var told: Told
    public let reason: String?
    /// What is rated around it.
    public let questions: [Question]
    public let before: PhaseRead?
    public let after: PhaseRead?
    public let followUp: PhaseRead?
    /// There are ratings before it, and they are not shown yet.
    public let beforeHidden: Bool
    public let happened: [Happened]
    public let pauses: [Pause]
    /// The person wants ratings before to stay hidden until those after are given.
    public let hidesBefore: Bool
    /// Medicines that its last doses name.
    public internal(set) var medicines: [Medicine] = []
    /// The person looked at the ratings before on this screen, before one after was given.
    public internal(set) var beforeSeen = false

    /// Whole minutes from its end to a moment; 0 while it has none, and before it.
    func minutesAfterEnd(_ at: Moment) -> Int {
        guard let endedAt else { return 0 }
        return Int(min(max((at.epochMs - endedAt.epochMs) / 60_000, 0), Int64(UInt16.max)))
    }
}

/// Ratings of one phase that are on disk.
public struct PhaseRead: Hashable, Sendable {
    /// An answer to a measure.
    public struct Answered: Hashable, Sendable {
        public let measure: MeasureId
        public let answer: Answer
    }

    /// In the order they were read; a measure has one.
    public let answers: [Answered]
    public let inWindow: Bool
    public let recalled: Bool

    public func answer(_ measure: MeasureId) -> Answer? { answers.first { $0.measure == measure }?.answer }
}

/// Something within a session, by its minute.
public struct Happened: Hashable, Sendable {
    public let minute: Int
    public let kind: MomentKind
}

extension OpenDiaryProtocol {
    /// Reads a session; ratings before it stay hidden until those after are stored, unless `reveal`.
    func session(_ id: String, _ now: Moment, reveal: Bool = false) throws -> Session {
        let view = try viewSession(sessionId: id, reveal: reveal, now: now)
        let text = texts(view.session.fields)
        let choices = try SessionChoices(text)
        let measures = Dictionary(try measures().map { ($0.id, $0) }, uniquingKeysWith: { _, later in later })
        return Session(
            id: id,
            day: LogicalDate(view.session.day),
            status: coded(text("status")) ?? .planned,
            startedAt: try momentFromText(text: text("started_at") ?? ""),
            endedAt: try text("ended_at").map { try momentFromText(text: $0) },
            timerStartedAt: try text("timer_started_at").map { try momentFromText(text: $0) },
            actualMin: text("actual_min").flatMap { Int($0) },
            choices: choices,
            told: try Told(text),
            reason: text("reason"),
            questions: try items(text("measures")).compactMap { measures[$0]?.question },
            before: read(view.session.ratings, .before),
            after: read(view.session.ratings, .after),
            followUp: read(view.session.ratings, .followUp),
            beforeHidden: view.beforeHidden,
            happened: view.moments.compactMap(happened),
            pauses: view.pauses,
            hidesBefore: try settings().hideBefore,
            medicines: try medicines(of: choices.doses))
    }

    /// Ratings before a session that has not started: the person sees what they gave.
    func ratingsBefore(_ session: Session) throws -> PhaseRead? { read(try ratings(session.id, session.day), .before) }

    /// Everything rated around a session.
    func ratings(_ id: String, _ day: LogicalDate) throws -> [EntryRatings] {
        try entries(span: Span(from: day.iso, to: day.iso)).first { $0.id == id }?.ratings ?? []
    }
}

/// The texts of fields by their names; of two of one name the later.
func texts(_ fields: [FieldText]) -> (String) -> String? {
    { name in fields.last { $0.name == name }.flatMap(\.text) }
}

private func read(_ ratings: [EntryRatings], _ phase: Phase) -> PhaseRead? {
    let found = ratings.filter { $0.phase == phase.code }
    if found.isEmpty { return nil }
    // A measure has one rating in a phase, whichever record holds it.
    var answers: [PhaseRead.Answered] = []
    for value in found.flatMap(\.values) {
        let answered = PhaseRead.Answered(measure: MeasureId(value.measureId), answer: value.answer)
        answers.removeAll { $0.measure == answered.measure }
        answers.append(answered)
    }
    return PhaseRead(answers: answers, inWindow: found.allSatisfy(\.inWindow), recalled: found.contains(where: \.recalled))
}

private func happened(_ record: DiaryRecord) -> Happened? {
    let text = texts(record.fields)
    let kind: MomentKind? = coded(text("kind"))
    return kind.map { Happened(minute: text("minute").flatMap { Int($0) } ?? 0, kind: $0) }
}
