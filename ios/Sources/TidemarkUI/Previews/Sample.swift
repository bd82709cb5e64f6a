//! What previews are made of: a made-up evening, and questions with their scales. Xcode shows them, and the tests walk each.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    /// What previews are made of.
    enum Sample {
        /// 24 November 2026, 21:04 in Berlin.
        static let evening = Moment(epochMs: 1_795_550_640_000, offsetS: 3600, zoneId: "Europe/Berlin")
        static let now: @Sendable () -> Moment = { evening }
        static let today = LogicalDate("2026-11-24")

        static let stress = question("stress", "Stress", .higherWorse, "none at all", "the most I can imagine")
        static let mood = question("mood", "Mood", .higherBetter, "very low", "very good")
        static let energy = question("energy", "Energy", .higherBetter, "worn out", "full of energy")
        static let hours = Question(
            measure: MeasureId("sleep_duration"), label: "Hours of sleep", direction: .neutral, minMilli: 0, maxMilli: 24_000,
            stepMilli: 250, anchorLow: nil, anchorHigh: nil, unit: .hour)

        static func question(_ id: String, _ label: String, _ direction: Direction, _ low: String, _ high: String) -> Question {
            Question(
                measure: MeasureId(id), label: label, direction: direction, minMilli: 0, maxMilli: 10_000, stepMilli: 1000,
                anchorLow: low, anchorHigh: high, unit: .score)
        }

        static func number(_ value: Int64) -> Answer { .recorded(milli: value * 1000) }

        static func minutes(_ minutes: Int64, after moment: Moment = evening) -> Moment {
            Moment(epochMs: moment.epochMs + minutes * 60_000, offsetS: moment.offsetS, zoneId: moment.zoneId)
        }

        /// What comes of events, one after another, without any effect.
        static func state<State, Event, Effect>(
            _ first: State, _ reduce: (State, Event) -> TidemarkLogic.Next<State, Effect>, _ events: Event...
        ) -> State {
            events.reduce(first) { reduce($0, $1).state }
        }
    }

    /// One state of a screen in its shell, under a name.
    struct Pictured<Content: View>: View {
        private let name: String
        private let title: (Words) -> String
        private let help: Bool
        private let content: Content
        @Environment(\.words) private var words

        init(_ name: String, help: Bool = true, title: @escaping (Words) -> String, @ViewBuilder content: () -> Content) {
            self.name = name
            self.help = help
            self.title = title
            self.content = content()
        }

        var body: some View {
            NavigationStack { Shell(title(words), .nowhere, help: help) { content } }.previewDisplayName(name)
        }
    }

    /// The same state in the looks that change most: the largest letters, from right to left, dark.
    struct Looks<Content: View>: View {
        private let content: (String) -> Content

        init(@ViewBuilder _ content: @escaping (String) -> Content) { self.content = content }

        var body: some View {
            content("Filled")
            content("Filled, largest letters").dynamicTypeSize(.accessibility5)
            content("Filled, right to left").environment(\.layoutDirection, .rightToLeft)
            content("Filled, dark").preferredColorScheme(.dark)
        }
    }
#endif
