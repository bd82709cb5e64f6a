//! Reminders with when they last came and come next. What the phone holds back is said with the exact switch.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Reminders with when they last came and come next.
struct RemindersSection: View {
    private let state: SettingsState
    private let chosen: Settings
    private let send: Send<SettingsEvent>
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ state: SettingsState, _ chosen: Settings, _ send: @escaping Send<SettingsEvent>) {
        self.state = state
        self.chosen = chosen
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Section(strings.settingsReminders()) {
            if let blocked = state.blocked { BlockedCard(blocked) { send(.blockedOpened) } }
            if state.reminders.isEmpty { Text(strings.settingsRemindersNone()).font(.body).foregroundStyle(inks.onSurface.colour) }
            ForEach(state.reminders, id: \.id) { card($0) }
            Deed(strings.settingsReminderAdd(time: words.time(DayTimes.firstReminder))) { send(.reminderAdded(clockMin: DayTimes.firstReminder)) }
            SwitchRow(strings.settingsPrivate(), on: chosen.privateNotifications) { send(.chosen(.privateNotifications(on: $0))) }
        }
    }

    private func card(_ reminder: ReminderRow) -> some View {
        let strings = words.strings
        let kind = words.kind(ofReminder: reminder.kind)
        let name =
            reminder.clockMin.map { strings.settingsReminderSwitch(kind: kind, time: words.time($0)) } ?? strings.settingsReminderAfter(kind: kind)
        let last = reminder.last.map { strings.settingsReminderLast(at: words.moment($0)) } ?? strings.settingsReminderNever()
        let next = reminder.next.map { strings.settingsReminderNext(at: words.moment($0)) } ?? strings.settingsReminderUnplanned()
        return Card {
            SwitchRow(name, on: reminder.active, about: reminder.active ? "\(last)\n\(next)" : last) {
                send(.reminderSwitched(id: reminder.id, on: $0))
            }
            if let clock = reminder.clockMin, reminder.active {
                ClockSteps(of: name, text: nil, minutes: clock, range: 0...DayTimes.latest) { send(.reminderMoved(id: reminder.id, clockMin: $0)) }
            }
        }
    }
}

/// What holds reminders back, and the way to its switch.
private struct BlockedCard: View {
    private let blocked: Blocked
    private let open: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ blocked: Blocked, open: @escaping @MainActor () -> Void) {
        self.blocked = blocked
        self.open = open
    }

    var body: some View {
        Card {
            Heading(words.strings.settingsBlocked())
            Text(words.blocked(blocked)).font(.body).foregroundStyle(inks.onSurface.colour)
            Deed(words.strings.settingsBlockedOpen(), open)
        }
    }
}

extension Words {
    fileprivate func blocked(_ blocked: Blocked) -> String {
        switch blocked {
        case .notificationsOff: strings.settingsBlockedNotifications()
        case .exactAlarmsOff: strings.settingsBlockedAlarms()
        case .batterySaving: strings.settingsBlockedBattery()
        }
    }

    fileprivate func moment(_ at: Moment) -> String { strings.settingsWhen(day: dayOf(at), time: time(at)) }

    fileprivate func kind(ofReminder code: String) -> String {
        switch code {
        case "check_in": strings.settingsKindCheckIn()
        case "before": strings.settingsKindBefore()
        case "after": strings.settingsKindAfter()
        case "follow_up": strings.settingsKindFollowUp()
        case "aftercare": strings.settingsKindAftercare()
        case "instrument": strings.settingsKindInstrument()
        case "plan_review": strings.settingsKindPlanReview()
        case "visit_eve": strings.settingsKindVisitEve()
        case "backup": strings.settingsKindBackup()
        // A kind of a newer core keeps its code rather than another kind's name.
        default: code
        }
    }
}
