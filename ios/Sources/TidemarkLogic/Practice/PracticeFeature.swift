//! What is done in the world for the quick entry of practices.

import TidemarkBindings

/// The quick entry of practices over a diary.
public func practiceFeature(
    _ diary: any OpenDiaryProtocol, _ now: @escaping @Sendable () -> Moment
) -> Feature<PracticeState, PracticeEvent, PracticeEffect> {
    Feature(PracticeState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary, now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: PracticeEffect, _ diary: any OpenDiaryProtocol, _ now: () -> Moment) -> PracticeEvent {
    switch effect {
    case .read:
        return reply { try diary.practices(now()) }.event({ $0 }, refused: PracticeEvent.notRead)
    case .write(let kind, let day, let minutes):
        return reply {
            let at = now()
            var fields = [FieldText(name: "logical_date", text: day), FieldText(name: "kind", text: kind)]
            if let minutes { fields.append(FieldText(name: "minutes", text: String(minutes))) }
            let record = try diary.addRecord(kind: .practice, fields: fields, recordedBy: .own, now: at)
            return PracticeEvent.written(PracticeState.Saved(id: record.id, kind: kind, at: at))
        }.event({ $0 }, refused: PracticeEvent.notWritten)
    case .takeBack(let id): return diary.takeBack(id, now()).map(PracticeEvent.notTakenBack) ?? .takenBack
    }
}

extension OpenDiaryProtocol {
    fileprivate func practices(_ now: Moment) throws -> PracticeEvent {
        // The core's order is by day, the oldest first.
        let recent = try records(kind: .practice, span: Span()).reversed().prefix(mostShown).map {
            PracticeState.Done(
                id: $0.id, day: $0.text("logical_date") ?? "", kind: $0.text("kind") ?? "", minutes: $0.text("minutes").flatMap { Int($0) })
        }
        return .read(today: try today(now: now).day, kinds: practiceKinds(), recent: recent)
    }
}

/// The kinds of practice, by their codes, in the order to show.
func practiceKinds() -> [String] {
    for rule in recordFields(kind: .practice) where rule.name == "kind" {
        if case .code(let allowed) = rule.form { return allowed }
    }
    return []
}

/// So many stand under the entry; the others are in the list.
private let mostShown = 10
