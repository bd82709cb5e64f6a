//! A session told by hand. Nothing is on disk before "Save"; what was typed stays when it is refused.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

private let asked: [BeforeState.Choice] = [.style, .pressure, .minutes, .areas, .needs, .oils]

/// A session told by hand.
struct DetailForm: View {
    private let form: DetailState.Form
    private let state: DetailState
    private let send: Send<DetailEvent>
    private let go: Go
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ form: DetailState.Form, _ state: DetailState, _ send: @escaping Send<DetailEvent>, _ go: Go) {
        self.form = form
        self.state = state
        self.send = send
        self.go = go
    }

    var body: some View {
        let strings = words.strings
        Section(strings.sessionBecame()) {
            Choices(strings.sessionBecame(), SessionStatus.allCases.map { ($0, words.sentence(words.status($0))) }, chosen: form.status) { status in
                fill { $0.status = status }
            }
        }
        Section(strings.sessionDay()) { day }
        Section(strings.sessionAgreed()) {
            // The length of one that took place is told above; of another one only the length agreed is known.
            ChoicesForm(
                form.choices, open: form.open, parts: asked.filter { $0 != .minutes || !form.tookPlace },
                ask: { part in fill { $0.open = part } }, choose: { choices in fill { $0.choices = choices } })
        }
        if form.tookPlace {
            Section(strings.sessionPressureFelt()) {
                PressurePad(strings.sessionPressureFelt(), form.pressureFelt) { pressure in fill { $0.pressureFelt = pressure } }
            }
            if state.session == nil { RatingsAround(form, state.questions) { send(.filled($0)) } }
        }
        Section(strings.sessionNote()) {
            Field(strings.sessionNote(), form.note, lines: 3, underHeading: true) { note in fill { $0.note = note } }
        }
        saveOrWhyNot
    }

    @ViewBuilder
    private var day: some View {
        let strings = words.strings
        Text(words.date(LogicalDate(form.date))).font(.title2).foregroundStyle(inks.onSurface.colour)
        Flow {
            Deed(strings.sessionDayEarlier(), wide: false) { fill { $0.date = dateMoved(form.date, days: -1) } }
            Deed(strings.sessionDayLater(), wide: false) { fill { $0.date = dateMoved(form.date, days: 1) } }
        }
        Field(strings.sessionTimeField(), form.time, keyboard: .numbersAndPunctuation) { time in fill { $0.time = time } }
        if form.tookPlace {
            Field(strings.sessionLengthField(), form.minutes, keyboard: .numberPad) { minutes in fill { $0.minutes = minutes } }
        } else {
            Field(strings.sessionReason(), form.reason) { reason in fill { $0.reason = reason } }
        }
    }

    @ViewBuilder
    private var saveOrWhyNot: some View {
        let strings = words.strings
        if let problem = state.problem { ProblemCard(problem) }
        if state.overlaps {
            Section(strings.sessionOverlaps()) { Deed(strings.sessionSaveAnyway(), wide: false) { send(.saveAsked(anyway: true)) } }
        } else {
            FirstDeed(strings.appSave(), enabled: form.lacks == nil && !state.saving) { send(.saveAsked()) }
        }
        if let lack = form.lacks { Told(words.lack(lack)) }
        // A form over a session goes back to it, a new one to where the person came from.
        Deed(strings.appCancel(), wide: false) { if state.session == nil { go.back() } else { send(.filled(nil)) } }
    }

    private func fill(_ change: (inout DetailState.Form) -> Void) {
        var told = form
        change(&told)
        send(.filled(told))
    }
}

extension Words {
    /// What a form lacks, in words.
    fileprivate func lack(_ lack: DetailState.Lack) -> String {
        switch lack {
        case .style: strings.sessionLackStyle()
        case .time: strings.sessionLackTime()
        case .length: strings.sessionLackLength()
        case .fromMemory: strings.sessionLackMemory()
        }
    }
}

/// Pads of a phase, opened one at a time; only for a new session, since one on disk is rated on its own screens.
private struct RatingsAround: View {
    private let form: DetailState.Form
    private let questions: [Question]
    private let put: @MainActor (DetailState.Form) -> Void
    @Environment(\.words) private var words

    init(_ form: DetailState.Form, _ questions: [Question], _ put: @escaping @MainActor (DetailState.Form) -> Void) {
        self.form = form
        self.questions = questions
        self.put = put
    }

    var body: some View {
        let strings = words.strings
        Section(strings.sessionRatings()) {
            phase(.before, strings.sessionRatingsBefore())
            phase(.after, strings.sessionRatingsAfter())
            if form.ratings.values.contains(where: { !$0.isEmpty }) { FromMemory(form.fromMemory) { yes in fill { $0.fromMemory = yes } } }
        }
    }

    @ViewBuilder
    private func phase(_ phase: Phase, _ label: String) -> some View {
        let given = form.ratings[phase] ?? [:]
        let open = form.rating == phase
        ValueRow(
            label, words.strings.sessionGivenOf(n: words.whole(given.count), all: words.whole(questions.count)),
            hint: words.strings.sessionChange(what: label)
        ) { fill { $0.rating = open ? nil : phase } }
        if open {
            ForEach(questions, id: \.measure) { question in
                Card {
                    RatingPad(question, given[question.measure]) { answer in fill { $0.ratings[phase, default: [:]][question.measure] = answer } }
                }
            }
        }
    }

    private func fill(_ change: (inout DetailState.Form) -> Void) {
        var told = form
        change(&told)
        put(told)
    }
}
