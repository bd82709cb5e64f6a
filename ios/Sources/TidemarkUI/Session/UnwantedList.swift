//! Effects nobody wanted, how strong something was, and what is on disk of what was told.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Effects to tick, and how strong the one ticked last is; Skip leaves that open.
struct UnwantedList: View {
    private let unwanted: [Unwanted]
    private let open: String?
    private let tap: @MainActor (String) -> Void
    private let strength: @MainActor (String, Int?) -> Void
    @Environment(\.words) private var words

    init(
        _ unwanted: [Unwanted], open: String?, tap: @escaping @MainActor (String) -> Void,
        strength: @escaping @MainActor (String, Int?) -> Void
    ) {
        self.unwanted = unwanted
        self.open = open
        self.tap = tap
        self.strength = strength
    }

    var body: some View {
        let strings = words.strings
        Ticks(
            strings.sessionUnwanted(), unwantedKinds.map { ($0, name($0)) }, ticked: { kind in unwanted.contains { $0.kind == kind } }
        ) { kind, _ in tap(kind) }
        if let asked = unwanted.first(where: { $0.kind == open }) {
            StrengthPad(strings.sessionStrength(effect: name(asked.kind)), asked.strength) { strength(asked.kind, $0) }
        }
        ForEach(unwanted.filter { $0.strength != nil && $0.kind != open }, id: \.kind) { Aside(words.effect($0)) }
    }

    private func name(_ kind: String) -> String { words.named("part.unwanted.\(kind)") }
}

extension Words {
    /// An effect, with how strong it was when that was said.
    func effect(_ effect: Unwanted) -> String {
        let name = named("part.unwanted.\(effect.kind)")
        return effect.strength.map { strings.sessionStrengthSaid(effect: name, strength: whole($0)) } ?? name
    }
}

/// How strong something was, 0 to 10; no value stands before the person chose one.
struct StrengthPad: View {
    private let label: String
    private let strength: Int?
    private let give: @MainActor (Int?) -> Void
    @Environment(\.words) private var words

    init(_ label: String, _ strength: Int?, _ give: @escaping @MainActor (Int?) -> Void) {
        self.label = label
        self.strength = strength
        self.give = give
    }

    var body: some View {
        let question = Question.strength(label, low: words.strings.sessionStrengthLow(), high: words.strings.sessionStrengthHigh())
        Card {
            RatingPad(question, strength.map { .recorded(milli: Int64($0) * 1000) }) { answer in
                give(answer.milli.map { Int($0 / 1000) })
            }
        }
    }
}

/// What is on disk of what was told; "Saved" only when everything is.
struct WrittenLine: View {
    private let written: Written
    private let again: @MainActor () -> Void
    @Environment(\.words) private var words

    init(_ written: Written, again: @escaping @MainActor () -> Void) {
        self.written = written
        self.again = again
    }

    var body: some View {
        switch written {
        case .asRead: EmptyView()
        case .writing: Told(words.strings.sessionSaving(), result: true)
        case .saved(let at): Told(words.strings.sessionSavedAt(time: words.time(at)), result: true)
        case .notSaved(let problem): ProblemCard(problem, again: again)
        }
    }
}
