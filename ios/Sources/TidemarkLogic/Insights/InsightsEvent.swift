//! What happens on the insights screen.

import TidemarkBindings

/// What happened on the insights screen. A card is named by its question.
public enum InsightsEvent: Hashable, Sendable {
    /// The screen came to the front, or "Try again" was tapped.
    case shown

    /// "How this was worked out".
    case howShown(card: String, on: Bool)

    /// "Not useful".
    case hideTapped(card: String)

    /// "Add to my questions".
    case askTapped(card: String)

    case weekRead(CardWeek, sampleLabel: String?)
    case weekNotRead(Problem)
    case hidden(card: String)
    case onList(card: String, InsightsState.Asked)
    case actRefused(card: String, InsightsState.NotDone)
}
