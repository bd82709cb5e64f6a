import Testing
import TidemarkBindings

@Suite("Choices about the diary, starter sets, and measures of the person's own")
struct SettingTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    func steps(_ id: String = "steps", label: String = "Steps", max: Int64 = 20_000_000, step: Int64 = 10_000) -> MeasureDraft {
        MeasureDraft(
            id: id, label: label, frame: .dayOverall, unit: .score, direction: .neutral, minMilli: 0, maxMilli: max, stepMilli: step)
    }

    @Test("choices are kept over a shut diary, and one that is none changes nothing")
    func kept() throws {
        // Private from the start, four in the morning, ratings before hidden.
        let first = Settings(rolloverMin: 240, hideBefore: true, paper: .a4, region: nil, privateNotifications: true)
        #expect(try diary.settings() == first)
        let choices: [Setting] = [
            .rollover(minutes: 150), .hideBefore(on: false), .sheetOfPaper(paper: .letter), .regionOf(region: "IE"),
            .privateNotifications(on: false),
        ]
        for choice in choices { try diary.setSetting(setting: choice) }
        try diary.shut()
        let again = try OpenDiary.openWithPassphrase(path: folder.diary, passphrase: passphrase)
        let chosen = Settings(rolloverMin: 150, hideBefore: false, paper: .letter, region: "IE", privateNotifications: false)
        #expect(try again.settings() == chosen)
        for none in [Setting.rollover(minutes: 45), .rollover(minutes: 750), .regionOf(region: "Ireland")] {
            #expect {
                try again.setSetting(setting: none)
            } throws: { isInvalid($0) }
        }
        #expect(try again.settings() == chosen)
        try again.setSetting(setting: .regionOf(region: nil))
        #expect(try again.settings().region == nil)
    }

    @Test("a starter set asks exactly its measures")
    func starterSet() throws {
        let sets = starterSets()
        let names = ["stress_and_worry", "low_mood", "sleep_and_tiredness", "after_hard_experiences", "pain_and_short_temper"]
        #expect(sets.map(\.id) == names)
        let lowMood = ["mood", "energy", "sleep_quality", "functioning"]
        #expect(sets[1].measures == lowMood)
        #expect(try diary.chooseStarterSet(id: "low_mood", by: .own, now: at(evening)) == lowMood)
        #expect(try Set(diary.today(now: at(evening)).asked.map(\.id)) == Set(lowMood))
        #expect {
            try diary.chooseStarterSet(id: "bliss", by: .own, now: at(evening))
        } throws: { refusal($0) == .unknownStarterSet }
        #expect(try Set(diary.today(now: at(evening)).asked.map(\.id)) == Set(lowMood))
    }

    @Test("a used measure on another scale is a new version, and a new label is not")
    func versions() throws {
        let added = try diary.addMeasure(draft: steps())
        #expect(added.version == 1)
        #expect(added.daily && !added.session)
        #expect(throws: DiaryError.MeasureExists(measureId: "steps")) { try diary.addMeasure(draft: steps()) }
        _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("steps", 5000)]), now: at(evening))
        let renamed = try diary.changeMeasure(draft: steps(label: "Steps walked"), by: .own, now: at(evening))
        #expect(!renamed.newVersion)
        #expect(renamed.measure.version == 1)
        #expect(renamed.measure.label == "Steps walked")
        let wider = try diary.changeMeasure(draft: steps(max: 50_000_000), by: .own, now: at(evening))
        #expect(wider.newVersion)
        #expect(wider.measure.version == 2)
        #expect(wider.measure.maxMilli == 50_000_000)
        #expect(try diary.measures().filter { $0.id == "steps" }.count == 1)
    }

    @Test("a scale of more steps than a pad can have and a thirteenth measure are refused")
    func tooMany() throws {
        #expect {
            try diary.addMeasure(draft: steps(step: 1))
        } throws: { isInvalid($0) }
        #expect(throws: DiaryError.TooManyMeasures(most: 12)) {
            for number in 0..<13 { _ = try diary.addMeasure(draft: steps("own_\(number)")) }
        }
        #expect(try diary.measures().filter(\.active).count == 12)
    }
}
