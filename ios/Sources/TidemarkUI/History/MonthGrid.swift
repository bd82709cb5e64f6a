//! How does a month look as a calendar? Rows of seven days, each spoken in full; and the same days as a list.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

struct MonthGrid: View {
    let page: MonthPage
    let open: @MainActor (LogicalDate) -> Void

    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    var body: some View {
        VStack(spacing: 2) {
            HStack(spacing: 0) {
                ForEach(Array(words.weekdays().enumerated()), id: \.offset) { _, weekday in
                    Text(weekday.short).font(.caption).foregroundStyle(inks.onSurfaceVariant.colour).frame(maxWidth: .infinity)
                        .accessibilityLabel(weekday.full)
                }
            }
            ForEach(Array(page.rows(after: words.placesBefore(page.month)).enumerated()), id: \.offset) { _, week in
                HStack(spacing: 0) {
                    ForEach(Array(week.enumerated()), id: \.offset) { _, day in
                        if let day {
                            DayCell(page: page, day: day, open: open)
                        } else {
                            Color.clear.frame(maxWidth: .infinity, maxHeight: 1).accessibilityHidden(true)
                        }
                    }
                }
            }
        }
        // Seven columns have no room for the largest letters: the list beside the calendar has them.
        .dynamicTypeSize(...DynamicTypeSize.xxxLarge)
    }
}

extension MonthPage {
    /// The days in weeks, with as many empty places before the first as are given.
    fileprivate func rows(after blank: Int) -> [[MonthDay?]] {
        let places: [MonthDay?] = Array(repeating: nil, count: blank) + days
        return stride(from: 0, to: places.count, by: 7).map { first in
            let week = Array(places.dropFirst(first).prefix(7))
            return week + Array(repeating: nil, count: 7 - week.count)
        }
    }
}

private struct DayCell: View {
    let page: MonthPage
    let day: MonthDay
    let open: @MainActor (LogicalDate) -> Void

    @Environment(\.words) private var words

    @Environment(\.inks) private var inks

    var body: some View {
        let spoken = words.spoken(day, today: page.today)
        if page.opens(day) {
            Tap({ open(LogicalDate(day.day)) }) { face }.accessibilityLabel(spoken)
        } else {
            face.opacity(0.6).accessibilityElement(children: .ignore).accessibilityLabel(spoken)
        }
    }

    private var face: some View {
        let today = day.day == page.today.iso
        return VStack(spacing: 4) {
            Text(words.whole(Int(day.day.suffix(2)) ?? 0)).font(.body).fontWeight(today ? .bold : .regular)
                .foregroundStyle(inks.onSurface.colour)
            HStack(spacing: 2) {
                if day.mark != .blank { MarkShape(mark: day.mark) }
                OtherShapes(day: day)
            }
            .frame(minHeight: 12)
        }
        .padding(.vertical, 6)
        .frame(maxWidth: .infinity, minHeight: 56)
        .overlay { RoundedRectangle(cornerRadius: 10).strokeBorder(today ? inks.primary.colour : .clear, lineWidth: 2) }
    }
}

/// The same days as a list: for whoever reads by ear, by keyboard or with large letters.
struct DayList: View {
    let page: MonthPage
    let open: @MainActor (LogicalDate) -> Void

    @Environment(\.words) private var words

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            ForEach(page.listed, id: \.day) { day in
                Tap({ open(LogicalDate(day.day)) }) { row(day) }
                    .accessibilityLabel(words.spoken(day, today: page.today))
                Divider()
            }
        }
    }

    private func row(_ day: MonthDay) -> some View {
        HStack(spacing: 12) {
            MarkShape(mark: day.mark)
            VStack(alignment: .leading, spacing: 2) {
                Text(words.day(LogicalDate(day.day))).font(.body)
                Aside(words.held(day, today: page.today))
            }
            Spacer(minLength: 0)
            OtherShapes(day: day)
        }
        .padding(.vertical, 10)
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}
