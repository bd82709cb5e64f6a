//! The page for somebody who looks after the person: for whom, what is ticked for it, what leaves, and the ways out.

import SwiftUI
import TidemarkLogic

/// The page for a caregiver over an open diary.
struct CarePageScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, carePageFeature(env)) { state, send in
            Shell(words.strings.careTitle(), go) { CarePageView(state, send, go) }
        }
    }
}

/// The page for a caregiver.
public struct CarePageView: View {
    private let state: CarePageState
    private let send: Send<CarePageEvent>
    private let go: Go
    @Environment(\.words) private var words

    public init(_ state: CarePageState, _ send: @escaping Send<CarePageEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let read = state.read { page(read) } else { NotRead(state.problem) { send(.shown) } }
    }

    @ViewBuilder
    private func page(_ read: CareRead) -> some View {
        let strings = words.strings
        if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
        ReadLine(strings.careAbout())
        Section(strings.careReader(), about: read.team.isEmpty ? strings.careNoTeam() : nil) {
            if !read.team.isEmpty {
                Choices(
                    strings.careReader(),
                    [(String?.none, strings.careNobody())]
                        + read.team.map { (String?.some($0.id), "\($0.name), \(words.role($0.role))") },
                    chosen: state.reader?.id
                ) { send(.readerChosen(id: $0)) }
            }
        }
        Deed(strings.careTeam()) { go.to(.records(kind: "care_team_member")) }
        Section(strings.careMore()) {
            TickRow(strings.careNameTick(), ticked: state.choices.named) { send(.nameTicked($0)) }
            if state.choices.named {
                Field(strings.careName(), state.choices.name, broken: state.choices.nameTooLong ? strings.careNameTooLong() : nil) {
                    send(.nameTyped($0))
                }
            }
            TickRow(strings.careRatings(), ticked: state.choices.ratings) { send(.ratingsTicked($0)) }
            if let reader = state.reader, reader.getsTrends { Aside(strings.careRatingsUsual(name: reader.name)) }
        }
        Section(strings.careLeaves()) {
            ForEach(state.leaves, id: \.self) { section in ReadLine(strings.reportItem(name: words.leaves(section, read))) }
            SheetWays(state.out, ready: !state.choices.nameTooLong, look: { go.to(.sheetPreview(sheet: state.page)) }) { send(.went($0)) }
        }
    }
}

extension Words {
    /// A part that leaves, in words.
    fileprivate func leaves(_ section: String, _ read: CareRead) -> String {
        switch section {
        case "intake": strings.careLeavesIntake(parts: read.intake.map { intakePart($0) }.joined(separator: ", "))
        case "goals": strings.careLeavesGoals()
        case "safety": strings.careLeavesSafety()
        case "care_team": strings.careLeavesCareTeam()
        case "plan": strings.careLeavesPlan()
        case "name": strings.careLeavesName()
        case "trends": strings.careLeavesTrends()
        default: section
        }
    }

    /// What somebody is to the person.
    fileprivate func role(_ code: String) -> String {
        switch code {
        case "primary_care": strings.recordsPrimaryCare()
        case "psychiatrist": strings.recordsPsychiatrist()
        case "talking_therapist": strings.recordsTalkingTherapist()
        case "massage_therapist": strings.recordsMassageTherapist()
        case "physiotherapist": strings.recordsPhysiotherapist()
        case "caregiver": strings.recordsCaregiver()
        default: strings.recordsOther()
        }
    }
}
