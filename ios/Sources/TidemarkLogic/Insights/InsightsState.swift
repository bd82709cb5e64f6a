//! What the cards of the week show. What a card says is the core's.

import TidemarkBindings

/// The cards of the week.
public struct InsightsState: Hashable, Sendable, Copied {
    /// What the core shows; none until it was read.
    public internal(set) var week: CardWeek?
    /// The words every screen of a made-up diary shows.
    public internal(set) var sampleLabel: String?
    /// Cards whose way of working out is open, by their question, in the order they were opened.
    public internal(set) var opened: [String] = []
    /// Cards whose question stands on the list of a visit, by their question.
    public internal(set) var asked: [String: Asked] = [:]
    /// A card that is being hidden or asked.
    public internal(set) var busy: String?
    /// What could not be done with a card, by its question.
    public internal(set) var refused: [String: NotDone] = [:]
    /// Why the cards could not be read.
    public internal(set) var problem: Problem?

    public init() {}
}

extension InsightsState {
    /// The visit whose list a question stands on; its day when that can be read.
    public struct Asked: Hashable, Sendable {
        public let visitOn: LogicalDate?
    }

    /// Why a card was neither hidden nor asked. Nothing was changed.
    public enum NotDone: Hashable, Sendable {
        /// No coming visit has room for another question; one can be written down.
        case noComingVisit
        case refused(CardAct, Problem)
    }

    public enum CardAct: Hashable, Sendable {
        case hide, ask
    }
}
