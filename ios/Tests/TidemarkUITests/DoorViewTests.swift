import SwiftUI
import Testing

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The views of the door")
@MainActor
struct DoorViewTests {
    private func welcome(_ state: DoorState.NoDiary, _ send: @escaping Send<DoorEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Welcome", .nowhere) { WelcomeView(state, send) } })
    }

    private func lock(_ state: DoorState.Locked, _ send: @escaping Send<DoorEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Locked", .nowhere) { LockView(state, send) } })
    }

    /// Events hold an open diary and do not compare: their text does.
    private func said(_ events: [DoorEvent]) -> [String] { events.map { "\($0)" } }

    private let every: [Why] = [
        .shut, .turnedBack, .notNow, .noKey, .keyGone, .keyOrFile, .damaged, .missing, .newer, .other(.storageFull),
    ]

    @Test("every way of the first page is one tap")
    func ways() {
        var sent: [DoorEvent] = []
        let screen = welcome(DoorState.NoDiary()) { sent.append($0) }
        for tap in ["Rate now", "Set up first", "I have a backup file"] { #expect(screen.tap(tap), "\(tap)") }
        #expect(said(sent) == ["begun(setUp: false)", "begun(setUp: true)", "restoreAsked"])
    }

    @Test("no locked door offers a new diary, and each keeps Help")
    func neverNew() {
        for why in every {
            let elements = lock(DoorState.Locked(why)).elements
            for word in ["rate now", "set up", "new diary", "delete", "erase"] {
                #expect(!elements.contains { $0.isControl && $0.label.lowercased().contains(word) }, "\(why): \(word)")
            }
            #expect(elements.contains { $0.label == "Help" && $0.isControl }, "\(why)")
            #expect(elements.filter(\.isControl).count > 1, "\(why)")
        }
    }

    @Test("a damaged diary offers snapshot, restore and the sealed files, in that order")
    func damaged() {
        var sent: [DoorEvent] = []
        let screen = lock(DoorState.Locked(.damaged)) { sent.append($0) }
        #expect(screen.elements.contains { $0.label == "Part of the record file cannot be read. Nothing was deleted." })
        let offers = ["Open the latest snapshot to read", "Restore from a backup file", "Save a copy of the sealed files", "Try again"]
        #expect(screen.elements.filter(\.isControl).map(\.label) == ["Help"] + offers)
        for offer in offers { #expect(screen.tap(offer), "\(offer)") }
        #expect(said(sent) == ["snapshotAsked", "restoreAsked", "exportAsked", "shown"])
    }

    @Test("words that were typed are sent as they are, and stay when they are wrong")
    func words() {
        var sent: [DoorEvent] = []
        let screen = lock(LockPreviews.words) { sent.append($0) }
        #expect(screen.elements.contains { $0.label == "These words do not open your records. Nothing was changed; try again." })
        #expect(!screen.tap("Open"))
        #expect(screen.type("ocean timber", into: "Recovery words"))
        #expect(screen.tap("Open"))
        guard case .wordsGiven(let given) = sent.first else { return #expect(Bool(false), "no words were sent") }
        #expect(given.text == "ocean timber")
        #expect(screen.elements.contains { $0.label == "Recovery words" && $0.value == "ocean timber" })
    }

    @Test("words that are being tried are not sent a second time")
    func onTrial() {
        let screen = lock(LockPreviews.words.copy { $0.working = true }) { _ in }
        #expect(screen.type("ocean timber", into: "Recovery words"))
        #expect(!screen.tap("Open"))
    }

    @Test("words are elements of their own, and two of them are asked for")
    func sheet() {
        var sent: [DoorEvent] = []
        let screen = welcome(DoorState.NoDiary().copy { $0.words = Sample.check }) { sent.append($0) }
        let labels = screen.elements.map(\.label)
        for word in ["1. ocean", "2. timber", "7. river"] { #expect(labels.contains(word), "\(word)") }
        #expect(screen.type("velvet", into: "Word 3"))
        #expect(!screen.tap("I have them: make my diary"))
        #expect(screen.type("silent", into: "Word 6"))
        #expect(screen.tap("I have them: make my diary"))
        #expect(said(sent) == [#"wordsChecked(["velvet", "silent"])"#])
        // There is no diary yet, and so nothing to copy the words beside.
        #expect(!labels.contains("Copy the words"))
    }

    @Test("recovery words are kept out of what the keyboard learns, and out of pictures of the screen")
    func unlearned() {
        let around = lock(LockPreviews.words).tree.all.filter { node in node.all.contains { $0.kind == "TextField" } }
        for said in ["autocorrectionDisabled", "textInputAutocapitalization", "privacySensitive"] {
            #expect(around.contains { $0.has(said) }, "\(said)")
        }
        #expect(welcome(WelcomePreviews.words).tree.all.contains { $0.has("privacySensitive") && $0.kind != "TextField" })
    }

    @Test("each reason is a sentence of its own")
    func reasons() {
        let sentences = every.map { why in lock(DoorState.Locked(why)).elements.map(\.label).first { $0.hasSuffix(".") } ?? "" }
        #expect(Set(sentences).count == every.count && !sentences.contains(""))
    }
}

@Suite("The view of the first day")
@MainActor
struct OnboardingViewTests {
    private func screen(
        _ state: OnboardingState, _ send: @escaping Send<OnboardingEvent> = { _ in }, _ onOver: @escaping @MainActor (Place) -> Void = { _ in }
    ) -> Mounted { Mounted(OnboardingView(state, send, onOver)) }

    @Test("every page can be passed without an answer, and left for the first rating")
    func passed() {
        for page in OnboardingState.Page.allCases {
            var sent: [OnboardingEvent] = []
            var over: [Place] = []
            let screen = screen(OnboardingPreviews.empty.copy { $0.page = page }, { sent.append($0) }, { over.append($0) })
            #expect(screen.tap("Start rating"), "\(page)")
            #expect(over == [.today])
            #expect(screen.tap("Next") == (page != .lock), "\(page)")
            #expect(sent == (page == .lock ? [] : [.went]))
        }
    }

    @Test("a day's end moves by half an hour, and a reminder is kept at the time it says")
    func times() {
        var sent: [OnboardingEvent] = []
        let day = screen(OnboardingPreviews.at(.dayEnd), { sent.append($0) })
        #expect(day.elements.contains { $0.label == "04:00" })
        #expect(day.tap("When does your day end?: half an hour later"))
        #expect(sent == [.dayEnds(minutes: 270)])
        let reminder = screen(OnboardingPreviews.at(.reminder), { sent.append($0) })
        #expect(reminder.tap("Remind me at 20:30"))
        #expect(sent.last == .reminder(minutes: 1230))
        #expect(reminder.tap("Reminders: half an hour later"))
        #expect(reminder.tap("Remind me at 21:00"))
        #expect(sent.last == .reminder(minutes: 1260))
        let kept = screen(Sample.state(OnboardingPreviews.at(.reminder), reduce, .reminderKept(minutes: 1200)))
        #expect(kept.elements.contains { $0.label == "You will be reminded at 20:00." })
        #expect(!kept.elements.contains { $0.label.hasPrefix("Remind me") })
    }

    @Test("the set that is on disk is chosen, with what it asks")
    func sets() {
        let rows = screen(OnboardingPreviews.filled).elements.filter { $0.isControl && $0.label.contains("·") }
        #expect(rows.map(\.label) == ["Stress and worry, Stress · Anxiety", "Low mood, Mood · Energy · Sleep quality · Getting through the day"])
        #expect(rows.map { $0.traits.contains(.isSelected) } == [false, true])
    }

    @Test("the last page leads to the recovery words")
    func lock() {
        var over: [Place] = []
        #expect(screen(OnboardingPreviews.at(.lock), { _ in }, { over.append($0) }).tap("Show my recovery words"))
        #expect(over == [.backup])
    }
}
