//! Before a session: the pads, what is agreed, the card, and the start.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// How many minutes ago a session may have begun, one tap each.
private let ago = [5, 10, 15, 20, 30, 45]

/// What is agreed, in the order of its rows.
private let asked: [BeforeState.Choice] = [.style, .pressure, .minutes, .areas, .needs, .oils]

/// Before a session: the pads, what is agreed, the card, and the start.
public struct BeforeView: View {
    private let state: BeforeState
    private let send: Send<BeforeEvent>
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words

    public init(_ state: BeforeState, _ send: @escaping Send<BeforeEvent>, _ now: @escaping @Sendable () -> Moment) {
        self.state = state
        self.send = send
        self.now = now
    }

    public var body: some View {
        if let choices = state.choices {
            if state.card { CardView(choices) { send(.cardShown(on: false)) } } else { told(choices) }
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }

    @ViewBuilder
    private func told(_ choices: SessionChoices) -> some View {
        let strings = words.strings
        Section(strings.sessionRightNow()) { PhasePads(state.ratings, { send(.ofRating($0)) }, now) }
        Section(strings.sessionAgreed()) {
            ChoicesForm(choices, open: state.open, parts: asked, ask: { send(.opened($0)) }, choose: { send(.chosen($0)) })
            if state.asksDoses { DosesRow(state, choices, send, now) }
            Begun(state, send)
            if !state.allergies.isEmpty {
                Card { Told(strings.sessionAllergies(list: state.allergies.map { words.allergy($0) }.joined(separator: ", "))) }
            }
            if !state.apart.isEmpty {
                Card { ForEach(Array(state.apart.enumerated()), id: \.offset) { _, sentence in Told(sentence) } }
            }
            Deed(strings.sessionShowCard(), wide: false) { send(.cardShown(on: true)) }
        }
        if let problem = state.problem { ProblemCard(problem) }
        FirstDeed(strings.sessionStart(), enabled: state.canStart) { send(.startAsked) }
        if choices.style == nil { Aside(strings.sessionChooseStyle()) }
        Flow {
            Deed(strings.sessionOverAlready(), wide: false) { send(.overAlready) }
            Deed(strings.sessionKeep(), wide: false) { send(.keepAsked) }
            if state.sessionId != nil { Deed(strings.sessionRemove(), wide: false) { send(.removeAsked) } }
        }
    }
}

/// That it has begun already, and whether the ratings are from memory then.
private struct Begun: View {
    private let state: BeforeState
    private let send: Send<BeforeEvent>
    @Environment(\.words) private var words

    init(_ state: BeforeState, _ send: @escaping Send<BeforeEvent>) {
        self.state = state
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        if state.open == .begin {
            Card {
                Heading(strings.sessionBegunAsk())
                // None stands for the first choice, which is chosen until another one is.
                Choices(strings.sessionBegunAsk(), ([nil] + ago).map { ($0, said($0)) }, chosen: .some(state.begunMin)) {
                    send(.begun(minutesAgo: $0))
                }
                Deed(strings.sessionClose(), wide: false) { send(.opened(nil)) }
            }
        } else {
            ValueRow(strings.sessionBegun(), said(state.begunMin), hint: strings.sessionBegunAsk()) { send(.opened(.begin)) }
            Divider()
        }
        if state.begunMin != nil { FromMemory(state.fromMemory) { send(.fromMemory($0)) } }
    }

    private func said(_ minutes: Int?) -> String { minutes.map { words.strings.sessionBegunAgo(n: $0) } ?? words.strings.sessionBegunNow() }
}

/// Whether ratings are from memory; asked, never guessed.
struct FromMemory: View {
    private let chosen: Bool?
    private let choose: @MainActor (Bool) -> Void
    @Environment(\.words) private var words

    init(_ chosen: Bool?, _ choose: @escaping @MainActor (Bool) -> Void) {
        self.chosen = chosen
        self.choose = choose
    }

    var body: some View {
        let strings = words.strings
        VStack(alignment: .leading, spacing: 8) {
            Told(strings.sessionMemoryAsk())
            Choices(
                strings.sessionMemoryAsk(), [(true, strings.sessionMemoryYes()), (false, strings.sessionMemoryNo())], chosen: chosen, choose)
        }
    }
}
