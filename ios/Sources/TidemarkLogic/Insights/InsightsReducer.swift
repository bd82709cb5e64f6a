//! The rules of the insights screen. A card goes or says "on your questions" only when that is on disk.

import TidemarkBindings

public func reduce(_ state: InsightsState, _ event: InsightsEvent) -> Next<InsightsState, InsightsEffect> {
    switch event {
    case .shown: Next(state, .readWeek)
    case .weekRead(let week, let sampleLabel):
        Next(
            state.copy {
                $0.week = week
                $0.sampleLabel = sampleLabel
                $0.problem = nil
            })
    case .weekNotRead(let problem): Next(state.copy { $0.problem = problem })
    case .howShown(let card, let on):
        Next(
            state.copy {
                $0.opened.removeAll { $0 == card }
                if on { $0.opened.append(card) }
            })
    case .hideTapped(let card): state.act(card, .hide(card: card))
    case .askTapped(let card): state.asked[card] == nil ? state.act(card, .ask(card: card)) : Next(state)
    case .hidden: Next(state.copy { $0.busy = nil }, .readWeek)
    case .onList(let card, let asked):
        Next(
            state.copy {
                $0.busy = nil
                $0.asked[card] = asked
            })
    case .actRefused(let card, let why):
        Next(
            state.copy {
                $0.busy = nil
                $0.refused[card] = why
            })
    }
}

extension InsightsState {
    /// One act at a time: a second tap on the same button does nothing twice.
    fileprivate func act(_ card: String, _ effect: InsightsEffect) -> Next<InsightsState, InsightsEffect> {
        guard busy == nil, let week, week.cards.contains(where: { $0.question == card }) else { return Next(self) }
        return Next(
            copy {
                $0.busy = card
                $0.refused[card] = nil
            }, effect)
    }
}
