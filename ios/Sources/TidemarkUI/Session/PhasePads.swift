//! The pads of one phase: the open one, a row for each other, and the line that says what is on disk.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The pads of one phase.
struct PhasePads: View {
    private let ratings: PhaseRatings
    private let send: Send<RatingEvent>
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words
    @Environment(\.accessibilityVoiceOverEnabled) private var voiceOver

    init(_ ratings: PhaseRatings, _ send: @escaping Send<RatingEvent>, _ now: @escaping @Sendable () -> Moment) {
        self.ratings = ratings
        self.send = send
        self.now = now
    }

    var body: some View {
        ForEach(ratings.questions, id: \.measure) { question in
            PadOrRow(
                question, ratings.given(question.measure)?.answer, open: ratings.open == question.measure,
                give: { send(.rated(question.measure, $0, at: now())) }, ask: { send(.padOpened(question.measure)) })
            Divider()
        }
        // What opens by itself takes the voice along.
        line.onChange(of: voiceOver, initial: true) { _, on in if on == ratings.advances { send(.screenReader(on: on)) } }
        if ratings.outOfWindow { Aside(words.strings.sessionOutOfWindow()) }
    }

    @ViewBuilder
    private var line: some View {
        switch ratings.line {
        case .empty: Told(words.strings.sessionEachSaves())
        case .saving: Told(words.strings.sessionSaving(), result: true)
        case .saved: Told(words.strings.sessionSaved(), result: true)
        case .notSaved(let problem):
            ProblemCard(problem) { send(.triedAgain) }
            if problem == .storageFull { Told(words.strings.sessionNumberWaits()) }
        }
    }
}
