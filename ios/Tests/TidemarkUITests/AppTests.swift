import Foundation
import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

/// Every screen over a real encrypted diary, by taps alone; what they take is what a person's would.
@Suite("The app over a real diary")
@MainActor
struct AppTests {
    private let real: RealDiary

    init() throws { real = try RealDiary() }

    private func title(_ screen: Mounted) -> String? { screen.elements.first { $0.kind == "Title" }?.label }

    @Test("four ratings are four taps, and each is on disk without a save button")
    func tenSeconds() throws {
        let screen = Mounted(TidemarkApp(env: real.env()))
        for number in ["6", "7", "4", "8"] { #expect(screen.tap(number), "\(number)") }
        #expect(screen.elements.contains { $0.label == "Saved 21:04" })
        try real.diary.shut()
        let again = try OpenDiary.openWithPassphrase(path: real.folder.path("my.diary"), passphrase: RealDiary.words)
        let answers = try again.today(now: Sample.evening).answers
        #expect(answers.map(\.measureId) == ["stress", "mood", "energy", "sleep_quality"])
        #expect(answers.map(\.valueMilli) == [6000, 7000, 4000, 8000])
    }

    @Test("while a screen reader runs no pad opens by itself")
    func screenReader() {
        let screen = Mounted(TidemarkApp(env: real.env()), in: .model(voiceOver: true))
        #expect(screen.tap("6"))
        #expect(screen.elements.contains { $0.containers == ["Stress, 0 to 10, higher is worse, rated 6"] })
        screen.environment = .model(voiceOver: false)
        #expect(screen.tap("7"))
        #expect(screen.elements.contains { $0.containers == ["Mood, 0 to 10, higher is better, not rated"] })
    }

    @Test("a day that ended while the app was away is another day when it comes back")
    func midnight() {
        let screen = Mounted(TidemarkApp(env: real.env()))
        screen.tap("6")
        #expect(screen.elements.contains { $0.label == "Tue 24 Nov" })
        screen.environment.scenePhase = .inactive
        _ = screen.tree
        // 416 minutes after 21:04 it is 04:00.
        real.pass(minutes: 416)
        screen.environment.scenePhase = .active
        #expect(screen.elements.contains { $0.label == "Wed 25 Nov" })
    }

    @Test("a session like the last one starts with three taps and one ends it")
    func threeTaps() throws {
        let week = Sample.minutes(-7 * 1440)
        _ = try real.diary.saveSession(
            draft: SessionDraft(
                startedAt: week, ending: .after(minutes: 60), status: .held, modality: .shiatsu, recordedBy: .own, plannedMin: 60), now: week)
        let screen = Mounted(TidemarkApp(env: real.env()))
        for name in ["Sessions", "Start a session", "Start timer"] { #expect(screen.tap(name), "\(name)") }
        #expect(screen.elements.contains { $0.label == "0 of 60 min" })
        let id = try #require(try real.diary.today(now: real.now).runningSessionId)
        real.pass(minutes: 61)
        #expect(screen.tap("Finish"))
        #expect(title(screen) == "After the session")
        #expect(try real.diary.today(now: real.now).runningSessionId == nil)
        let held = try real.diary.viewSession(sessionId: id, reveal: false, now: real.now).session
        #expect(held.fields.first { $0.name == "actual_min" }?.text == "61")
        #expect(screen.tap("Go on to aftercare"))
        #expect(screen.elements.contains { $0.label == "Water" })
        // A finished timer is not gone back to.
        #expect(screen.tap("system.back"))
        #expect(title(screen) == "Sessions")
        #expect(screen.elements.filter { $0.label.contains("Shiatsu · ") }.count == 2)
    }

    @Test("Help is one tap away, and going back leads where one came from")
    func help() {
        let screen = Mounted(TidemarkApp(env: real.env()))
        #expect(screen.tap("More"))
        #expect(title(screen) == "More")
        #expect(screen.tap("Help"))
        #expect(title(screen) == "Help now" || title(screen) == "Help")
        #expect(screen.tap("system.back"))
        #expect(title(screen) == "More")
    }

    @Test("the device dials what is tapped, and shows the number when it cannot")
    func dials() throws {
        _ = try real.diary.addRecord(
            kind: .crisisContact,
            fields: [
                FieldText(name: "service", text: "Ines"), FieldText(name: "number", text: "000 111"), FieldText(name: "hours", text: "evenings"),
            ],
            recordedBy: .own, now: Sample.evening)
        let screen = Mounted(TidemarkApp(env: real.env()))
        screen.tap("Help")
        #expect(screen.tap("Call Ines, 000 111"))
        #expect(screen.elements.contains { $0.label == "This device cannot call or text. The number is 000 111." })
    }

    @Test("every place has a screen with a heading over a new diary, and a reminder leads to its place anew")
    func places() {
        let places: [Place] = [
            .today, .sessions, .trends, .report, .more, .sessionBefore(), .sessionDetail(sessionId: nil), .history,
            .dayEntries(date: Sample.today), .insights, .visitPrep, .records(kind: "goal"), .safety, .backup, .restore, .settings,
        ]
        for place in places {
            let tree = Mounted(TidemarkApp(env: real.env(), start: place)).tree
            expectAccessible(tree, "\(place)")
        }
    }

    /// Counts copies; everything here runs on the main actor.
    private final class Shelf: @unchecked Sendable { var names: [String] = [] }

    private func opened(
        _ shelf: Shelf, snapshotOf day: LogicalDate? = nil, _ send: @escaping Send<DoorEvent> = { _ in }
    ) throws -> Mounted {
        try FileManager.default.createDirectory(atPath: real.folder.path("outbox"), withIntermediateDirectories: true)
        let env = real.env {
            $0.copyFolder = { "Anna" }
            $0.copyInto = { [shelf] _, name, _ in
                shelf.names.append(name)
                return true
            }
        }
        let door = DoorEnv(
            path: real.folder.path("my.diary"), vault: .none, phone: env.phone, now: env.now, work: env.work, home: env.home)
        let open = DoorState.Open(real.diary).copy { $0.snapshotOf = day }
        return Mounted(DoorScreen(.open(open), send, door))
    }

    @Test("a copy goes into its folder by itself, once an opening, and none of a snapshot")
    func copied() throws {
        let shelf = Shelf()
        let screen = try opened(shelf)
        #expect(title(screen) == "Today")
        #expect(shelf.names == ["tidemark-2026-11-24.backup"])
        // A week later, and still open: it is the next opening that copies.
        real.pass(minutes: 8 * 1440)
        screen.environment.scenePhase = .inactive
        _ = screen.tree
        screen.environment.scenePhase = .active
        #expect(screen.tap("Sessions") && screen.tap("Today"))
        #expect(shelf.names.count == 1)
        _ = try opened(shelf).elements
        #expect(shelf.names == ["tidemark-2026-11-24.backup", "tidemark-2026-12-02.backup"])
        real.pass(minutes: 8 * 1440)
        _ = try opened(shelf, snapshotOf: Sample.today).elements
        #expect(shelf.names.count == 2)
    }

    @Test("a snapshot says what it is and leads back, and so does Help at the door")
    func waysBack() throws {
        var sent: [String] = []
        let shelf = Shelf()
        let snapshot = try opened(shelf, snapshotOf: Sample.today) { sent.append("\($0)") }
        let said = "You are reading the snapshot of 24 Nov 2026. Nothing can be added to it; your record file stays as it is."
        #expect(snapshot.elements.contains { $0.label == said })
        #expect(snapshot.tap("Back to the door"))
        #expect(sent == ["shown"])
        let env = real.env()
        let door = DoorEnv(
            path: real.folder.path("my.diary"), vault: .none, phone: env.phone, now: env.now, work: env.work, home: env.home)
        let help = Mounted(DoorScreen(.help(back: .starting), { sent.append("\($0)") }, door))
        #expect(help.tap("Back"))
        #expect(sent == ["shown", "helpLeft"])
    }
}
