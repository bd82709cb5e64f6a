//! What happens on the Today screen.

import TidemarkBindings

/// What happened: what the person did, or what came of an effect.
public enum TodayEvent: Hashable, Sendable {
    /// The screen came to the front, or midnight passed.
    case shown

    /// A number or "Skip" was tapped at `at`.
    case rated(MeasureId, Answer, at: Moment)

    /// A row was opened.
    case padOpened(MeasureId)

    /// "Try again" was tapped.
    case triedAgain(MeasureId)

    /// "Undo" was tapped.
    case undone

    /// A screen reader was switched on or off.
    case screenReader(on: Bool)

    case dayRead(Day)
    case dayNotRead(Problem)
    case saved(MeasureId, Stored)
    case notSaved(MeasureId, Problem)
    case removed(MeasureId)
    case notRemoved(MeasureId, Problem)
}
