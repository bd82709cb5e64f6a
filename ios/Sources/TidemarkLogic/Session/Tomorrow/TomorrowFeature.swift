//! What is done in the world for the time after a session.

import TidemarkBindings

/// The time after a session over a diary; `rearm` has the phone plan its reminders anew.
public func tomorrowFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment, sessionId: String, rearm: @escaping @Sendable () -> Void
) -> Feature<TomorrowState, TomorrowEvent, TomorrowEffect> {
    Feature(
        TomorrowState(sessionId), shown: .shown, reduce: { reduce($0, $1) },
        perform: { perform($0, diary: diary, now: now, rearm: rearm) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: TomorrowEffect, diary: any OpenDiaryProtocol, now: () -> Moment, rearm: () -> Void) -> TomorrowEvent {
    switch effect {
    case .read(let sessionId):
        reply {
            let at = now()
            let asks = try diary.today(now: at).morningAfterSessionIds.contains(sessionId)
            return TomorrowEvent.read(try diary.session(sessionId, at), asks: asks, reminder: try diary.reminder())
        }.event({ $0 }, refused: TomorrowEvent.refused)
    case .rate(let sessionId, let rating):
        .ofRating(diary.storeRating(sessionId, .followUp, rating, now()))
    case .write(let sessionId, let told):
        diary.writeSession(
            sessionId, told.fields, now(), TomorrowEvent.toldWritten(at:), refused: TomorrowEvent.toldRefused)
    case .setReminder:
        reply {
            let fields = [FieldText(name: "kind", text: followUp), FieldText(name: "wall_clock", text: remindedAt)]
            _ = try diary.addRecord(kind: .reminder, fields: fields, recordedBy: .own, now: now())
            rearm()
        }.event({ .reminderSet(clock: remindedAt) }, refused: TomorrowEvent.refused)
    }
}

private let followUp = "follow_up"

extension OpenDiaryProtocol {
    /// When the phone reminds of the rating; none while it does not at a time of the day.
    fileprivate func reminder() throws -> String? {
        try records(kind: .reminder, span: Span())
            .first { $0.text("kind") == followUp && $0.text("active") == "true" }?.text("wall_clock")
    }
}
