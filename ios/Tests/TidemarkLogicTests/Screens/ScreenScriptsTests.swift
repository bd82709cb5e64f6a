import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Replays `tests/screens/*.json` over a real diary; the Android app replays the same files. What they say: the README there.
@MainActor
@Suite("The screen scripts")
struct ScreenScriptsTests {
    /// What the run leaves for `tests/screens/same`; `tests/swift/run` empties it before and takes it from here.
    private let out = top.appending(path: "ios/Generated/screens/swift")

    @Test("each script ends in what it says, and one without a driver is named")
    func replayed() throws {
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        let files = try jsonFiles("tests/screens")
        #expect(!files.isEmpty, "no script where they were")
        var without: [String] = []
        for file in files {
            let name = file.deletingPathExtension().lastPathComponent
            let script = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: file))
            if let driver = drivers[try script.text("screen")] {
                try replay(name, script, driver)
            } else {
                without.append(name)
            }
        }
        #expect(without.count < files.count, "no script has a driver")
        try Data(without.map { $0 + "\n" }.joined().utf8).write(to: out.appending(path: "not-replayed"))
    }

    private func replay(_ name: String, _ script: JSON, _ driver: Driver) throws {
        let folder = try Folder()
        let clock = Clock(try momentFromText(text: try script.text("now")))
        let real = try OpenDiary.create(
            path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: clock.now)
        for what in script["given"].items { try give(what, to: real, in: folder) }
        let fault = RefusingDiary.over(real)
        let phone = try ScriptPhone(folder)
        if folder.has(givenBackup) { phone.file = folder.url.appending(path: givenBackup) }
        let vault = FakeVault()
        if script["words_kept"].flag { vault.words = passphrase }
        let env = Env(
            diary: fault, now: { clock.now }, phone: phone.phone, work: { $0() },
            home: { act in MainActor.assumeIsolated { act() } }, doorway: Doorway(path: folder.path("my.diary"), vault: vault.vault))
        let run = try driver.start(env, script)
        var lines = ""
        for (at, step) in script["steps"].items.enumerated() {
            if let minutes = step["wait_min"].number { clock.now = clock.now.later(minutes: minutes) }
            if step.has("refuse") { fault.refused = step["refuse"] }
            if step.has("phone") { phone.tell(step["phone"]) }
            if step.has("refuse_nothing") { fault.refused = nil }
            if step.has("event") { try run.step(step) }
            let facts = run.facts()
            lines += facts.line + "\n"
            for (fact, wanted) in step["state"].fields.sorted(by: { $0.key < $1.key }) {
                let got = facts.has(fact) ? facts[fact].line : "no such fact"
                #expect(wanted.line == got, "\(name), step \(at + 1), \(fact)")
            }
        }
        try Data(lines.utf8).write(to: out.appending(path: name + ".jsonl"))
        try real.shut()
    }
}
