import Accessibility
import SwiftUI
import Testing

/// What the stand-in for SwiftUI does, where tests of views lean on it.
@Suite("The model of SwiftUI")
@MainActor
struct ModelTests {
    private struct Counter: View {
        @State private var count = 0
        let seen: @MainActor (String) -> Void

        var body: some View {
            VStack {
                Text("\(count)")
                Button("More") { count += 1 }
                if count > 1 { Text("many").onAppear { seen("appeared") }.onDisappear { seen("gone") } }
                Button("None") { count = 0 }
            }
            .onChange(of: count) { before, now in seen("\(before) to \(now)") }
        }
    }

    @Test("a view keeps its state, is told of changes, and comes and goes once")
    func kept() {
        var seen: [String] = []
        let screen = Mounted(Counter { seen.append($0) })
        #expect(screen.elements.map(\.label) == ["0", "More", "None"])
        screen.tap("More")
        screen.tap("More")
        #expect(screen.elements.map(\.label) == ["2", "More", "many", "None"])
        screen.tap("None")
        #expect(screen.elements.map(\.label) == ["0", "More", "None"])
        #expect(seen == ["0 to 1", "appeared", "1 to 2", "gone", "2 to 0"] || seen == ["0 to 1", "1 to 2", "appeared", "gone", "2 to 0"])
    }

    private struct Lent: View {
        @Environment(\.locale) private var locale
        @Environment(\.isEnabled) private var enabled

        var body: some View { Text("\(locale.identifier) \(enabled)") }
    }

    @Test("surroundings reach what stands in them and nothing beside")
    func surroundings() {
        let node = rendered(
            VStack {
                Lent().environment(\.locale, Locale(identifier: "de_DE")).disabled(true)
                Lent()
            })
        #expect(node.elements.map(\.label) == ["de_DE false", "en_GB true"])
    }

    @Test("a button reads as its words, a label in their place, and what is hidden not at all")
    func read() {
        let node = rendered(
            VStack {
                Button(action: {}) {
                    Image(systemName: "star").accessibilityHidden(true)
                    Text("one")
                    Text("two")
                }
                Button("short") {}.accessibilityLabel("the long name").disabled(true)
                Image(systemName: "star")
                Text("no").accessibilityHidden(true)
                HStack {
                    Text("a").accessibilityAddTraits(.isHeader)
                    Text("b")
                }.accessibilityElement(children: .combine)
                HStack { Text("c") }.accessibilityElement(children: .contain).accessibilityLabel("around")
            })
        #expect(node.elements.map(\.label) == ["one, two", "the long name", "", "a, b", "c"])
        #expect(node.elements.map(\.enabled) == [true, false, true, true, true])
        #expect(node.elements[3].traits.contains(.isHeader))
        #expect(node.elements[4].containers == ["around"])
    }

    private struct Typed: View {
        @State private var text = ""

        var body: some View {
            TextField("Name", text: $text)
            Text("[\(text)]")
        }
    }

    @Test("what is typed goes through the binding")
    func typed() {
        let screen = Mounted(Typed())
        #expect(screen.type("abc", into: "Name"))
        #expect(screen.elements.map { $0.value ?? $0.label } == ["abc", "[abc]"])
        #expect(!screen.type("abc", into: "Other"))
    }

    private struct Dated: View {
        @State private var date = Date(timeIntervalSince1970: 0)

        var body: some View {
            DatePicker("Day", selection: $date, displayedComponents: [.date])
            Text("\(date.timeIntervalSince1970)")
        }
    }

    @Test("a calendar shows and takes days by the zone that stands around it")
    func dated() throws {
        let west = try #require(TimeZone(secondsFromGMT: -8 * 3600))
        let screen = Mounted(Dated(), in: .model { $0.timeZone = west })
        // 1 January 1970, 00:00 in UTC, is 16:00 of the day before there.
        #expect(screen.elements.map { $0.value ?? $0.label } == ["1969-12-31", "0.0"])
        #expect(screen.type("1970-01-02", into: "Day"))
        #expect(screen.elements.map { $0.value ?? $0.label } == ["1970-01-02", "172800.0"])
    }

    private struct Stack: View {
        @State private var path: [Int] = []

        var body: some View {
            NavigationStack(path: $path) {
                Button("on") { path.append(7) }
                    .navigationTitle("root")
                    .navigationDestination(for: Int.self) { at in
                        Button("further") { path.append(at + 1) }.navigationTitle("at \(at)")
                    }
            }
        }
    }

    @Test("a stack shows what stands on it last, and its way back")
    func stacked() {
        let screen = Mounted(Stack())
        #expect(screen.elements.map(\.label) == ["root", "on"])
        screen.tap("on")
        screen.tap("further")
        #expect(screen.elements.map(\.label) == ["system.back", "at 8", "further"])
        screen.tap("system.back")
        #expect(screen.elements.map(\.label) == ["system.back", "at 7", "further"])
    }
}
