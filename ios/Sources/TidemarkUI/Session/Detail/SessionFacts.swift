//! What the diary holds of a session. Only what was said stands here; nothing stands for what was not.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// What the diary holds of a session.
struct SessionFacts: View {
    private let session: Session
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ session: Session) { self.session = session }

    var body: some View {
        let strings = words.strings
        let choices = session.choices
        Text([choices.style.map { words.style($0) }, words.status(session.status)].compactMap { $0 }.joined(separator: ", "))
            .font(.title2)
            .foregroundStyle(inks.onSurface.colour)
            .accessibilityAddTraits(.isHeader)
        Fact(words.start(session.startedAt), (session.actualMin ?? choices.minutes).map { strings.sessionMinutes(n: $0) } ?? "")
        if let pressure = choices.pressure { Fact(strings.sessionPressure(), words.pressure(pressure)) }
        if let pressure = session.told.pressureFelt { Fact(strings.sessionPressureFelt(), words.pressure(pressure)) }
        if let reason = session.reason { Fact(strings.sessionReason(), reason) }
        ForEach([BeforeState.Choice.areas, .needs, .oils], id: \.self) { part in
            if let said = words.said(part, choices) { Fact(words.label(part), said) }
        }
        if let doses = words.doses(choices, session.medicines, session.startedAt) { Fact(words.label(.doses), doses) }
        ratings
        if !session.happened.isEmpty {
            Section(strings.sessionWithin()) {
                ForEach(session.happened, id: \.self) {
                    Text(strings.sessionAtMinute(minute: words.whole($0.minute), what: words.asked($0.kind)))
                        .font(.body)
                        .foregroundStyle(inks.onSurface.colour)
                }
            }
        }
        since
    }

    private var phases: [(name: String, read: PhaseRead)] {
        [
            (words.strings.sessionBefore(), session.before), (words.strings.sessionAfter(), session.after),
            (words.strings.sessionNextMorning(), session.followUp),
        ].compactMap { name, read in read.map { (name: name, read: $0) } }
    }

    @ViewBuilder
    private var ratings: some View {
        let phases = phases
        if session.endedAt != nil || !phases.isEmpty {
            Section(words.strings.sessionRatings(), about: session.beforeHidden ? words.strings.sessionHiddenLine() : nil) {
                if !phases.isEmpty { ForEach(session.questions, id: \.measure) { Fact($0.label, rated($0, phases), below: true) } }
                ForEach(phases, id: \.name) { phase in
                    if let limits = limits(phase.read) { Aside("\(phase.name): \(limits)") }
                }
                if session.endedAt != nil, session.followUp == nil { Aside(words.strings.sessionNoFollowUp()) }
            }
        }
    }

    /// The answers of each phase that was rated, a line each; one word for a measure that was rated in none.
    private func rated(_ question: Question, _ phases: [(name: String, read: PhaseRead)]) -> String {
        let given = phases.compactMap { phase in phase.read.answer(question.measure).map { "\(phase.name) \(words.answer(question, $0))" } }
        return given.isEmpty ? words.strings.sessionNotRated() : given.joined(separator: "   ")
    }

    /// What keeps ratings out of figures about change; none when nothing does.
    private func limits(_ read: PhaseRead) -> String? {
        let said = [read.recalled ? words.strings.sessionRecalled() : nil, read.inWindow ? nil : words.strings.sessionOutside()].compactMap { $0 }
        return said.isEmpty ? nil : said.joined(separator: ", ")
    }

    /// What was noted of the time after.
    @ViewBuilder
    private var since: some View {
        let told = session.told
        let done = told.aftercare.filter { $0.doneAt != nil }
        if !told.unwanted.isEmpty { Fact(words.strings.sessionUnwanted(), told.unwanted.map { words.effect($0) }.joined(separator: "\n")) }
        if !done.isEmpty { Fact(words.strings.sessionCare(), done.map { words.care($0.item) }.joined(separator: "\n")) }
        if !trimmed(told.note).isEmpty { Fact(words.strings.sessionNote(), told.note) }
    }
}

/// A label and what was said; below each other where that has lines or is asked for.
private struct Fact: View {
    private let label: String
    private let said: String
    private let below: Bool
    @Environment(\.inks) private var inks

    init(_ label: String, _ said: String, below: Bool = false) {
        self.label = label
        self.said = said
        self.below = below || said.contains("\n")
    }

    var body: some View {
        Group {
            if below {
                VStack(alignment: .leading, spacing: 2) {
                    name
                    value
                }
            } else {
                Ends {
                    name
                } last: {
                    value
                }
            }
        }
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
        Divider()
    }

    private var name: some View { Text(label).font(.body).foregroundStyle(inks.onSurfaceVariant.colour) }
    private var value: some View { Text(said).font(.body).foregroundStyle(inks.onSurface.colour) }
}
