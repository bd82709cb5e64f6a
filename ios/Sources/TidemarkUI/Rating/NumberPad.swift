//! For scales of more than eleven steps: one step down or up, or a typed number. Nothing is saved before "Set".

import SwiftUI
import TidemarkLogic

/// One step down or up, or a typed number; `Set` gives it.
struct NumberPad: View {
    private let question: Question
    private let give: @MainActor (Answer) -> Void
    /// None while nothing was typed here: then what is on disk stands.
    @State private var typed: String?
    private let given: Int64?
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ question: Question, _ answer: Answer?, _ give: @escaping @MainActor (Answer) -> Void) {
        self.question = question
        self.give = give
        given = answer?.milli
    }

    var body: some View {
        let strings = words.strings
        let text = typed ?? given.map { words.number($0) } ?? ""
        let number = question.typed(text)
        Flow {
            Deed("−", spoken: strings.ratingLess(label: question.label), wide: false) { move(from: number, by: -1) }
            Input(
                question.label, text, broken: !text.trimmingCharacters(in: .whitespaces).isEmpty && number == nil,
                // The pad of digits has no minus.
                keyboard: question.minMilli < 0 ? .numbersAndPunctuation : .decimalPad
            ) { typed = $0 }
            .frame(minWidth: 96, maxWidth: 140)
            Deed("+", spoken: strings.ratingMore(label: question.label), wide: false) { move(from: number, by: 1) }
            Deed(strings.ratingSet(), enabled: number != nil, wide: false) { if let number { give(.recorded(milli: number)) } }
            WayOut(strings.ratingSkip()) { give(.skipped) }
        }
    }

    private func move(from number: Int64?, by steps: Int64) { typed = words.number(question.stepped(from: number, by: steps)) }
}
