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
        #expect(screen.elements.contains { $0.hint == "Last: Mon 23 Nov, 20:00\nNext: Wed 25 Nov, 20:00" })
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
