//! What is done in the world for the screen right after a session.

import TidemarkBindings

/// The screen right after a session over a diary.
public func afterFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment, sessionId: String
) -> Feature<AfterState, AfterEvent, AfterEffect> {
    Feature(AfterState(sessionId), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: AfterEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> AfterEvent {
    switch effect {
    case .read(let sessionId):
        reply { try diary.session(sessionId, now()) }.event(AfterEvent.read, refused: AfterEvent.notRead)
    case .reveal(let sessionId):
        reply { try diary.session(sessionId, now(), reveal: true) }.event(AfterEvent.revealed, refused: AfterEvent.notRead)
    case .rate(let sessionId, let rating):
        .ofRating(diary.storeRating(sessionId, .after, rating, now()))
    case .write(let sessionId, let told):
        diary.writeSession(sessionId, told.fields, now(), { .toldWritten(at: $0, told) }, refused: AfterEvent.toldRefused)
    case .saveDistress(let sessionId, let distress, let at):
        reply {
            let fields = try distress.fields(sessionId, at)
            return try diary.addRecord(kind: .distressEvent, fields: fields, recordedBy: .own, now: now())
        }.event({ _ in .distressSaved }, refused: AfterEvent.distressRefused)
    }
}

extension Distress {
    fileprivate func fields(_ sessionId: String, _ at: Moment) throws -> [FieldText] {
        [
            FieldText(name: "session_id", text: sessionId),
            FieldText(name: "at", text: try momentToText(moment: at)),
            FieldText(name: "kind", text: kind),
            FieldText(name: "intensity", text: strength.map { String($0) }),
            FieldText(name: "what_helped", text: filled(helped)),
            FieldText(name: "told", text: try joinItems(items: told)),
            FieldText(name: "resumed", text: wentOn.map { String($0) }),
        ]
    }
}
