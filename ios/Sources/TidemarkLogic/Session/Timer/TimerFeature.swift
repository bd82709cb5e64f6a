//! What is done in the world for the timer.

import TidemarkBindings

/// The timer of a session over a diary.
public func timerFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment, sessionId: String
) -> Feature<TimerState, TimerEvent, TimerEffect> {
    Feature(TimerState(sessionId), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: TimerEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> TimerEvent {
    switch effect {
    case .read(let sessionId):
        reply {
            let at = now()
            return TimerEvent.read(try diary.session(sessionId, at), grounding: try diary.grounding(), now: at)
        }.event({ $0 }, refused: TimerEvent.refused)
    case .note(let sessionId, let kind):
        reply {
            let at = now()
            _ = try diary.noteSessionMoment(sessionId: sessionId, kind: kind, note: nil, by: .own, now: at)
            return TimerEvent.noted(kind, try diary.session(sessionId, at))
        }.event({ $0 }, refused: TimerEvent.refused)
    case .finish(let sessionId, let end):
        reply { try diary.finishSession(sessionId: sessionId, end: end.told, by: .own, now: now()) }
            .event(
                { _ in .finished },
                refused: { problem in
                    if case .notTaken = problem { .lengthAsked(problem) } else { .refused(problem) }
                })
    }
}

extension End {
    fileprivate var told: SessionEnd {
        SessionEnd(minutes: asksLength ? length : nil, early: early, reason: filled(reason))
    }
}

extension OpenDiaryProtocol {
    /// The person's own words for when it is too much: those of the intake sheet, then those of the safety plan.
    fileprivate func grounding() throws -> [String] {
        try words(.intakeSheet, "overwhelmed_do") + words(.safetyPlan, "what_helps")
    }

    private func words(_ kind: Kind, _ field: String) throws -> [String] {
        try items(records(kind: kind, span: Span()).last?.text(field))
    }
}
