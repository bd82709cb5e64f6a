//! Which shapes stand in a chart and in its legend? One drawing for both, so that a sign means what it says. Shape tells them apart;
//! colour only helps.

import SwiftUI

/// A value: a dot when it was written in time, a ring when later, a square by somebody else.
struct PointSign: View {
    let shape: PointShape
    var size: CGFloat = 8
    @Environment(\.inks) private var inks

    var body: some View {
        Group {
            switch shape {
            case .dot: Circle().fill(inks.primary.colour)
            case .ring:
                // Filled with the ground, so that no line is seen in it.
                Circle().fill(inks.background.colour).overlay { Circle().strokeBorder(inks.primary.colour, lineWidth: 1.5) }
            case .square: Rectangle().fill(inks.primary.colour)
            }
        }
        .frame(width: size, height: size)
    }
}

/// The median of a week on the bar of its middle half.
struct WeekSign: View {
    @Environment(\.inks) private var inks

    var body: some View {
        ZStack {
            Rectangle().fill(inks.primary.colour).frame(width: 2, height: 14)
            PointSign(shape: .dot, size: 6)
        }
    }
}

/// The level in its band.
struct LevelSign: View {
    @Environment(\.inks) private var inks

    var body: some View {
        ZStack {
            Rectangle().fill(inks.primaryContainer.colour)
            Rectangle().fill(inks.onSurfaceVariant.colour).frame(height: 2.5)
        }
        .frame(width: 18, height: 12)
    }
}

/// Days without a value, between dashed edges.
struct GapSign: View {
    @Environment(\.inks) private var inks

    var body: some View {
        Rectangle().fill(inks.surfaceContainer.colour)
            .overlay { Rectangle().strokeBorder(inks.outline.colour, style: dashes) }
            .frame(width: 18, height: 12)
    }
}

/// How the edges of a gap are drawn.
let dashes = StrokeStyle(lineWidth: 1, dash: [2, 2])

/// A session under the axis.
struct SessionSign: View {
    @Environment(\.inks) private var inks

    var body: some View {
        Image(systemName: "triangle.fill").resizable().frame(width: 8, height: 8).foregroundStyle(inks.onSurfaceVariant.colour)
    }
}

/// The letter of a medicine that changed, or of an event.
struct LetterSign: View {
    let letter: String
    @Environment(\.inks) private var inks

    init(_ letter: String) { self.letter = letter }

    var body: some View { Text(letter).font(.caption).foregroundStyle(inks.tertiary.colour) }
}

/// A sign of a legend and what it means; only its words are read.
struct Sign<Face: View>: View {
    private let text: String
    private let face: Face
    @Environment(\.inks) private var inks

    init(_ text: String, @ViewBuilder face: () -> Face) {
        self.text = text
        self.face = face()
    }

    var body: some View {
        HStack(spacing: 8) {
            face.frame(minWidth: 18).accessibilityHidden(true)
            Text(text).font(.footnote).foregroundStyle(inks.onSurface.colour)
        }
    }
}
