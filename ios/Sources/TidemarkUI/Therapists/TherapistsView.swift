//! The massage therapists with what was asked of each; without any, the questions to ask first. No stars, no ranking.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Massage therapists over an open diary.
struct TherapistsScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, therapistsFeature(env)) { state, send in
            Shell(words.strings.therapistsTitle(), go) { TherapistsView(state, send, go) }
        }
    }
}

/// The massage therapists with what was asked of each.
public struct TherapistsView: View {
    private let state: TherapistsState
    private let send: Send<TherapistsEvent>
    private let go: Go
    @Environment(\.words) private var words

    public init(_ state: TherapistsState, _ send: @escaping Send<TherapistsEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let therapists = state.therapists { list(therapists) } else { NotRead(state.problem) { send(.shown) } }
    }

    @ViewBuilder
    private func list(_ therapists: [Therapist]) -> some View {
        let strings = words.strings
        if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
        if therapists.isEmpty {
            Told(strings.therapistsEmpty())
            FirstDeed(strings.therapistsAdd()) { go.to(.records(kind: "therapist")) }
        } else {
            SwitchRow(strings.therapistsTraumaInformed(), on: state.traumaInformed) { send(.traumaInformedOnly($0)) }
            if state.listed.isEmpty { Told(strings.therapistsNoneListed()) }
            ForEach(state.listed, id: \.id) { therapist in
                TherapistCard(therapist) { go.to(.checklist(therapistId: therapist.id)) }
            }
            Aside(strings.therapistsNoGrade())
            Deed(strings.therapistsEdit()) { go.to(.records(kind: "therapist")) }
        }
        Section(strings.therapistsPage(), about: strings.therapistsPageAll()) {
            SheetWays(state.out, look: { go.to(.sheetPreview(sheet: .questions(therapistId: nil))) }) { send(.went($0)) }
        }
        Section(strings.therapistsQuestions()) {
            ForEach(Array(state.questions.enumerated()), id: \.offset) { at, ask in
                ReadLine(strings.therapistsNumbered(number: "\(at + 1)", question: ask.question))
            }
        }
    }
}

/// A line of text to read.
struct ReadLine: View {
    private let text: String
    @Environment(\.inks) private var inks

    init(_ text: String) { self.text = text }

    var body: some View { Text(text).font(.body).foregroundStyle(inks.onSurface.colour) }
}

private struct TherapistCard: View {
    private let therapist: Therapist
    private let open: @MainActor () -> Void
    @Environment(\.words) private var words

    init(_ therapist: Therapist, _ open: @escaping @MainActor () -> Void) {
        self.therapist = therapist
        self.open = open
    }

    var body: some View {
        Tap(open) {
            Card {
                Heading(words.called(therapist))
                ReadLine(words.asked(therapist))
                if let credential = words.credential(therapist) { Aside(credential) }
            }
            .frame(minHeight: target)
        }
        .accessibilityHint(words.strings.therapistsOpen(name: therapist.name))
    }
}
