//! The sixteen things to ask one massage therapist, each with its answer; one is open at a time.

import SwiftUI
import TidemarkLogic

/// The checklist of one massage therapist over an open diary.
struct ChecklistScreen: View {
    private let therapistId: String
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ therapistId: String, _ env: Env, _ go: Go) {
        self.therapistId = therapistId
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, checklistFeature(env, therapistId)) { state, send in
            Shell(words.strings.therapistsChecklist(), go) { ChecklistView(state, send, go) }
        }
    }
}

/// The sixteen things to ask one massage therapist.
public struct ChecklistView: View {
    private let state: ChecklistState
    private let send: Send<ChecklistEvent>
    private let go: Go
    @Environment(\.words) private var words

    public init(_ state: ChecklistState, _ send: @escaping Send<ChecklistEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let therapist = state.therapist { items(therapist) } else { NotRead(state.problem) { send(.shown) } }
    }

    @ViewBuilder
    private func items(_ therapist: Therapist) -> some View {
        let strings = words.strings
        Heading(words.called(therapist))
        ReadLine(words.asked(therapist))
        if let credential = words.credential(therapist) { Aside(credential) }
        Aside(strings.therapistsNoGrade())
        if let problem = state.problem { ProblemCard(problem) }
        if let saved = state.saved {
            SavedWithUndo(strings.therapistsSaved(time: words.time(saved)), working: state.working) { send(.undone) }
        }
        ForEach(therapist.answers, id: \.item) { answer in
            if let draft = state.draft, draft.before.item == answer.item {
                AnswerForm(draft, state, send)
            } else {
                ValueRow(words.item(answer.item), words.said(answer), hint: strings.sessionChange(what: words.item(answer.item))) {
                    send(.opened(item: answer.item))
                }
            }
            Divider()
        }
        fit(therapist)
        Section(strings.therapistsPage(), about: strings.therapistsPageOpen()) {
            SheetWays(state.out, look: { go.to(.sheetPreview(sheet: .questions(therapistId: therapist.id))) }) { send(.went($0)) }
        }
        Deed(strings.therapistsToIntake()) { go.to(.intake) }
    }

    /// How the first talk or visit fitted, in free words.
    @ViewBuilder
    private func fit(_ therapist: Therapist) -> some View {
        let strings = words.strings
        Section(strings.therapistsFit()) {
            Field(
                strings.therapistsFitField(), state.fit ?? therapist.fit,
                broken: state.fitTooLong ? strings.recordsTooLong(most: longestFit) : nil, lines: 3
            ) { send(.fitTyped($0)) }
            if state.fitTouched {
                FirstDeed(strings.therapistsSaveFit(), enabled: !state.working && !state.fitTooLong) { send(.fitSubmitted) }
            }
        }
    }
}

/// One item while it is open.
private struct AnswerForm: View {
    private let draft: AnswerDraft
    private let state: ChecklistState
    private let send: Send<ChecklistEvent>
    @Environment(\.words) private var words

    init(_ draft: AnswerDraft, _ state: ChecklistState, _ send: @escaping Send<ChecklistEvent>) {
        self.draft = draft
        self.state = state
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Card {
            Heading(words.item(draft.before.item))
            Aside(draft.before.question)
            Labelled(strings.therapistsHowStands()) {
                Choices(strings.therapistsHowStands(), ChecklistStatus.allCases.map { ($0, words.status($0)) }, chosen: draft.status) {
                    send(.statusChosen($0))
                }
            }
            if draft.status != .notAsked {
                answer
            } else if draft.before.status != .notAsked {
                Aside(strings.therapistsBlankNote())
            }
            SaveOrCancel(strings.appSave(), working: state.working, submit: { send(.submitted) }, close: { send(.closed) })
        }
    }

    @ViewBuilder
    private var answer: some View {
        let strings = words.strings
        DayField(strings.therapistsDay(), draft.on, today: state.today, broken: draft.brokenDay.map { words.rule($0) }) { send(.dayTyped($0)) }
        if draft.on.isEmpty, draft.status.asked { Aside(strings.therapistsDayHint()) }
        Labelled(strings.therapistsHow()) {
            Choices(
                strings.therapistsHow(), [("", strings.appNotSet())] + ChecklistHow.allCases.map { ($0.code, words.how($0)) },
                chosen: draft.how?.code ?? ""
            ) { chosen in send(.howChosen(ChecklistHow.allCases.first { $0.code == chosen })) }
        }
        Field(strings.therapistsNote(), draft.note, broken: draft.brokenNote.map { words.rule($0) }) { send(.noteTyped($0)) }
    }
}

extension Words {
    /// Where an item stands, and the person's words on it.
    fileprivate func said(_ answer: ItemAnswer) -> String {
        answer.note.isEmpty ? stands(answer) : "\(stands(answer))\n\(answer.note)"
    }
}
