import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of the backup")
@MainActor
struct BackupViewTests {
    private func screen(_ state: BackupState, _ go: Go = .nowhere, _ send: @escaping Send<BackupEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Backup", .nowhere) { BackupView(state, send, go) } })
    }

    @Test("saved is said only of a file that was put somewhere")
    func saved() {
        let known = BackupPreviews.known
        let others = [
            BackupState(), BackupPreviews.empty, BackupPreviews.full, BackupPreviews.words, Sample.state(known, reduce, .turnedBack),
            Sample.state(known, reduce, .saveAsked),
        ]
        for state in others { #expect(!screen(state).elements.contains { $0.label.contains("Saved and read back") }) }
        let labels = screen(BackupPreviews.filled).elements.map(\.label)
        #expect(labels.contains("Saved and read back whole: 118 check-ins, 9 sessions."))
        #expect(labels.contains("Latest backup: today"))
        #expect(labels.contains("Entries from 24 Aug 2026 to 24 Nov 2026."))
    }

    @Test("words that were never shown are named and one tap away")
    func unseen() {
        var sent: [BackupEvent] = []
        let screen = screen(BackupPreviews.empty) { sent.append($0) }
        #expect(screen.elements.contains { $0.label == "No backup yet. If this phone is lost, your records are lost with it." })
        #expect(screen.tap("Save a backup file"))
        #expect(screen.tap("Show my recovery words"))
        #expect(sent == [.saveAsked, .wordsAsked])
    }

    @Test("nothing is saved twice while a file is written")
    func once() {
        var sent: [BackupEvent] = []
        #expect(!screen(Sample.state(BackupPreviews.known, reduce, .saveAsked)) { sent.append($0) }.tap("Save a backup file"))
        #expect(sent == [])
    }

    @Test("a file on its way says how far it is and can be broken off once")
    func brokenOff() {
        var sent: [BackupEvent] = []
        let screen = screen(BackupPreviews.writing) { sent.append($0) }
        #expect(screen.elements.contains { $0.label == "Writing and reading back: 12 of 46" })
        #expect(screen.tap("Break off"))
        #expect(sent == [.breakOffAsked])
        let breaking = self.screen(Sample.state(BackupPreviews.writing, reduce, .breakOffAsked))
        #expect(breaking.elements.contains { $0.label == "Breaking off" && !$0.isControl })
        #expect(!breaking.tap("Break off"))
        let over = self.screen(Sample.state(BackupPreviews.writing, reduce, .brokenOff)).elements
        #expect(over.contains { $0.label == "Broken off. No file was saved; your records are as they were." })
    }

    @Test("a folder takes copies, and says which and when")
    func copies() {
        var sent: [BackupEvent] = []
        let before = screen(BackupPreviews.known) { sent.append($0) }
        #expect(before.tap("Choose a folder"))
        #expect(before.elements.contains { $0.label.hasPrefix("Choose a folder, and Tidemark puts a sealed backup file there once a week") })
        let screen = screen(BackupPreviews.copied) { sent.append($0) }
        let labels = screen.elements.map(\.label)
        #expect(labels.contains("Once a week into Anna") && labels.contains("Latest copy: 20 Nov 2026"))
        for name in ["Copy now", "Choose another folder", "No more copies"] { #expect(screen.tap(name), "\(name)") }
        #expect(sent == [.folderAsked, .copyNowAsked, .folderAsked, .copiesLeft])
    }

    @Test("a copy that failed is told with what is safe, and only there; on its way nothing of it is tapped")
    func notCopied() {
        let refused = "The copy could not be put into Anna. Your records are safe here. Choose the folder again, or another one."
        #expect(screen(BackupPreviews.refused).elements.contains { $0.label == refused })
        #expect(!screen(BackupPreviews.copied).elements.contains { $0.label == refused })
        let busy = screen(Sample.state(BackupPreviews.refused, reduce, .copyNowAsked))
        #expect(!busy.elements.contains { $0.label == refused })
        for name in ["Copy now", "Choose another folder", "No more copies"] { #expect(!busy.tap(name), "\(name)") }
    }

    @Test("while the words wait to be shown no folder is offered")
    func unoffered() {
        #expect(!screen(BackupPreviews.empty).elements.contains { $0.label == "A copy by itself" || $0.label == "Choose a folder" })
    }

    @Test("while words are on the screen they are all there is on it")
    func alone() {
        var sent: [BackupEvent] = []
        let screen = screen(BackupPreviews.words) { sent.append($0) }
        let controls = screen.elements.filter(\.isControl).map(\.label)
        #expect(controls == ["Help", "Copy the words", "Word 3", "Word 6", "I have written them down", "Not now"])
        #expect(screen.tap("Copy the words"))
        screen.type("velvet", into: "Word 3")
        screen.type("silent", into: "Word 6")
        #expect(screen.tap("I have written them down"))
        #expect(screen.tap("Not now"))
        #expect(sent == [.copyAsked, .wordsChecked(["velvet", "silent"]), .wordsLeft])
    }

    @Test("a backup is checked on the way of a restore")
    func checked() {
        var gone: [Place] = []
        #expect(screen(BackupPreviews.filled, Go(to: { gone.append($0) })).tap("Check or restore a backup file"))
        #expect(gone == [.restore])
    }
}

@Suite("The view of the way back")
@MainActor
struct RestoreViewTests {
    private func screen(
        _ state: RestoreState, _ go: Go = .nowhere, _ reopen: @escaping @MainActor () -> Void = {},
        _ send: @escaping Send<RestoreEvent> = { _ in }
    ) -> Mounted { Mounted(NavigationStack { RestoreShell(state, send, go, now: Sample.now, reopen: reopen) }) }

    @Test("counts and dates come before the question what to do")
    func counts() throws {
        var sent: [RestoreEvent] = []
        let screen = screen(RestorePreviews.filled, .nowhere, {}) { sent.append($0) }
        let labels = screen.elements.map(\.label)
        // Made at 21:04 in Berlin on the 24th; two other records: the program's own rows are not the person's.
        let counts = ["Made on 24 Nov 2026", "Entries from 24 Aug 2026 to 24 Nov 2026", "118 check-ins", "1 session", "2 other records"]
        let at = try #require(labels.firstIndex(of: counts[0]))
        #expect(Array(labels[at..<at + 5]) == counts)
        let ask = try #require(labels.firstIndex(of: "Add what is missing here"))
        #expect(ask > at)
        #expect(screen.tap("Replace what is here"))
        #expect(screen.tap("Add what is missing here"))
        #expect(sent == [.wayChosen(.replace), .wayChosen(.merge)])
    }

    @Test("wrong words, a damaged file and a newer one are three sentences, and each says what is safe")
    func refused() {
        let sentences: [(RestoreState.Refused, String)] = [
            (.wrongWords, "This passphrase does not open this file. Try another; your records here are untouched."),
            (.damaged(have: 1, parts: 3), "This file is incomplete (1 of 3 parts). Try another copy; your records here are untouched."),
            (.newer, "Made by a newer version of the app. Update the app first; the file and your records here are untouched."),
        ]
        for (refused, sentence) in sentences {
            #expect(screen(RestoreState().copy { $0.refused = refused }).elements.contains { $0.label == sentence }, "\(sentence)")
        }
    }

    @Test("replacing entries the file lacks needs another tap on another button")
    func beyond() {
        var sent: [RestoreEvent] = []
        let screen = screen(RestorePreviews.beyond, .nowhere, {}) { sent.append($0) }
        #expect(!screen.tap("Replace what is here"))
        #expect(screen.tap("Replace all the same"))
        #expect(sent == [.wayChosen(.replaceAll)])
    }

    @Test("at the door nothing is replaced, so nothing asks whether it shall be")
    func atDoor() {
        let labels = screen(RestorePreviews.filled.copy { $0.here = false }).elements.map(\.label)
        #expect(labels.contains("Restore this diary"))
        #expect(!labels.contains { $0.hasPrefix("Replace") || $0 == "Add what is missing here" })
    }

    @Test("once the diary was shut every way out goes through the door")
    func shut() {
        var reopened = 0
        var lost = 0
        let go = Go(to: { _ in lost += 1 }, instead: { _ in lost += 1 }, back: { lost += 1 })
        let screen = screen(RestorePreviews.beyond, go, { reopened += 1 })
        #expect(screen.tap("Back"))
        #expect(screen.tap("Help"))
        #expect(reopened == 2 && lost == 0)
    }

    @Test("while it is built there is no way out of it")
    func working() {
        let screen = screen(RestorePreviews.working)
        #expect(screen.elements.filter(\.isControl).map(\.label) == [])
        #expect(screen.tree.all.contains { $0.has("navigationBarBackButtonHidden") })
    }

    @Test("on its way into its place it says how far it is, and breaking off is the one way out")
    func brokenOff() {
        var sent: [RestoreEvent] = []
        let screen = screen(RestorePreviews.applying, .nowhere, {}) { sent.append($0) }
        #expect(screen.elements.contains { $0.label == "30 of 92" })
        #expect(screen.elements.filter(\.isControl).map(\.label) == ["Break off"])
        #expect(screen.tap("Break off"))
        #expect(sent == [.breakOffAsked])
        let breaking = self.screen(Sample.state(RestorePreviews.applying, reduce, .breakOffAsked)).elements
        #expect(breaking.contains { $0.label == "Breaking off" } && !breaking.contains(where: \.isControl))
        let over = self.screen(Sample.state(RestorePreviews.applying, reduce, .stopped(.brokenOff, shut: true))).elements.map(\.label)
        #expect(over.contains("Broken off. Nothing was changed; your records here are untouched."))
        #expect(over.contains("Replace what is here"))
    }

    @Test("what was done is said, and the way on is one tap")
    func done() {
        var reopened = 0
        let screen = screen(RestorePreviews.done, .nowhere, { reopened += 1 })
        #expect(screen.elements.contains { $0.label == "4 records added, 1 renewed from the file, 0 kept as they are here." })
        #expect(screen.tap("Open my diary"))
        #expect(reopened == 1)
    }
}
