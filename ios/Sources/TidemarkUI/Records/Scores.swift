//! The single scores of a questionnaire by their numbers, when the person wants to write them down. Its questions are not here.

import SwiftUI
import TidemarkLogic

/// The single scores of a questionnaire.
struct Scores: View {
    private let form: RecordForm
    private let send: Send<RecordsEvent>
    @Environment(\.words) private var words

    init(_ form: RecordForm, _ send: @escaping Send<RecordsEvent>) {
        self.form = form
        self.send = send
    }

    var body: some View {
        if let of = form.questionnaire, let count = of.items {
            let strings = words.strings
            TickRow(strings.recordsScores(), ticked: form.scored) { send(.scoresAsked($0)) }
            if form.scored {
                let given = scores(form.texts["items"] ?? "")
                Aside(strings.recordsScoresAbout())
                ForEach(Array(1...count), id: \.self) { number in
                    let label = strings.recordsQuestion(number: "\(number)")
                    let faces: [(Int?, String)] = (0...of.highest).map { ($0, "\($0)") } + [(nil, strings.appNotSet())]
                    Labelled(label) { Choices(label, faces, chosen: .some(given[number])) { send(.scored(number: number, $0)) } }
                }
                if !given.isEmpty { Told(strings.recordsSumSoFar(sum: "\(given.values.reduce(0, +))")) }
                if let broken = form.broken["items"] { Told(strings.broken(broken), wrong: true) }
            }
        }
    }
}
