//! Two ratings of each measure side by side: numbers and the direction of the scale, no arrow, no colour, no praise.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Two ratings of each measure side by side.
struct SidesTable: View {
    private let sides: [AfterState.Side]
    private let before: PhaseRead?
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ sides: [AfterState.Side], _ before: PhaseRead?) {
        self.sides = sides
        self.before = before
    }

    var body: some View {
        Section(words.strings.sessionSides(), about: about) {
            ForEach(sides, id: \.measure) { side in
                line(side)
                Divider()
            }
        }
    }

    private var about: String? {
        let notes = [
            before?.recalled == true ? words.strings.sessionRecalled() : nil, before?.inWindow == false ? words.strings.sessionOutside() : nil,
        ].compactMap { $0 }
        return notes.isEmpty ? nil : "\(words.strings.sessionBefore()): \(notes.joined(separator: ", "))"
    }

    private func line(_ side: AfterState.Side) -> some View {
        let (first, second) = (words.answer(side.question, side.before), words.answer(side.question, side.after))
        return VStack(alignment: .leading, spacing: 2) {
            Ends {
                Text(side.question.label).font(.body).foregroundStyle(inks.onSurface.colour)
            } last: {
                Text(verbatim: "\(words.strings.sessionBefore()) \(first)   \(words.strings.sessionAfter()) \(second)").font(.body).foregroundStyle(
                    inks.onSurface.colour)
            }
            Aside(words.direction(side.question.direction))
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(words.strings.sessionSideLine(label: side.question.label, before: first, after: second))
    }
}
