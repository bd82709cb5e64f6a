import Testing
import TidemarkBindings

@testable import TidemarkLogic

/// What is said of the columns: what is missing in it, and the map that is written of it.
@Suite("Which column is what")
struct MappingTests {
    private typealias Said = (name: String, use: ColumnUse)

    private let known = [
        KnownMeasure(id: "stress", label: "Stress"), KnownMeasure(id: "mood", label: "Mood"), KnownMeasure(id: "own_warmth", label: "Warmth"),
    ]
    private let day: Said = ("Day", .day(format: "%d/%m/%Y"))
    private let start: Said = ("Start", .time(format: "%H:%M"))
    private let length: Said = ("Length", .length)

    private func table(_ columns: Said...) -> Mapping { table(columns) }

    private func table(_ columns: [Said]) -> Mapping {
        let columns = columns.map { TableColumn(name: $0.name, sample: "", use: $0.use) }
        return Mapping(TableTop(columns: columns, delimiter: "|"), known)
    }

    private func of(_ measure: String, _ about: About) -> ColumnUse { .values(ColumnUse.Values(measureId: measure, about: about)) }

    private func calm(
        _ about: About, _ label: String = "Calm", highest: String = "10", direction: Direction? = .higherBetter
    ) -> ColumnUse {
        let range = RangeTyped(lowest: "0", highest: highest, step: "0,5")
        return .values(ColumnUse.Values(label: label, range: range, direction: direction, about: about))
    }

    private func put(_ mapping: Mapping, _ at: Int, _ use: ColumnUse) -> Mapping {
        var mapping = mapping
        mapping.set(at, use)
        return mapping
    }

    @Test("two words of another script are two measures")
    func scripts() {
        // Three letters each, so that nothing but the letters tells them apart.
        #expect(table(day, ("a", calm(.day, "Сон")), ("b", calm(.day, "Дом"))).faults == [])
        #expect(table(day, ("a", calm(.day, "Сон")), ("b", calm(.day, "сон "))).faults == [.measureTwice(at: 2)])
    }

    @Test("a zone is found by its city, as it is typed")
    func zones() {
        #expect(zonesLike("new york").contains("America/New_York"))
        #expect(zonesLike("New_York").contains("America/New_York"))
        #expect(zonesLike("x").isEmpty && zonesLike(" ").isEmpty)
    }

    @Test("sessions stand after the lines of the whole and before the measures, and a measure stands once")
    func written() {
        let told = table(
            day, start, length, ("Style", .style), ("Firm", .pressure), ("Stress", of("stress", .day)),
            ("Stress \"before\"", of("stress", .before)), ("Stress after", of("stress", .after)), ("Calm before", calm(.before)),
            ("Calm after", calm(.after, " calm ")), ("Words", .note), ("Rest", .leftOut))
        #expect(told.faults == [])
        let wanted = """
            format = "columns"
            delimiter = "|"
            decimal = "."
            missing = ["-", "NA"]
            date = { column = "Day", format = "%d/%m/%Y" }
            note = "Words"

            [session]
            started = { column = ["Day", "Start"], format = "%d/%m/%Y %H:%M" }
            minutes = "Length"
            modality = "Style"
            pressure = "Firm"
            before = { stress = "Stress \\"before\\"", own_calm = "Calm before" }
            after = { stress = "Stress after", own_calm = "Calm after" }

            [[measure]]
            id = "stress"
            column = "Stress"

            [[measure]]
            id = "own_calm"
            label = "Calm"
            min = "0"
            max = "10"
            step = "0.5"
            direction = "higher_better"

            """
        #expect(told.toml == wanted)
    }

    @Test("a day with its time is when the session began, and a measure of the diary needs no part")
    func dayWithTime() {
        let wanted = """
            format = "columns"
            delimiter = "|"
            decimal = "."
            missing = ["-", "NA"]
            time = { column = "When", format = "%Y-%m-%d %H:%M" }

            [session]
            started = { column = "When", format = "%Y-%m-%d %H:%M" }
            minutes = "Length"
            before = { mood = "Mood" }

            """
        let told = table(length, ("Mood", of("mood", .before)), ("When", .day(format: "%Y-%m-%d %H:%M")))
        #expect(told.faults == [])
        #expect(told.toml == wanted)
    }

    @Test("without sessions a time is that of the whole row, and a new measure of two kinds is one with its column")
    func parts() {
        let alone = """
            format = "columns"
            delimiter = "|"
            decimal = "."
            missing = ["-", "NA"]
            time = { column = ["Day", "Start"], format = "%d/%m/%Y %H:%M" }

            [[measure]]
            id = "mood"
            column = "Mood"

            """
        #expect(table(day, start, ("Mood", of("mood", .day))).toml == alone)
        let both = table(day, start, length, ("Calm after", calm(.after)), ("Calm", calm(.day)))
        #expect(both.faults == [])
        let parts = """

            [session]
            started = { column = ["Day", "Start"], format = "%d/%m/%Y %H:%M" }
            minutes = "Length"
            after = { own_calm = "Calm after" }

            [[measure]]
            id = "own_calm"
            column = "Calm"
            label = "Calm"
            min = "0"
            max = "10"
            step = "0.5"
            direction = "higher_better"

            """
        #expect(both.toml?.hasSuffix("format = \"%d/%m/%Y\" }\n" + parts) == true, "\(both.toml ?? "none")")
    }

    @Test("a session needs its length and the time it began")
    func needed() {
        #expect(table(length).faults == [.noDay, .noStart(at: 0)])
        #expect(table(day, length).faults == [.noStart(at: 1)])
        #expect(table(("Day", .day(format: nil)), length).faults == [.noFormat(at: 0), .noStart(at: 1)])
        #expect(table(day, ("Start", .time(format: nil)), length).faults == [.noFormat(at: 1)])
        #expect(table(day, start, length).faults == [])
        #expect(table(("When", .day(format: "%Y-%m-%dT%H:%M:%S%:z")), length).faults == [])
        // Each part of a session says so by itself, where it stands; nothing of a session is nothing to take.
        for part in [ColumnUse.style, .pressure, of("mood", .before), of("mood", .after)] {
            #expect(table(day, start, ("Part", part)).faults == [.noLength(at: 2)], "\(part)")
        }
        #expect(table(day, start).faults == [.nothingToTake])
    }

    @Test("numbers stay what they were said to be when the length goes, and when it comes back")
    func kept() {
        let told = table(
            day, start, length, ("Style", .style), ("Before", calm(.before)), ("After", calm(.after)), ("Calm", calm(.day)))
        #expect(told.faults == [])
        let gone = put(told, 2, .leftOut)
        #expect(gone.faults == [.noLength(at: 3), .noLength(at: 4), .noLength(at: 5)])
        #expect(gone.columns.dropFirst(3) == told.columns.dropFirst(3))
        #expect(put(gone, 2, .length) == told)
    }

    @Test("a measure is of the day, before and after, once each")
    func once() {
        let stress: [Said] = About.allCases.map { ("\($0)", of("stress", $0)) }
        #expect(table([day, start, length] + stress).faults == [])
        for about in About.allCases {
            let again: Said = ("Again", of("stress", about))
            #expect(table([day, start, length] + stress + [again]).faults == [.measureTwice(at: 6)], "\(about)")
        }
        #expect(table(day, start, length, ("One", calm(.after)), ("Two", calm(.after, "CALM"))).faults == [.measureTwice(at: 4)])
    }

    @Test("two columns of one new measure say the same of it")
    func same() {
        func second(_ use: ColumnUse) -> [Mapping.Fault] { table(day, start, length, ("One", calm(.before)), ("Two", use)).faults }
        #expect(second(calm(.after, "calm", highest: "10,0")) == [])
        #expect(second(calm(.after, highest: "5")) == [.rangeDiffers(at: 4)])
        #expect(second(calm(.after, direction: .neutral)) == [.directionDiffers(at: 4)])
        // What is not said yet is asked for, and differs from nothing.
        #expect(second(calm(.after, highest: "", direction: nil)) == [.noRange(at: 4), .noDirection(at: 4)])
        let unnamed = table(day, start, length, ("One", calm(.before, " ")), ("Two", calm(.after, "", highest: "5")))
        #expect(unnamed.faults == [.noLabel(at: 3), .noLabel(at: 4)])
    }

    @Test("two labels of one name in files are not taken for one measure, and the diary's own label is")
    func labels() {
        let marks = table(day, start, length, ("One", calm(.before, "Calm!")), ("Two", calm(.after, "Calm?")))
        #expect(marks.faults == [.measureTwice(at: 4)])
        let long = "How tense my shoulders and my neck are "
        let cut = table(day, start, length, ("One", calm(.before, long + "left")), ("Two", calm(.after, long + "right")))
        #expect(cut.faults == [.measureTwice(at: 4)])
        let own = table(day, start, length, ("One", of("own_warmth", .before)), ("Two", calm(.after, "warmth")))
        #expect(own.faults == [])
        // What was typed is written, and the core says whether the diary's measure is the same.
        #expect(own.toml?.contains("id = \"own_warmth\"\nlabel = \"warmth\"\n") == true)
    }

    @Test("length, style and pressure are one column each", arguments: [ColumnUse.length, .style, .pressure])
    func single(use: ColumnUse) {
        let moved = put(table(day, ("One", use), ("Mood", of("mood", .day)), ("Two", .leftOut)), 3, use)
        #expect(moved.columns.map(\.use) == [day.use, .leftOut, of("mood", .day), use])
    }
}
