import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of Settings")
@MainActor
struct SettingsViewTests {
    private func screen(_ state: SettingsState, _ send: @escaping Send<SettingsEvent> = { _ in }, _ go: Go = .nowhere) -> Mounted {
        Mounted(SettingsView(state, send, go, lock: {}))
    }

    @Test("every choice sends itself")
    func choices() {
        var sent: [SettingsEvent] = []
        let state = SettingsPreviews.filled
        let screen = screen(state, { sent.append($0) })
        for name in [
            "Ask Mood each day", "Archive Mood", "Bring back Pain", "Low mood", "Letter", "None chosen",
            "Hide the ratings before a session until those after are in", "Notifications say nothing private",
        ] { #expect(screen.tap(name), "\(name)") }
        #expect(
            sent == [
                .dailySwitched(state.measures[1], on: true), .archiveSwitched(state.measures[1], archived: true),
                .archiveSwitched(state.measures[2], archived: false), .starterSetChosen(id: "low_mood"),
                .chosen(.sheetOfPaper(paper: .letter)), .chosen(.regionOf(region: nil)), .chosen(.hideBefore(on: false)),
                .chosen(.privateNotifications(on: false)),
            ])
    }

    @Test("blocked reminders lead to their switch, and a reminder says when it came and comes")
    func reminders() {
        var sent: [SettingsEvent] = []
        let screen = screen(SettingsPreviews.filled.copy { $0.blocked = .notificationsOff }, { sent.append($0) })
        #expect(screen.tap("Open that setting"))
        #expect(sent == [.blockedOpened])
        #expect(screen.elements.contains { $0.hint == "Every day\nLast: Mon 23 Nov, 20:00\nNext: Wed 25 Nov, 20:00" })
        #expect(screen.elements.contains { $0.hint == "Quiet from 22:00 until 07:00\nLast: not yet\nNext: not planned yet" })
    }

    @Test("days and quiet hours open on their reminder and send themselves")
    func open() {
        var sent: [SettingsEvent] = []
        let shut = screen(SettingsPreviews.filled, { sent.append($0) })
        #expect(!shut.elements.contains { $0.label == "Wednesday" })
        let names = shut.elements.map(\.label).filter { $0.hasSuffix(": days and quiet hours") }
        #expect(names.count == 2)
        for name in names { #expect(shut.tap(name)) }
        let open = screen(SettingsPreviews.open, { sent.append($0) })
        #expect(open.elements.contains { $0.hint?.hasPrefix("Mon, Wed, Fri\nQuiet from 22:30 until 07:00\n") == true })
        for name in ["Tuesday", "Wednesday", "Quiet hours", "Close"] { #expect(open.tap(name), "\(name)") }
        for step in open.elements where step.label.contains("Quiet from 22:30") || step.label.contains("Quiet until 07:00") { step.action?() }
        #expect(
            sent == [
                .reminderOpened(id: "r"), .reminderOpened(id: "a"), .daySwitched(id: "r", day: "tue", on: true),
                .daySwitched(id: "r", day: "wed", on: false), .quietSwitched(id: "r", on: false), .reminderOpened(id: nil),
                .quietMoved(id: "r", QuietHours(fromMin: 1320, toMin: 420)), .quietMoved(id: "r", QuietHours(fromMin: 1380, toMin: 420)),
                .quietMoved(id: "r", QuietHours(fromMin: 1350, toMin: 390)), .quietMoved(id: "r", QuietHours(fromMin: 1350, toMin: 450)),
            ])
    }

    @Test("one day is left, and quiet hours end at no time at which they begin")
    func ends() {
        let last = "One day at least. To stop the reminder, switch it off."
        #expect(!screen(SettingsPreviews.open).elements.contains { $0.label == last })
        let near = SettingsPreviews.reminder(days: ["sun"], quiet: QuietHours(fromMin: 390, toMin: 420))
        let elements = screen(SettingsPreviews.open.copy { $0.reminders = [near] }).elements
        #expect(elements.contains { $0.label == last })
        let steps = elements.filter { $0.isControl && ($0.label.contains("Quiet from") || $0.label.contains("Quiet until")) }
        #expect(steps.map(\.enabled) == [true, false, false, true])
    }

    @Test("a time of the whole day goes round midnight")
    func midnight() {
        var sent: [SettingsEvent] = []
        let late = SettingsPreviews.reminder(days: ["sun"], quiet: QuietHours(fromMin: 1425, toMin: 15), at: 0)
        let steps = screen(SettingsPreviews.open.copy { $0.reminders = [late] }, { sent.append($0) }).elements
            .filter { $0.isControl && ($0.label.hasSuffix("half an hour earlier") || $0.label.hasSuffix("half an hour later")) }
            .filter { !$0.label.hasPrefix("Day ends") }
        // Earlier and later of the reminder, of the beginning, of the end; a quarter past midnight is no other end than the taken one.
        #expect(steps.map(\.enabled) == [true, true, true, false, false, true])
        for step in steps where step.enabled { step.action?() }
        #expect(
            sent == [
                .reminderMoved(id: "r", clockMin: 1410), .reminderMoved(id: "r", clockMin: 30),
                .quietMoved(id: "r", QuietHours(fromMin: 1395, toMin: 15)), .quietMoved(id: "r", QuietHours(fromMin: 1425, toMin: 45)),
            ])
    }

    @Test("quiet hours alone are asked of a reminder after a session")
    func afterSession() {
        let elements = screen(SettingsPreviews.filled.copy { $0.openReminder = "a" }).elements
        #expect(elements.contains { $0.kind == "Toggle" && $0.label == "Quiet hours" })
        #expect(!elements.contains { $0.label == "Monday" })
    }

    @Test("whoever typed the word can still keep everything")
    func kept() {
        var sent: [SettingsEvent] = []
        let typed = SettingsPreviews.filled.copy { $0.erasing = SettingsState.Erasing(typed: "erase") }
        #expect(screen(typed, { sent.append($0) }).tap("Keep everything"))
        #expect(sent == [.eraseLeft])
    }

    @Test("another scale asks for its ends, and for the meaning of those alone")
    func own() {
        func labels(_ own: OwnMeasure) -> [String] { screen(SettingsPreviews.filled.copy { $0.own = own }).elements.map(\.label) }
        let session = "Ask it before and after sessions too"
        let meanings = { (all: [String]) in all.filter { $0.hasPrefix("What ") && $0.hasSuffix(" means") } }
        let ten = labels(OwnMeasure(label: "Calm"))
        #expect(meanings(ten) == ["What 0 means", "What 10 means"])
        #expect(ten.contains(session) && !ten.contains("Lowest number"))
        #expect(meanings(labels(SettingsPreviews.own(.hundred))) == ["What 0 means", "What 100 means"])
        let hours = labels(SettingsPreviews.own(.hours))
        #expect(meanings(hours) == [] && !hours.contains(session))
        #expect(meanings(labels(SettingsPreviews.own(.other, "-5", "5"))) == ["What -5 means", "What 5 means"])
        #expect(meanings(labels(SettingsPreviews.own(.other, "-5", ""))) == [])
    }

    @Test("what is typed and chosen for a measure is sent, and it is saved only with ends")
    func ownSent() {
        var sent: [SettingsEvent] = []
        let calm = SettingsPreviews.own(.other, "-5", "5")
        let screen = screen(SettingsPreviews.filled.copy { $0.own = calm }, { sent.append($0) })
        #expect(screen.tap("in hours"))
        #expect(screen.type("-6", into: "Lowest number"))
        #expect(screen.type("6", into: "Highest number"))
        #expect(screen.tap("Ask it before and after sessions too"))
        #expect(screen.tap("Save"))
        #expect(
            sent == [
                .ownTyped(calm.copy { $0.scale = .hours }), .ownTyped(calm.copy { $0.lowest = "-6" }),
                .ownTyped(calm.copy { $0.highest = "6" }), .ownTyped(calm.copy { $0.session = true }), .ownSaved,
            ])
        for (lowest, highest, broken) in [("-5", "", false), ("", "", false), ("5", "-5", true), ("a", "5", true)] {
            let shown = self.screen(SettingsPreviews.filled.copy { $0.own = SettingsPreviews.own(.other, lowest, highest) })
            #expect(!shown.tap("Save"))
            let rule = "Whole numbers; the highest is above the lowest, by 1,000 at most."
            #expect(shown.elements.filter { $0.hint == rule }.map(\.label) == ["Highest number"])
            let ink = shown.tree.all.first { $0.text == rule }?.given("foregroundStyle")
            #expect(ink == "\(broken ? Inks.light.error.colour : Inks.light.onSurfaceVariant.colour)", "\(lowest) to \(highest)")
        }
    }

    @Test("no lock before the words are written down")
    func wordsFirst() {
        var went: [Place] = []
        let screen = screen(SettingsPreviews.empty, { _ in }, Go(to: { went.append($0) }))
        #expect(!screen.elements.contains { $0.label == "Ask for my finger, face or code" })
        #expect(screen.tap("To my recovery words"))
        #expect(went == [.backup])
    }

    @Test("the day's end is moved by half hours")
    func dayEnd() {
        var sent: [SettingsEvent] = []
        let screen = screen(SettingsPreviews.empty, { sent.append($0) })
        for step in screen.elements where step.label.contains("04:00") { step.action?() }
        #expect(sent == [.chosen(.rollover(minutes: 210)), .chosen(.rollover(minutes: 270))])
    }
}
