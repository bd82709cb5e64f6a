//! What is done in the world for the insights screen.

import TidemarkBindings

public enum InsightsEffect: Hashable, Sendable {
    case readWeek
    case hide(card: String)
    case ask(card: String)
}

/// The insights screen over a diary.
public func insightsFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment
) -> Feature<InsightsState, InsightsEvent, InsightsEffect> {
    Feature(InsightsState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: InsightsEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> InsightsEvent {
    switch effect {
    case .readWeek:
        reply {
            let at = now()
            return InsightsEvent.weekRead(try diary.cards(now: at), sampleLabel: try diary.today(now: at).sampleLabel)
        }.event({ $0 }, refused: InsightsEvent.weekNotRead)
    case .hide(let card):
        reply { try diary.hideCard(question: card, now: now()) }
            .event({ .hidden(card: card) }, refused: { .actRefused(card: card, .refused(.hide, $0)) })
    case .ask(let card):
        reply { try diary.ask(card, now: now()) }.event({ $0 }, refused: { .actRefused(card: card, .refused(.ask, $0)) })
    }
}

extension OpenDiaryProtocol {
    fileprivate func ask(_ card: String, now: Moment) throws -> InsightsEvent {
        do {
            let visit = try askCard(question: card, recordedBy: .own, now: now)
            let day = visit.fields.first { $0.name == "logical_date" }.flatMap(\.text)
            return .onList(card: card, InsightsState.Asked(visitOn: day.map(LogicalDate.init)))
        } catch DiaryError.Refused(.noComingVisit, _) {
            return .actRefused(card: card, .noComingVisit)
        }
    }
}
