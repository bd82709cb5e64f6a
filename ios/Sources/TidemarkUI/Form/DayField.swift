//! A day, or a day and a time, typed or taken from a calendar.

import SwiftUI
import TidemarkLogic

/// A day, typed; under it the same day in words, so that a slip is seen.
public struct DayField: View {
    private let label: String
    private let text: String
    private let today: String
    private let broken: String?
    private let put: @MainActor (String) -> Void
    @Environment(\.words) private var words

    public init(_ label: String, _ text: String, today: String, broken: String? = nil, _ put: @escaping @MainActor (String) -> Void) {
        self.label = label
        self.text = text
        self.today = today
        self.broken = broken
        self.put = put
    }

    public var body: some View {
        let said = words.typedDay(text) ?? words.strings.recordsDayFormat()
        Labelled(label, hint: said, broken: broken) {
            Input(label, text, hint: broken ?? said, broken: broken != nil, keyboard: .numbersAndPunctuation, put)
            DayWays(label, text, today: today, put)
        }
    }
}

/// A day and a time of the clock, typed as `YYYY-MM-DD hh:mm`.
public struct MomentField: View {
    private let label: String
    private let text: String
    private let today: String
    private let broken: String?
    private let put: @MainActor (String) -> Void
    @Environment(\.words) private var words

    public init(_ label: String, _ text: String, today: String, broken: String? = nil, _ put: @escaping @MainActor (String) -> Void) {
        self.label = label
        self.text = text
        self.today = today
        self.broken = broken
        self.put = put
    }

    public var body: some View {
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (day, time) = (parts.first ?? "", parts.dropFirst().first ?? "")
        let strings = words.strings
        let said = words.typedDay(day) ?? "\(strings.recordsDayFormat()). \(strings.recordsTimeFormat())"
        Labelled(label, hint: said, broken: broken) {
            Input(strings.recordsDayOf(label: label), day, hint: broken ?? said, broken: broken != nil, keyboard: .numbersAndPunctuation) {
                put(joined($0, time))
            }
            Input(strings.recordsTimeOf(label: label), time, broken: broken != nil, keyboard: .numbersAndPunctuation) { put(joined(day, $0)) }
            DayWays(label, day, today: today) { put(joined($0, time)) }
        }
    }

    private func joined(_ day: String, _ time: String) -> String {
        // A time alone keeps its place: without the space it would be read back as the day.
        "\(day)\(time)".allSatisfy(\.isWhitespace) ? "" : time.isEmpty ? day : "\(day) \(time)"
    }
}

extension Words {
    /// A typed day in words; none while it is no day.
    fileprivate func typedDay(_ text: String) -> String? {
        typed(text) == nil ? nil : dayAndYear(LogicalDate(text.trimmingCharacters(in: .whitespaces)))
    }
}
