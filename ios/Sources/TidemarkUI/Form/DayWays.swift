//! Ways to a day beside typing it: today, and a calendar. The day that is taken is the one that was tapped, whatever the zone and the
//! calendar of the phone: those of the picker are fixed.

import SwiftUI
import TidemarkLogic

/// Ways to a day beside typing it, under its field.
struct DayWays: View {
    private let label: String
    private let text: String
    private let today: String
    private let put: @MainActor (String) -> Void
    /// The day on which the calendar stands, in UTC; none while it is shut.
    @State private var open: Date?
    @Environment(\.words) private var words

    init(_ label: String, _ text: String, today: String, _ put: @escaping @MainActor (String) -> Void) {
        self.label = label
        self.text = text
        self.today = today
        self.put = put
    }

    var body: some View {
        let strings = words.strings
        Flow(spacing: 16) {
            if text != today { WayOut(strings.recordsToday()) { take(today) } }
            if open == nil, let day = words.typed(text) ?? words.typed(today) {
                WayOut(strings.recordsCalendar(), spoken: strings.recordsCalendarOf(label: label)) { open = day }
            }
        }
        if let day = open {
            DayCalendar(label, day, move: { open = $0 }, take: { take(Words.iso.string(from: day)) }, leave: { open = nil })
        }
    }

    private func take(_ day: String) {
        open = nil
        put(day)
    }
}

/// A calendar that stands on a day, in UTC, until one is taken.
struct DayCalendar: View {
    private let label: String
    private let day: Date
    private let move: @MainActor (Date) -> Void
    private let take: @MainActor () -> Void
    private let leave: @MainActor () -> Void
    @Environment(\.words) private var words

    init(
        _ label: String, _ day: Date, move: @escaping @MainActor (Date) -> Void, take: @escaping @MainActor () -> Void,
        leave: @escaping @MainActor () -> Void
    ) {
        self.label = label
        self.day = day
        self.move = move
        self.take = take
        self.leave = leave
    }

    var body: some View {
        let strings = words.strings
        Card {
            DatePicker(strings.recordsCalendarOf(label: label), selection: chosen, displayedComponents: [.date])
                .datePickerStyle(.graphical)
                .labelsHidden()
                .frame(minHeight: target)
                .environment(\.calendar, words.calendar)
                .environment(\.timeZone, Words.utc)
                .privacySensitive()
            Flow {
                Deed(strings.recordsCalendarTake(), wide: false, take)
                Deed(strings.appCancel(), wide: false, leave)
            }
        }
    }

    private var chosen: Binding<Date> {
        let (day, move) = (day, move)
        return Binding(get: { @MainActor in day }, set: { @MainActor in move($0) })
    }
}
