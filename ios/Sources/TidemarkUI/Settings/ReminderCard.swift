//! One reminder: when it comes, on which days and outside which hours, and what changes each.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// One reminder; `open` shows its days and quiet hours to be changed.
struct ReminderCard: View {
    private let reminder: ReminderRow
    private let open: Bool
    private let send: Send<SettingsEvent>
    @Environment(\.words) private var words

    init(_ reminder: ReminderRow, open: Bool, _ send: @escaping Send<SettingsEvent>) {
        self.reminder = reminder
        self.open = open
        self.send = send
    }

    var body: some View {
        let (strings, name) = (words.strings, words.name(of: reminder))
        Card {
            SwitchRow(name, on: reminder.active, about: words.about(reminder)) { send(.reminderSwitched(id: reminder.id, on: $0)) }
            if reminder.active {
                if let clock = reminder.clockMin {
                    ClockSteps(of: name, text: nil, minutes: clock) {
                        send(.reminderMoved(id: reminder.id, clockMin: $0))
                    }
                }
                if open {
                    if !reminder.days.isEmpty { DayTicks(reminder, send) }
                    QuietSteps(reminder, send)
                    WayOut(strings.settingsReminderClose()) { send(.reminderOpened(id: nil)) }
                } else {
                    Deed(
                        reminder.days.isEmpty ? strings.settingsReminderQuietChange() : strings.settingsReminderChange(),
                        spoken: strings.settingsReminderChangeOf(reminder: name)
                    ) { send(.reminderOpened(id: reminder.id)) }
                }
            }
        }
    }
}

/// The days of a reminder, each to tick.
private struct DayTicks: View {
    private let reminder: ReminderRow
    private let send: Send<SettingsEvent>
    @Environment(\.words) private var words

    init(_ reminder: ReminderRow, _ send: @escaping Send<SettingsEvent>) {
        self.reminder = reminder
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Labelled(strings.settingsDays(), hint: reminder.days.count == 1 ? strings.settingsDaysLast() : nil) {
            Ticks(
                strings.settingsDays(), Weekday.allCases.map { ($0.code, words.named("part.weekday.\($0.code)")) },
                ticked: { reminder.days.contains($0) }
            ) { send(.daySwitched(id: reminder.id, day: $0, on: $1)) }
        }
    }
}

/// Whether a reminder keeps quiet, and from when until when.
private struct QuietSteps: View {
    private let reminder: ReminderRow
    private let send: Send<SettingsEvent>
    @Environment(\.words) private var words

    init(_ reminder: ReminderRow, _ send: @escaping Send<SettingsEvent>) {
        self.reminder = reminder
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        SwitchRow(strings.settingsQuiet(), on: reminder.quiet != nil, about: strings.settingsQuietAbout()) {
            send(.quietSwitched(id: reminder.id, on: $0))
        }
        if let quiet = reminder.quiet {
            steps(strings.settingsQuietFrom(time: words.time(quiet.fromMin)), quiet.fromMin, taken: quiet.toMin) {
                QuietHours(fromMin: $0, toMin: quiet.toMin)
            }
            steps(strings.settingsQuietTo(time: words.time(quiet.toMin)), quiet.toMin, taken: quiet.fromMin) {
                QuietHours(fromMin: quiet.fromMin, toMin: $0)
            }
        }
    }

    private func steps(_ text: String, _ minutes: Int, taken: Int, _ moved: @escaping (Int) -> QuietHours) -> some View {
        ClockSteps(of: text, text: text, minutes: minutes, taken: taken) {
            send(.quietMoved(id: reminder.id, moved($0)))
        }
    }
}

extension Words {
    fileprivate func name(of reminder: ReminderRow) -> String {
        let kind = kind(ofReminder: reminder.kind)
        return reminder.clockMin.map { strings.settingsReminderSwitch(kind: kind, time: time($0)) } ?? strings.settingsReminderAfter(kind: kind)
    }

    /// When it comes, a line each; of one that is off only when it last came.
    fileprivate func about(_ reminder: ReminderRow) -> String {
        let last = reminder.last.map { strings.settingsReminderLast(at: moment($0)) } ?? strings.settingsReminderNever()
        guard reminder.active else { return last }
        let next = reminder.next.map { strings.settingsReminderNext(at: moment($0)) } ?? strings.settingsReminderUnplanned()
        let quiet = reminder.quiet.map { strings.settingsQuietHours(from: time($0.fromMin), to: time($0.toMin)) }
        return [days(reminder), quiet, last, next].compactMap { $0 }.joined(separator: "\n")
    }

    private func days(_ reminder: ReminderRow) -> String? {
        if reminder.days.isEmpty { return nil }
        let days = Weekday.allCases.filter { reminder.days.contains($0.code) }
        return days.count == Weekday.allCases.count ? strings.settingsEveryDay() : days.map { short($0) }.joined(separator: ", ")
    }

    private func moment(_ at: Moment) -> String { strings.settingsWhen(day: dayOf(at), time: time(at)) }

    private func kind(ofReminder code: String) -> String {
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
