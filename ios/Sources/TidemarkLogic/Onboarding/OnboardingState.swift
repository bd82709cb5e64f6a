//! The questions after the first page. The diary is there already: each answer is kept when it is given, none is needed.

import TidemarkBindings

/// The questions after the first page.
public struct OnboardingState: Hashable, Sendable, Copied {
    public internal(set) var page = Page.starterSet
    public internal(set) var sets: [StarterSet] = []
    /// What the measures of the sets are called, by their names.
    public internal(set) var labels: [String: String] = [:]
    /// The set that is on disk; none while the built-in measures are asked.
    public internal(set) var set: String?
    /// When the day ends, in minutes after midnight; none until it was read.
    public internal(set) var rolloverMin: Int?
    /// The time of the reminder that is on disk.
    public internal(set) var reminderMin: Int?
    /// A reminder is on its way to the disk.
    public internal(set) var adding = false
    public internal(set) var problem: Problem?
    /// Whether the last page was left.
    public internal(set) var over = false

    public init() {}
}

extension OnboardingState {
    /// The pages in their order.
    public enum Page: Int, Hashable, Sendable, CaseIterable {
        case starterSet, dayEnd, reminder, lock
    }
}

public enum OnboardingEvent: Hashable, Sendable {
    case shown
    case setChosen(id: String)
    case dayEnds(minutes: Int)
    case reminder(minutes: Int)

    /// "Next" or "Skip": the same to the rules, since what was answered is kept already.
    case went
    case wentBack
    case read(sets: [StarterSet], labels: [String: String], rolloverMin: Int)
    case setKept(id: String)
    case dayEndKept(minutes: Int)
    case reminderKept(minutes: Int)
    case notKept(Problem)
}

public enum OnboardingEffect: Hashable, Sendable {
    case read
    case chooseSet(id: String)
    case setDayEnd(minutes: Int)
    case addReminder(minutes: Int)
}
