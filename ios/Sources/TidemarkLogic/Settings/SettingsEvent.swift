//! What happens on the Settings screen, and what is to be done for it.

import TidemarkBindings

/// What happened on the Settings screen.
public enum SettingsEvent: Hashable, Sendable {
    case shown
    case chosen(Setting)
    case starterSetChosen(id: String)

    /// A measure is asked each day from now on, or no longer.
    case dailySwitched(Measure, on: Bool)

    /// A measure goes to the archive, with all it holds, or comes back.
    case archiveSwitched(Measure, archived: Bool)
    case ownAsked

    /// Something was typed in the form.
    case ownTyped(OwnMeasure)
    case ownSaved
    case ownLeft

    /// A daily reminder at a time of the day, in minutes after midnight.
    case reminderAdded(clockMin: Int)
    case reminderSwitched(id: String, on: Bool)
    case reminderMoved(id: String, clockMin: Int)

    /// Days and quiet hours of that reminder are to be shown; none, or the one that is open, closes them.
    case reminderOpened(id: String?)

    /// A day of the week, by its code such as `mon`, on which a reminder comes from now on, or no longer.
    case daySwitched(id: String, day: String, on: Bool)
    case quietSwitched(id: String, on: Bool)
    case quietMoved(id: String, QuietHours)

    /// The button of the card about blocked reminders.
    case blockedOpened
    case lockSwitched(on: Bool)
    case exportAsked
    case eraseAsked
    case eraseTyped(String)

    /// "Erase everything" was tapped; `word` is what had to be typed, in the person's language.
    case eraseConfirmed(word: String)
    case eraseLeft
    case read(SettingsState)
    case notRead(Problem)

    /// It is on disk.
    case kept
    case notKept(Problem)
    case ownKept
    case ownNotKept(Problem)
    case noticed(SettingsState.Notice)
    case notErased(Problem)
}

/// What is to be done in the world.
public enum SettingsEffect: Hashable, Sendable {
    case read
    case choose(Setting)
    case chooseSet(id: String)
    case change(MeasureDraft)

    /// `ends` are the lowest and the highest number of its scale.
    case addOwn(OwnMeasure, ends: ClosedRange<Int>)
    case addReminder(clockMin: Int)
    case switchReminder(id: String, on: Bool)
    case moveReminder(id: String, clockMin: Int)

    /// The days of a reminder by their codes; none named is every day.
    case setDays(id: String, days: [String])
    case setQuiet(id: String, QuietHours?)
    case openSystem(Blocked)
    case setLock(on: Bool)
    case export
    case erase
}
