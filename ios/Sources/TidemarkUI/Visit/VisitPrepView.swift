//! What stands on the page of the coming visit? Questions, goals, how complete the records are, and the way to the pages.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

public struct VisitPrepView: View {
    private let state: VisitPrepState
    private let send: Send<VisitPrepEvent>
    private let go: Go

    @Environment(\.words) private var words

    public init(_ state: VisitPrepState, _ send: @escaping Send<VisitPrepEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        let strings = words.strings
        if let prep = state.prep {
            if let visit = prep.visit {
                Heading(words.visit(visit))
                Deed(strings.visitChange()) { go.to(.records(kind: "visit")) }
                Questions(state: state, prep: prep, send: send)
            } else {
                Text(strings.visitNone())
                FirstDeed(strings.visitAdd()) { go.to(.records(kind: "visit")) }
            }
            Section(strings.visitGoals()) {
                if prep.goals.isEmpty { Aside(strings.visitNoGoals()) }
                ForEach(Array(prep.goals.enumerated()), id: \.offset) { _, goal in Text(strings.reportItem(name: goal)) }
                Deed(strings.visitOpenGoals()) { go.to(.records(kind: "goal")) }
            }
            Section(strings.visitQuality()) {
                Aside(strings.visitPeriod(from: words.date(LogicalDate(prep.period.from)), to: words.date(LogicalDate(prep.period.to))))
                if let quality = prep.quality { Text(quality.text) }
            }
            FirstDeed(strings.reportLook()) { go.to(.reportPreview(options: prep.options)) }
        } else if let problem = state.problem {
            ProblemCard(problem) { send(.shown) }
        } else {
            Told(strings.appLoading())
        }
    }
}

extension Words {
    fileprivate func visit(_ visit: DiaryRecord) -> String {
        func text(_ field: String) -> String? { visit.fields.first { $0.name == field }.flatMap(\.text) }
        let day = text("logical_date").map { self.day(LogicalDate($0)) } ?? ""
        let time = visit.visitAt.map { self.time($0) } ?? ""
        return text("with").map { strings.visitOnWith(day: day, time: time, with: $0) } ?? strings.visitOn(day: day, time: time)
    }
}

private struct Questions: View {
    let state: VisitPrepState
    let prep: Prep
    let send: Send<VisitPrepEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.visitQuestions()) {
            Aside(strings.visitCount(have: String(prep.questions.count), most: String(mostQuestions)))
            if prep.questions.isEmpty { Text(strings.visitNoQuestions()) }
            ForEach(Array(prep.questions.enumerated()), id: \.offset) { at, question in
                if state.draft.at != at { QuestionCard(at: at, question: question, working: state.working, send: send) }
            }
            savedLine
            if state.hasRoom || state.draft.at != nil { QuestionField(state: state, send: send) } else { Text(strings.visitFull()) }
        }
    }

    @ViewBuilder private var savedLine: some View {
        if let problem = state.problem { ProblemCard(problem) }
        if let saved = state.saved { Told(words.strings.visitSaved(time: words.time(saved)), result: true) }
        if state.undo { WayOut(words.strings.appUndo(), enabled: !state.working) { send(.undone) } }
    }
}

private struct QuestionCard: View {
    let at: Int
    let question: String
    let working: Bool
    let send: Send<VisitPrepEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        let number = String(at + 1)
        Card {
            Text(strings.visitNumbered(number: number, question: question))
            WayOut(strings.visitChangeQuestion(), spoken: strings.visitChangeQuestionAt(number: number), enabled: !working) {
                send(.changeAsked(at: at))
            }
            WayOut(strings.visitRemoveQuestion(), spoken: strings.visitRemoveQuestionAt(number: number), enabled: !working) {
                send(.removed(at: at))
            }
        }
    }
}

private struct QuestionField: View {
    let state: VisitPrepState
    let send: Send<VisitPrepEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        let draft = state.draft
        let (length, most) = (String(draft.length), String(longestQuestion))
        Field(
            draft.at.map { strings.visitQuestionAt(number: String($0 + 1)) } ?? strings.visitQuestion(), draft.text,
            hint: strings.visitLength(length: length, most: most),
            broken: draft.tooLong ? strings.visitTooLong(length: length, most: most) : nil, lines: 2
        ) { send(.typed($0)) }
        FirstDeed(
            draft.at == nil ? strings.visitKeep() : strings.visitKeepChange(), enabled: draft.length > 0 && !draft.tooLong && !state.working
        ) { send(.submitted) }
        if draft.at != nil { Deed(strings.visitLeaveChange()) { send(.changeLeft) } }
    }
}
