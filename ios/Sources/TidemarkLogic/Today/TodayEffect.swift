//! What is done in the world for the Today screen. It touches the disk and decides nothing.

import TidemarkBindings

/// What is to be done in the world. Effects run one after another, in order, and each event is reduced before the next runs:
/// a day read before an answer was saved must not be reduced after it.
public enum TodayEffect: Hashable, Sendable {
    case readDay

    /// Saves an answer about the moment it was given, so that trying again after the day's end moves it to no other day.
    case save(MeasureId, Answer, ratedAt: Moment)

    case change(CheckInId, MeasureId, Answer)
    case remove(CheckInId, MeasureId)
}

/// Does what `effect` says and answers with the event to reduce next. Touches the disk: call it off the main actor.
func perform(_ effect: TodayEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> TodayEvent {
    switch effect {
    case .readDay:
        reply { try diary.today(now: now()).shown }.event(TodayEvent.dayRead, refused: TodayEvent.dayNotRead)
    case .save(let measure, let answer, let ratedAt):
        reply { try diary.saved(measure, answer, ratedAt: ratedAt, now: now()) }
            .event({ .saved(measure, $0) }, refused: { .notSaved(measure, $0) })
    case .change(let checkIn, let measure, let answer):
        reply {
            let at = now()
            try diary.changeRating(checkInId: checkIn.text, measureId: measure.name, valueMilli: answer.milli, now: at)
            return Stored(checkIn: checkIn, answer: answer, recordedAt: at)
        }.event({ .saved(measure, $0) }, refused: { .notSaved(measure, $0) })
    case .remove(let checkIn, let measure):
        reply { try diary.removeCheckIn(checkInId: checkIn.text, now: now()) }
            .event({ .removed(measure) }, refused: { .notRemoved(measure, $0) })
    }
}

extension OpenDiaryProtocol {
    fileprivate func saved(_ measure: MeasureId, _ answer: Answer, ratedAt: Moment, now: Moment) throws -> Stored {
        let draft = CheckInDraft(
            ratedAt: ratedAt, ratings: [Rated(measureId: measure.name, valueMilli: answer.milli)], recordedBy: .own)
        let saved = try saveCheckIn(draft: draft, now: now)
        return Stored(checkIn: CheckInId(saved.id), answer: answer, recordedAt: saved.recordedAt)
    }
}
