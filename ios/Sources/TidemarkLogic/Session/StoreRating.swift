//! Puts answers and what was told of a session on disk, as the event that comes of it.

import TidemarkBindings

extension OpenDiaryProtocol {
    /// Puts one answer of a phase on disk: as a new rating, or as a change of the one that is there.
    func storeRating(_ session: String, _ phase: Phase, _ given: ToStore, _ now: Moment) -> RatingEvent {
        reply { try given.change ? changeRating(session, phase, given, now) : addRating(session, phase, given, now) }
            .event(
                { .stored(given.measure, given.answer, outOfWindow: $0) }, refused: { .refused(given.measure, $0) })
    }

    /// Fields of a session, written; the moment they were, or why not.
    func writeSession<Event>(
        _ id: String, _ fields: () throws -> [FieldText], _ now: Moment, _ done: (Moment) -> Event, refused: (Problem) -> Event
    ) -> Event {
        reply {
            _ = try editRecord(kind: .session, id: id, fields: try fields(), by: .own, reason: nil, now: now)
            return now
        }.event(done, refused: refused)
    }

    /// Whether it lies outside its window.
    private func addRating(_ session: String, _ phase: Phase, _ given: ToStore, _ now: Moment) throws -> Bool {
        let draft = SessionRatingDraft(
            phase: phase, ratings: [Rated(measureId: given.measure.name, valueMilli: given.answer.milli)],
            ratedAt: given.ratedAt, recalled: given.recalled)
        return try rateSession(sessionId: session, draft: draft, recordedBy: .own, now: now).contains {
            if case .outOfWindow = $0 { true } else { false }
        }
    }

    private func changeRating(_ session: String, _ phase: Phase, _ given: ToStore, _ now: Moment) throws -> Bool {
        let day = LogicalDate(try viewSession(sessionId: session, reveal: false, now: now).session.day)
        let held = try ratings(session, day).first { rating in
            rating.phase == phase.code && rating.values.contains { $0.measureId == given.measure.name }
        }
        guard let held else { return try addRating(session, phase, given, now) }
        let change = FieldText(name: "value.\(given.measure.name)", text: given.answer.fieldText)
        _ = try editRecord(kind: .sessionRating, id: held.id, fields: [change], by: .own, reason: nil, now: now)
        return false
    }
}

extension Answer {
    /// An answer as a field writes it: in the measure's unit, or `skipped`.
    var fieldText: String {
        guard let milli else { return "skipped" }
        let (whole, rest) = milli.magnitude.quotientAndRemainder(dividingBy: 1000)
        var text = "\(milli < 0 ? "-" : "")\(whole)"
        if rest != 0 {
            var decimals = String(String(1000 + rest).dropFirst())
            while decimals.hasSuffix("0") { decimals.removeLast() }
            text += "." + decimals
        }
        return text
    }
}
