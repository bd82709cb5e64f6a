//! What does the report builder ask? Days, recipient, sections, paper, and it shows what would leave.

import SwiftUI
import TidemarkBindings
import TidemarkLogic
import TidemarkStrings

public struct ReportView: View {
    private let state: ReportState
    private let send: Send<ReportEvent>
    private let go: Go

    @Environment(\.words) private var words

    public init(_ state: ReportState, _ send: @escaping Send<ReportEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        let strings = words.strings
        if let basis = state.basis, let choices = state.choices {
            DaysSection(basis: basis, choices: choices, send: send)
            Section(strings.reportFor()) {
                Choices(strings.reportFor(), recipients(choices), chosen: choices.recipient) { send(.recipientChosen($0)) }
            }
            Section(strings.reportSections()) { TickRows(ticks: Tick.usual, choices: choices, send: send) }
            Section(strings.reportAsked()) {
                TickRows(ticks: Tick.asked, choices: choices, send: send)
                TickRow(strings.reportMyName(), ticked: choices.named) { send(.nameTicked(on: $0)) }
                if choices.named {
                    Field(
                        strings.reportName(), choices.name, hint: choices.nameEmpty ? strings.reportNameEmpty() : nil,
                        broken: choices.nameTooLong ? strings.reportNameTooLong() : nil
                    ) { send(.nameTyped($0)) }
                }
            }
            NotesSection(state: state, choices: choices, send: send)
            Section(strings.reportPaper()) {
                Choices(
                    strings.reportPaper(), [(Paper.a4, strings.reportA4()), (.letter, strings.reportLetter())],
                    chosen: choices.paper
                ) { send(.paperChosen($0)) }
            }
            LeavingSection(state: state, go: go)
        } else if let problem = state.problem {
            ProblemCard(problem) { send(.shown) }
        } else {
            Told(strings.appLoading())
        }
    }

    /// What nobody can choose by itself is named only while the ticks are that.
    private func recipients(_ choices: ReportChoices) -> [(Recipient, String)] {
        Recipient.allCases.filter { $0 != .ownChoice || choices.recipient == .ownChoice }.map { ($0, words.strings.recipient($0)) }
    }
}

extension ReportChoices {
    fileprivate var nameEmpty: Bool { name.allSatisfy(\.isWhitespace) }
}

private struct DaysSection: View {
    let basis: Basis
    let choices: ReportChoices
    let send: Send<ReportEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.reportDays()) {
            Choices(
                strings.reportDays(),
                [(false, basis.lastVisit == nil ? strings.reportUsualDays() : strings.reportSinceVisit()), (true, strings.reportOwnDays())],
                chosen: own
            ) { send($0 ? .ownDays : .usualDays) }
            switch choices.days {
            case .usual:
                Text(strings.reportPeriod(from: words.date(LogicalDate(basis.usual.from)), to: words.date(LogicalDate(basis.usual.to))))
                Aside(basis.lastVisit.map { strings.reportAfterVisit(date: words.date(LogicalDate($0))) } ?? strings.reportNoVisit())
            case .chosen(let from, let to):
                DayField(strings.reportFrom(), from, today: basis.usual.to) { send(.daysTyped(from: $0, to: to)) }
                DayField(strings.reportTo(), to, today: basis.usual.to) { send(.daysTyped(from: from, to: $0)) }
                if choices.days.period == nil { Told(strings.reportDaysNotTaken(), wrong: true) }
            }
        }
    }

    private var own: Bool {
        switch choices.days {
        case .usual: false
        case .chosen: true
        }
    }
}

private struct TickRows: View {
    let ticks: [Tick]
    let choices: ReportChoices
    let send: Send<ReportEvent>

    @Environment(\.words) private var words

    var body: some View {
        ForEach(ticks, id: \.self) { tick in
            TickRow(words.strings.tick(tick), ticked: tick.get(choices.included)) { send(.ticked(tick, on: $0)) }
        }
    }
}

private struct LeavingSection: View {
    let state: ReportState
    let go: Go

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        let options = state.options
        if let laid { Section(strings.reportLeaves()) { LeavingList(leaves: laid.leaves, of: laid.options) } }
        if let problem = state.problem { ProblemCard(problem) }
        FirstDeed(strings.reportLook(), enabled: options != nil) { if let options { go.to(.reportPreview(options: options)) } }
        if let laid = state.laid, laid.options == options {
            Told(strings.reportPages(pages: laid.pages))
        } else if state.laying {
            Aside(strings.reportCounting())
        }
    }

    /// Of choices that are no longer these, it stands only for the moment until the new ones are laid out.
    private var laid: Laid? {
        guard let laid = state.laid, laid.options == state.options || state.laying || state.notes.reading else { return nil }
        return laid
    }
}

/// What a file holds, section by section, in the core's words.
struct LeavingList: View {
    let leaves: [Leaving]
    let of: ReportOptions

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        VStack(alignment: .leading, spacing: 4) {
            if leaves.isEmpty { Text(strings.reportNothingTicked()) }
            ForEach(leaves, id: \.code) { leaving in Text(strings.reportItem(name: words.sentence(name(leaving)))) }
            Aside(strings.reportLeavesNothingYet())
        }
    }

    private func name(_ leaving: Leaving) -> String {
        // Of notes ticked one by one the core says how many of how many.
        let counted = leaving.code == Tick.notes.code && !(of.included?.chosenNotes ?? []).isEmpty
        return counted ? leaving.name : words.strings.named("label.section.\(leaving.code)") ?? leaving.name
    }
}

extension Strings {
    fileprivate func recipient(_ recipient: Recipient) -> String {
        switch recipient {
        case .usual: reportUsual()
        case .prescriber: reportPrescriber()
        case .talkingTherapist: reportTalkingTherapist()
        case .massageTherapist: reportMassageTherapist()
        case .ownChoice: reportOwnChoice()
        }
    }

    fileprivate func tick(_ tick: Tick) -> String {
        switch tick {
        case .trends: reportTrends()
        case .sessions: reportSessions()
        case .questionnaires: reportQuestionnaires()
        case .medicines: reportMedicines()
        case .questions: reportQuestions()
        case .goals: reportGoals()
        case .events: reportEvents()
        case .unwanted: reportUnwantedEffects()
        case .plan: reportPlan()
        case .practices: reportPractices()
        case .notes: reportAllNotes()
        case .distress: reportDistress()
        case .items: reportItemScores()
        case .daily: reportDailyTable()
        }
    }
}
