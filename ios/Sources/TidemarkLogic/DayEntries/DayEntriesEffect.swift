//! What is done in the world for the page of a day.

import TidemarkBindings

public enum DayEntriesEffect: Hashable, Sendable {
    case read(LogicalDate)

    /// Saves a new check-in about a day, whatever day it is now.
    case add(LogicalDate, MeasureId, Answer, ratedAt: Moment)
    case change(checkIn: String, MeasureId, Answer)
    case delete(Kind, id: String)

    /// Takes the last act back, which was one on this record.
    case undo(id: String)
    case readChanges(Kind, id: String)
}

/// The page of a day over a diary.
public func dayEntriesFeature(
    _ date: LogicalDate, diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment
) -> Feature<DayEntriesState, DayEntriesEvent, DayEntriesEffect> {
    Feature(DayEntriesState(date), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: DayEntriesEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> DayEntriesEvent {
    switch effect {
    case .read(let date):
        reply { try diary.page(date, now()) }.event(DayEntriesEvent.pageRead, refused: DayEntriesEvent.pageNotRead)
    case .add(let date, let measure, let answer, let ratedAt):
        reply {
            let draft = CheckInDraft(
                ratedAt: ratedAt, ratings: [Rated(measureId: measure.name, valueMilli: answer.milli)], day: date.iso,
                recordedBy: .own)
            return try diary.saveCheckIn(draft: draft, now: now())
        }.event({ .saved(id: $0.id, at: $0.recordedAt) }, refused: DayEntriesEvent.notSaved)
    case .change(let checkIn, let measure, let answer):
        reply {
            let at = now()
            try diary.changeRating(checkInId: checkIn, measureId: measure.name, valueMilli: answer.milli, now: at)
            return DayEntriesEvent.saved(id: checkIn, at: at)
        }.event({ $0 }, refused: DayEntriesEvent.notSaved)
    case .delete(let kind, let id):
        reply { try diary.delete(kind, id, now()) }.event({ .deleted(id: id) }, refused: DayEntriesEvent.notDone)
    case .undo(let id):
        diary.takeBack(id, now()).map(DayEntriesEvent.notDone) ?? .undone
    case .readChanges(let kind, let id):
        reply { try diary.showRecord(kind: kind, id: id).revisions }
            .event({ .changesRead(id: id, $0) }, refused: DayEntriesEvent.changesNotRead)
    }
}

extension OpenDiaryProtocol {
    fileprivate func page(_ date: LogicalDate, _ now: Moment) throws -> DayPage {
        let measures = try measures()
        let today = try today(now: now)
        return DayPage(
            today: LogicalDate(today.day),
            entries: try entries(span: Span(from: date.iso, to: date.iso)),
            questions: measures.map(\.question),
            versions: Dictionary(measures.map { (MeasureId($0.id), $0.version) }, uniquingKeysWith: { _, later in later }),
            daily: measures.filter { $0.daily && $0.active }.map { MeasureId($0.id) },
            sampleLabel: today.sampleLabel)
    }

    fileprivate func delete(_ kind: Kind, _ id: String, _ now: Moment) throws {
        if kind == .checkIn {
            try removeCheckIn(checkInId: id, now: now)
        } else {
            try removeRecord(kind: kind, id: id, by: .own, now: now)
        }
    }
}
