import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of imports")
@MainActor
struct ImportsViewTests {
    /// The screen over its rules, as the app runs it; what they would do in the world is left out.
    private final class Rules {
        var state: ImportsState
        var sent: [ImportsEvent] = []

        init(_ state: ImportsState) { self.state = state }
    }

    private struct Over: View {
        let rules: Rules

        var body: some View {
            ImportsView(
                rules.state, Sample.now,
                { event in
                    rules.sent.append(event)
                    rules.state = reduce(rules.state, event).state
                })
        }
    }

    private func choice(_ text: String, of name: String, on screen: Mounted) -> Element? {
        screen.elements.first { $0.label == text && $0.containers.last == name }
    }

    private func tap(_ text: String, of name: String, on screen: Mounted) {
        let choice = choice(text, of: name, on: screen)
        #expect(choice?.action != nil, "\(text) of \(name)")
        choice?.action?()
    }

    private func labels(_ columns: [TableColumn]) -> [String] {
        Mounted(Over(rules: Rules(ImportsPreviews.told(columns)))).elements.map(\.label)
    }

    @Test("numbers can be from before or after a session once a column is its length, and stay so without it")
    func about() throws {
        let rules = Rules(ImportsPreviews.columns)
        let screen = Mounted(Over(rules: rules))
        let about = "These numbers are: Feeling down"
        func noLength() -> Int { screen.elements.filter { $0.label == "This belongs to a session. Say which column is its length." }.count }
        #expect(!screen.elements.contains { $0.containers.contains(about) })
        tap("Length of a massage session, in minutes", of: "Notes", on: screen)
        let noStart = "A session needs the time it began. Choose a day that has its time with it, or say which column is the time."
        // Under the column that is the length, and not below all of them.
        let labels = screen.elements.map(\.label)
        let below = try #require(labels.firstIndex(of: "Numbers are written with a comma, such as 7,5"))
        #expect(try #require(labels.firstIndex(of: noStart)) < below)
        #expect(choice("of the day", of: about, on: screen)?.traits.contains(.isSelected) == true)
        tap("from before the session", of: about, on: screen)
        #expect(noLength() == 0)
        tap("Pressure of a massage session, 1 to 5", of: "Notes", on: screen)
        // Under the numbers and under the pressure.
        #expect(noLength() == 2)
        #expect(choice("from before the session", of: about, on: screen)?.traits.contains(.isSelected) == true)
        tap("Style of a massage session", of: "Notes", on: screen)
        tap("of the day", of: about, on: screen)
        #expect(!screen.elements.contains { $0.containers.contains(about) })
        guard case .values(let values)? = ImportsPreviews.columns.mapping?.columns[1].use else {
            Issue.record("no numbers")
            return
        }
        let before = ColumnUse.Values(label: values.label, range: values.range, direction: values.direction, about: .before)
        #expect(
            rules.sent == [
                .columnSet(at: 2, .length), .columnSet(at: 1, .values(before)), .columnSet(at: 2, .pressure), .columnSet(at: 2, .style),
                .columnSet(at: 1, .values(values)),
            ])
    }

    @Test("what a column is about stays when its measure, name, range or direction is said")
    func kept() {
        let rules = Rules(ImportsPreviews.sessions)
        let screen = Mounted(Over(rules: rules))
        #expect(screen.type("5", into: "Highest number: Calm post"))
        tap("neither", of: "A higher number is: Calm post", on: screen)
        #expect(screen.type("Ease", into: "Its name: Calm post"))
        tap("Mood", of: "Numbers of what?: Stress pre", on: screen)
        let uses = rules.state.mapping?.columns.map(\.use)
        let ease = ColumnUse.Values(label: "Ease", range: RangeTyped(lowest: "0", highest: "5"), direction: .neutral, about: .after)
        #expect(uses?.dropFirst(3) == [.values(ColumnUse.Values(measureId: "mood", about: .before)), .values(ease)])
    }

    @Test("what differs in two columns of one measure is told where it does")
    func differing() {
        let day = TableColumn(name: "When", sample: "", use: .day(format: "%Y-%m-%d %H:%M"))
        let first = [
            day, TableColumn(name: "Min", sample: "60", use: .length),
            TableColumn(name: "Pre", sample: "7", use: .values(ImportsPreviews.calm(about: .before))),
        ]
        let sentences = [
            (ImportsPreviews.calm(about: .after, highest: "5"), "A column of the same name has another range. Give both the same one."),
            (
                ImportsPreviews.calm(about: .after, direction: .neutral),
                "A column of the same name says something else of a higher number. Say the same for both."
            ),
            (ImportsPreviews.calm(about: .before), "Another column is this measure already."),
        ]
        for (values, sentence) in sentences {
            #expect(labels(first + [TableColumn(name: "Post", sample: "8", use: .values(values))]).contains(sentence), "\(sentence)")
        }
        #expect(labels([day]).contains("Say which column holds numbers, a note or a session."))
    }
}
