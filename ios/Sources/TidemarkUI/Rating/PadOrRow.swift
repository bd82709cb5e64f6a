//! A question among others: its pad when it is open, else a row with its answer.

import SwiftUI
import TidemarkLogic

/// A question among others: its pad when it is open, else a row with its answer that opens it.
struct PadOrRow: View {
    private let question: Question
    private let answer: Answer?
    private let open: Bool
    private let give: @MainActor (Answer) -> Void
    private let ask: @MainActor () -> Void
    @Environment(\.words) private var words

    init(
        _ question: Question, _ answer: Answer?, open: Bool, give: @escaping @MainActor (Answer) -> Void,
        ask: @escaping @MainActor () -> Void
    ) {
        self.question = question
        self.answer = answer
        self.open = open
        self.give = give
        self.ask = ask
    }

    var body: some View {
        if open {
            Card { RatingPad(question, answer, give) }
        } else {
            let act = answer == nil ? words.strings.ratingRate() : words.strings.ratingChange()
            ValueRow(
                question.label, answer.map { words.shown(question, $0) } ?? "–", act: act,
                spoken: "\(words.spoken(question, answer)), \(act)", open: ask)
        }
    }
}
