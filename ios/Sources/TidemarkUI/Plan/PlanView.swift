//! The plan in force, what is kept apart, "Change something", the days around, and what changed and why.

import SwiftUI
import TidemarkLogic

/// The plan over an open diary.
struct PlanScreen: View {
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ env: Env, _ go: Go) {
        self.env = env
        self.go = go
    }

    var body: some View {
        Runs(env, planFeature(env)) { state, send in
            Shell(words.strings.planTitle(), go) { PlanView(state, send, go) }
        }
    }
}

/// The plan, or the form over it.
public struct PlanView: View {
    private let state: PlanState
    private let send: Send<PlanEvent>
    private let go: Go
    @Environment(\.words) private var words

    public init(_ state: PlanState, _ send: @escaping Send<PlanEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let plan = state.plan {
            if let form = state.form {
                FirstPlanForm(plan, form, working: state.working, send)
            } else if let change = state.change {
                ChangeForm(plan, change, working: state.working, send)
            } else {
                agreed(plan)
            }
        } else {
            NotRead(state.problem) { send(.shown) }
        }
    }

    @ViewBuilder
    private func agreed(_ plan: PlanRead) -> some View {
        let strings = words.strings
        if let problem = state.problem {
            // Days that could not be read have no other way to be asked for again.
            if state.days == nil { ProblemCard(problem) { send(.shown) } } else { ProblemCard(problem) }
        }
        if let saved = state.saved {
            SavedWithUndo(strings.planSaved(time: words.time(saved.at)), working: state.working) { send(.undone) }
        }
        if plan.newest == nil {
            Told(strings.planEmpty())
            FirstDeed(strings.planAdd()) { send(.added) }
            days
        } else {
            if let inForce = plan.inForce { version(plan, inForce) } else { Told(strings.planNoneYet()) }
            if let coming = plan.coming {
                Section(strings.planComing(date: words.date(LogicalDate(coming.since)), number: coming.number)) {
                    says(plan, coming, without: ["since"])
                }
            }
            FirstDeed(strings.planChange()) { send(.changeAsked) }
            days
            Section(strings.planHistory(), about: plan.changes.isEmpty ? strings.planNoHistory() : nil) {
                ForEach(Array(plan.changes.enumerated()), id: \.offset) { _, changed in adjustment(changed) }
            }
        }
    }

    @ViewBuilder
    private var days: some View { if let days = state.days { DayByDay(days, send, go) } }

    @ViewBuilder
    private func version(_ plan: PlanRead, _ version: PlanVersion) -> some View {
        let strings = words.strings
        Heading(strings.planVersion(number: version.number, date: words.date(LogicalDate(version.since))))
        if let day = version.shown["review_on"].map({ words.date(LogicalDate($0)) }) {
            ReadLine(plan.reviewDue ? strings.planReviewDue(date: day) : strings.planReview(date: day))
        }
        Card { says(plan, version, without: ["since", "review_on", "keep_apart"]) }
        if let apart = version.shown["keep_apart"].map({ words.apart($0) }), !apart.isEmpty {
            Section(strings.planApart(), about: strings.planApartAbout()) {
                ForEach(apart, id: \.self) { rule in ReadLine(strings.reportItem(name: rule)) }
            }
        }
    }

    /// What a version says, a line a field.
    @ViewBuilder
    private func says(_ plan: PlanRead, _ version: PlanVersion, without: Set<String>) -> some View {
        let fields = plan.rules.map(\.name).filter { version.shown[$0] != nil && !without.contains($0) }
        ForEach(fields, id: \.self) { field in
            ValueRow(words.planField(field), words.planText(field, version.shown[field] ?? ""))
        }
    }

    @ViewBuilder
    private func adjustment(_ changed: PlanAdjustment) -> some View {
        let strings = words.strings
        VStack(alignment: .leading, spacing: 2) {
            ReadLine(strings.planChanged(date: words.date(LogicalDate(changed.at)), field: words.planField(changed.field)))
            ReadLine(strings.planFromTo(from: said(changed, changed.from), to: said(changed, changed.to)))
            Aside(strings.planReason(reason: words.planReason(changed.reason), who: words.decider(changed.decidedBy)))
            if let finding = changed.finding { Aside(strings.planFollowed(card: finding)) }
        }
        Divider()
    }

    private func said(_ changed: PlanAdjustment, _ text: String?) -> String {
        text.map { words.planText(changed.field, $0).replacing("\n", with: ", ") } ?? words.strings.planNothing()
    }
}
