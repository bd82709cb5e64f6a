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
            ForEach(state.reminders, id: \.id) { ReminderCard($0, open: $0.id == state.openReminder, send) }
            Deed(strings.settingsReminderAdd(time: words.time(DayTimes.firstReminder))) { send(.reminderAdded(clockMin: DayTimes.firstReminder)) }
            SwitchRow(strings.settingsPrivate(), on: chosen.privateNotifications) { send(.chosen(.privateNotifications(on: $0))) }
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
}
