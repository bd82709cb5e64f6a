//! Takes one rating. No value stands before the person chose one: where a slider starts pulls the answer.

import SwiftUI
import TidemarkLogic

/// Takes one rating. A scale of up to eleven steps is a group of cells, laid out by width and font size; a longer one is a stepper
/// with a typed number.
public struct RatingPad: View {
    private let question: Question
    private let answer: Answer?
    private let give: @MainActor (Answer) -> Void
    @Environment(\.words) private var words

    public init(_ question: Question, _ answer: Answer?, _ give: @escaping @MainActor (Answer) -> Void) {
        self.question = question
        self.answer = answer
        self.give = give
    }

    public var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            PadHead(question)
            pad.accessibilityElement(children: .contain).accessibilityLabel(words.spoken(question, answer))
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }

    @ViewBuilder
    private var pad: some View {
        if let steps = question.cells {
            PadCells(question, steps, answer, give)
        } else {
            // What was typed belongs to what is on disk: another answer begins anew.
            NumberPad(question, answer, give).id(answer)
        }
    }
}

private struct PadHead: View {
    private let question: Question
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ question: Question) { self.question = question }

    var body: some View {
        Ends {
            Text(question.label).font(.headline).foregroundStyle(inks.onSurface.colour).accessibilityAddTraits(.isHeader)
        } last: {
            Aside(words.direction(question.direction))
        }
        Ends {
            if let low = words.anchor(question, question.minMilli) { Text(low).font(.subheadline).foregroundStyle(inks.onSurface.colour) }
        } last: {
            if let high = words.anchor(question, question.maxMilli) { Text(high).font(.subheadline).foregroundStyle(inks.onSurface.colour) }
        }
    }
}
