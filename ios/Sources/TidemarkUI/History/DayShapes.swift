//! Which shapes stand on a day? The shape says it, the colour is the same for all. A screen reader hears the day's words instead.

import SwiftUI
import TidemarkBindings

/// A disc, a half disc or a ring; nothing on a day without entries.
struct MarkShape: View {
    let mark: DayMark

    var body: some View {
        switch mark {
        case .full: DayShape("circle.fill", \.primary)
        case .half: DayShape("circle.lefthalf.filled", \.primary)
        case .ring: DayShape("circle", \.primary)
        case .blank: Color.clear.frame(width: dayShape, height: dayShape).accessibilityHidden(true)
        }
    }
}

/// A full triangle for a session that took place, an open one for a planned session.
struct SessionShape: View {
    let tookPlace: Bool

    var body: some View { DayShape(tookPlace ? "triangle.fill" : "triangle", \.tertiary) }
}

/// A small open square for a visit, a practice, a questionnaire or a hard moment.
struct OtherShape: View {
    var body: some View { DayShape("square", \.onSurfaceVariant) }
}

/// What stands on a day beside its check-ins.
struct OtherShapes: View {
    let day: MonthDay

    var body: some View {
        if day.sessions > 0 {
            SessionShape(tookPlace: true)
        } else if day.planned > 0 {
            SessionShape(tookPlace: false)
        }
        if day.others > 0 { OtherShape() }
    }
}

private let dayShape: CGFloat = 12

private struct DayShape: View {
    let symbol: String
    let ink: KeyPath<Inks, Ink>
    @Environment(\.inks) private var inks

    init(_ symbol: String, _ ink: KeyPath<Inks, Ink>) {
        self.symbol = symbol
        self.ink = ink
    }

    var body: some View {
        Image(systemName: symbol).resizable().frame(width: dayShape, height: dayShape).foregroundStyle(inks[keyPath: ink].colour)
            .accessibilityHidden(true)
    }
}
