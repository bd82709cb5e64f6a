//! What happens on the history screen.

import TidemarkBindings

/// What happened on the history screen.
public enum HistoryEvent: Hashable, Sendable {
    /// The screen came to the front.
    case shown

    /// An arrow, or the row that stands for empty months.
    case monthChosen(YearMonth)

    /// "Show as list" or "Show as calendar".
    case listChosen(on: Bool)

    /// "Try again".
    case triedAgain

    case monthRead(MonthPage)
    case monthNotRead(Problem)
}
