//! What is asked on the first day? One question a page. Each answer is on disk when it shows as chosen, and "Next" needs none.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

public struct OnboardingView: View {
    private let state: OnboardingState
    private let send: Send<OnboardingEvent>
    /// Where the questions lead when they are over or left.
    private let onOver: @MainActor (Place) -> Void

    @Environment(\.words) private var words

    public init(_ state: OnboardingState, _ send: @escaping Send<OnboardingEvent>, _ onOver: @escaping @MainActor (Place) -> Void) {
        self.state = state
        self.send = send
        self.onOver = onOver
    }

    public var body: some View {
        let strings = words.strings
        // The first page of all was the one before these.
        Aside(
            strings.onboardingPage(
                page: String(state.page.rawValue + 2), pages: String(OnboardingState.Page.allCases.count + 1)))
        if let problem = state.problem { ProblemCard(problem) }
        switch state.page {
        case .starterSet: StarterSets(state: state, send: send)
        case .dayEnd: DayEnd(state: state, send: send)
        case .reminder: ReminderPage(state: state, send: send)
        case .lock: LockPage(onOver: onOver)
        }
        if state.page == .lock {
            FirstDeed(strings.onboardingStart()) { onOver(.today) }
        } else {
            FirstDeed(strings.appNext()) { send(.went) }
            WayOut(strings.onboardingStart()) { onOver(.today) }
        }
    }
}

private struct StarterSets: View {
    let state: OnboardingState
    let send: Send<OnboardingEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.onboardingSetTitle()) {
            Aside(strings.onboardingSetAbout())
            ForEach(state.sets, id: \.id) { set in
                ChoiceRow(
                    words.sentence(set.label), about: set.measures.map { state.labels[$0] ?? $0 }.joined(separator: " · "),
                    chosen: set.id == state.set
                ) { send(.setChosen(id: set.id)) }
            }
            if state.set == nil { Aside(strings.onboardingSetOwn()) }
        }
    }
}

private struct DayEnd: View {
    let state: OnboardingState
    let send: Send<OnboardingEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.onboardingDayEndTitle()) {
            Aside(strings.onboardingDayEndAbout())
            if let minutes = state.rolloverMin {
                ClockSteps(
                    of: strings.onboardingDayEndTitle(), text: words.time(minutes), minutes: minutes, range: 0...DayTimes.latestDayEnd
                ) { send(.dayEnds(minutes: $0)) }
            }
        }
    }
}

private struct ReminderPage: View {
    let state: OnboardingState
    let send: Send<OnboardingEvent>

    @Environment(\.words) private var words
    // An evening, before it is late; only a beginning to move from.
    @State private var minutes = DayTimes.firstReminder

    var body: some View {
        let strings = words.strings
        Section(strings.onboardingReminderTitle()) {
            Aside(strings.onboardingReminderAbout())
            if let kept = state.reminderMin {
                Told(strings.onboardingReminderKept(time: words.time(kept)))
            } else {
                ClockSteps(of: strings.reminderTitle(), text: words.time(minutes), minutes: minutes) {
                    minutes = $0
                }
                Deed(strings.onboardingReminderSet(time: words.time(minutes))) { send(.reminder(minutes: minutes)) }
            }
        }
    }
}

private struct LockPage: View {
    let onOver: @MainActor (Place) -> Void

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.onboardingLockTitle()) {
            Text(strings.onboardingLockAbout())
            Deed(strings.onboardingLockNow()) { onOver(.backup) }
            Aside(strings.onboardingLockLater())
        }
    }
}
