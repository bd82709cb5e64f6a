//! Settings, in each of their states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct SettingsPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", SettingsState())
            screen("Empty", empty)
            Looks { screen($0, filled) }
            Looks { screen("Reminder open: \($0)", open) }
            screen("Reminder on one day", open.copy { $0.reminders = [reminder(days: ["sun"], quiet: nil)] })
            screen("Reminder after a session open", filled.copy { $0.openReminder = "a" })
            screen("Own measure", filled.copy { $0.own = OwnMeasure(label: "Calm") })
            screen(
                "Own measure, its ends told",
                filled.copy { $0.own = OwnMeasure(label: "Calm").copy { ($0.low, $0.high) = ("worn out", "full of energy") } })
            screen("Own measure in hours", filled.copy { $0.own = own(.hours) })
            Looks { screen("Own measure in other numbers: \($0)", filled.copy { $0.own = own(.other, "-5", "5") }) }
            screen("Own measure, numbers to be typed", filled.copy { $0.own = own(.other, "-5", "") })
            screen("Own measure, broken numbers", filled.copy { $0.own = own(.other, "5", "-5") })
            screen("Erase", filled.copy { $0.erasing = SettingsState.Erasing(typed: "eras", wrong: true) })
            screen("Reminders held back", filled.copy { $0.blocked = .notificationsOff })
            screen("Error", SettingsState().copy { $0.problem = .locked })
        }

        static let empty = SettingsState().copy {
            $0.chosen = settings(region: nil)
            $0.measures = [measure("stress", "Stress", .higherWorse, daily: true)]
            $0.lock = .wordsFirst
        }

        static let filled = empty.copy {
            $0.chosen = settings(region: "IE")
            $0.measures = [
                measure("stress", "Stress", .higherWorse, daily: true), measure("mood", "Mood", .higherBetter, daily: false),
                measure("pain", "Pain", .higherWorse, daily: false, active: false),
            ]
            $0.sets = [StarterSet(id: "low_mood", label: "low mood", measures: ["mood"])]
            $0.regions = ["IE", "DE"]
            $0.reminders = [
                reminder(days: Weekday.allCases.map(\.code), quiet: nil),
                ReminderRow(id: "a", kind: "after", clockMin: nil, days: [], quiet: usualQuiet, active: true, last: nil, next: nil),
                ReminderRow(id: "f", kind: "follow_up", clockMin: nil, days: [], quiet: nil, active: false, last: nil, next: nil),
            ]
            $0.lock = .on
            $0.notice = .saved
        }

        static let open = filled.copy {
            $0.reminders = [reminder(days: ["mon", "wed", "fri"], quiet: QuietHours(fromMin: 1350, toMin: 420))]
            $0.openReminder = "r"
        }

        static func reminder(days: [String], quiet: QuietHours?, at clockMin: Int = 1200) -> ReminderRow {
            ReminderRow(
                id: "r", kind: "check_in", clockMin: clockMin, days: days, quiet: quiet, active: true, last: Sample.minutes(-1504),
                next: Sample.minutes(1376))
        }

        static func own(_ scale: OwnScale, _ lowest: String = "", _ highest: String = "") -> OwnMeasure {
            OwnMeasure(label: "Calm").copy { ($0.scale, $0.lowest, $0.highest) = (scale, lowest, highest) }
        }

        static func settings(region: String?) -> Settings {
            Settings(rolloverMin: 240, hideBefore: true, paper: .a4, region: region, privateNotifications: true)
        }

        static func measure(_ id: String, _ label: String, _ direction: Direction, daily: Bool, active: Bool = true) -> Measure {
            Measure(
                id: id, version: 1, label: label, frame: .dayOverall, unit: .score, direction: direction, minMilli: 0, maxMilli: 10_000,
                stepMilli: 1000, anchorLow: nil, anchorHigh: nil, daily: daily, session: false, active: active)
        }

        static func screen(_ name: String, _ state: SettingsState) -> some View {
            Pictured(name, title: { $0.strings.settingsTitle() }) { SettingsView(state, { _ in }, .nowhere, lock: {}) }
        }
    }
#endif
