//! What happens on the trends screen.

import TidemarkBindings

/// What happened on the trends screen.
public enum TrendsEvent: Hashable, Sendable {
    /// The screen came to the front, or "Try again" was tapped.
    case shown
    case stretchChosen(Stretch)

    /// "Show as table" or "Show as chart".
    case tableChosen(measure: String, on: Bool)

    /// "Show earlier rows" of a table.
    case moreRows(measure: String)
    case markersListed(on: Bool)
    case pageRead(TrendsPage)
    case pageNotRead(Problem)
}
