//! A time of day that is moved by half hours; nothing is dragged.

import SwiftUI

/// Minutes in one step.
private let step = 30
private let day = 24 * 60

/// A time of day that is moved by half hours within `range`, at whose ends a button is off; without one it goes round midnight. A
/// button is off beside the time that is `taken` too. `of` names what is moved to a screen reader; `text` is left out where it
/// stands nearby.
public struct ClockSteps: View {
    private let of: String
    private let text: String?
    private let minutes: Int
    private let range: ClosedRange<Int>?
    private let taken: Int?
    private let put: @MainActor (Int) -> Void
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    public init(
        of: String, text: String?, minutes: Int, range: ClosedRange<Int>? = nil, taken: Int? = nil,
        _ put: @escaping @MainActor (Int) -> Void
    ) {
        self.of = of
        self.text = text
        self.minutes = minutes
        self.range = range
        self.taken = taken
        self.put = put
    }

    public var body: some View {
        let strings = words.strings
        let (earlier, later) = (moved(by: -step), moved(by: step))
        Flow {
            if let text { Text(text).font(.headline).foregroundStyle(inks.onSurface.colour).spoken(text) }
            Deed(strings.settingsEarlier(), spoken: strings.settingsEarlierOf(what: of), enabled: takes(earlier), wide: false) {
                put(earlier)
            }
            Deed(strings.settingsLater(), spoken: strings.settingsLaterOf(what: of), enabled: takes(later), wide: false) { put(later) }
        }
    }

    private func moved(by step: Int) -> Int { range == nil ? (minutes + step + day) % day : minutes + step }

    private func takes(_ minutes: Int) -> Bool { range?.contains(minutes) != false && minutes != taken }
}

/// Times of a day that the person moves, in minutes after midnight: where a reminder begins, and how far each may go.
enum DayTimes {
    static let firstReminder = 20 * 60 + 30
    static let latestDayEnd = 12 * 60
}
