import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

@MainActor
@Suite("A measure of one's own on other scales")
struct OwnMeasureTests {
    private func own(_ label: String, _ scale: OwnScale, _ change: (inout OwnMeasure) -> Void = { _ in }) -> OwnMeasure {
        OwnMeasure(label: label).copy {
            $0.scale = scale
            change(&$0)
        }
    }

    private func ends(_ lowest: String, _ highest: String) -> ClosedRange<Int>? {
        own("Sway", .other) { ($0.lowest, $0.highest) = (lowest, highest) }.ends
    }

    @Test("typed ends are whole numbers with the highest above the lowest by a thousand at most")
    func typed() {
        #expect(ends("-5", " +5 ") == -5...5)
        #expect(ends("−5", "0") == -5...0)
        #expect(ends("0", "1000") == 0...1000)
        #expect(ends("99000", "100000") == 99_000...100_000)
        #expect(ends("٠", "٩") == 0...9)
        for (lowest, highest) in [
            ("", "5"), ("0", ""), ("0", "5.5"), ("0", "5,5"), ("a", "5"), ("5", "5"), ("5", "-5"), ("0", "1001"), ("99999", "100001"),
            ("-100001", "-100000"), ("0", "99999999999999999999"), ("1 0", "20"), ("--5", "5"),
        ] { #expect(ends(lowest, highest) == nil, "\(lowest) to \(highest)") }
    }

    @Test("saving needs a name and ends and waits for the one before")
    func canSave() {
        #expect(!OwnMeasure(label: " ").canSave)
        #expect(OwnMeasure(label: "Sway").canSave)
        #expect(!OwnMeasure(label: "Sway").copy { $0.saving = true }.canSave)
        let open = SettingsState().copy { $0.own = own("Sway", .other) { $0.lowest = "1" } }
        #expect(open.own?.canSave == false)
        #expect(reduce(open, .ownSaved) == Next(open))
    }

    @Test("each scale is on disk as it was chosen")
    func kept() throws {
        let folder = try Folder()
        let diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        let env = directEnv(diary, phone: Phone(outbox: folder.path("outbox")))
        let screen = env.store(settingsFeature(env))
        screen.send(.shown)
        let known = screen.state.measures.count
        for form in [
            own("Ten", .ten) { ($0.low, $0.high) = ("none", "most") },
            own("Hundred", .hundred) { $0.session = true },
            // Hours have no meanings of their ends and are not asked in sessions, whatever was typed before.
            own("Hours", .hours) { ($0.low, $0.high, $0.session) = ("none", "most", true) },
            own("Sway", .other) { ($0.lowest, $0.highest) = ("-5", "5") },
            own("Far", .other) { ($0.lowest, $0.highest) = ("-100000", "-99000") },
        ] {
            screen.send(.ownAsked)
            screen.send(.ownTyped(form))
            screen.send(.ownSaved)
            #expect(screen.state.own == nil, "\(form.label)")
        }
        let made = screen.state.measures.dropFirst(known)
        #expect(made.map(\.minMilli) == [0, 0, 0, -5000, -100_000_000])
        #expect(made.map(\.maxMilli) == [10_000, 100_000, 24_000, 5000, -99_000_000])
        #expect(made.map(\.stepMilli) == [1000, 1000, 250, 1000, 1000])
        #expect(made.map(\.unit) == [.score, .score, .hour, .score, .score])
        #expect(made.map(\.session) == [false, true, false, false, false])
        #expect(made.map { [$0.anchorLow, $0.anchorHigh] } == [["none", "most"], [nil, nil], [nil, nil], [nil, nil], [nil, nil]])
        #expect(made.allSatisfy { $0.daily && $0.active })
    }
}
