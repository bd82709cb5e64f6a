//! The form of a first plan, and that of a change: what, to what, why, who. Nothing of a change is filled in beforehand.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// What was agreed, for the first time.
struct FirstPlanForm: View {
    private let plan: PlanRead
    private let form: RecordForm
    private let working: Bool
    private let send: Send<PlanEvent>
    @Environment(\.words) private var words

    init(_ plan: PlanRead, _ form: RecordForm, working: Bool, _ send: @escaping Send<PlanEvent>) {
        self.plan = plan
        self.form = form
        self.working = working
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Heading(strings.planFirst())
        Aside(strings.planFirstHint())
        ForEach(plan.rules, id: \.name) { rule in
            PlanFieldEditor(
                rule, words.planField(rule.name), form.texts[rule.name] ?? "", today: plan.today,
                broken: form.broken[rule.name].map { words.rule($0) }
            ) { send(.typed(field: rule.name, $0)) }
        }
        if let problem = form.problem { ProblemCard(problem) }
        if !form.broken.isEmpty {
            let fields = plan.rules.map(\.name).filter { form.broken[$0] != nil }.map { words.planField($0) }
            Told(strings.planNotSaved(fields: fields.joined(separator: ", ")), wrong: true)
        }
        SaveOrCancel(strings.appSave(), working: working, submit: { send(.submitted) }, close: { send(.closed) })
    }
}

/// A change while it is written down.
struct ChangeForm: View {
    private let plan: PlanRead
    private let change: ChangeDraft
    private let working: Bool
    private let send: Send<PlanEvent>
    @Environment(\.words) private var words

    init(_ plan: PlanRead, _ change: ChangeDraft, working: Bool, _ send: @escaping Send<PlanEvent>) {
        self.plan = plan
        self.change = change
        self.working = working
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Heading(strings.planChangeTitle())
        Labelled(strings.planWhat(), broken: needed("field")) {
            Choices(strings.planWhat(), plan.adjustable.map { ($0.name, words.planField($0.name)) }, chosen: change.field) {
                send(.fieldChosen($0))
            }
        }
        if let rule = plan.adjustable.first(where: { $0.name == change.field }) { to(rule) }
        Labelled(strings.planWhy(), broken: needed("reason")) {
            Choices(strings.planWhy(), plan.reasons.map { ($0, words.planReason($0)) }, chosen: change.reason) { send(.reasonChosen($0)) }
        }
        Labelled(strings.planWho(), broken: needed("decided_by")) {
            Choices(strings.planWho(), plan.deciders.map { ($0, words.decider($0)) }, chosen: change.decidedBy) { send(.deciderChosen($0)) }
        }
        DayField(strings.planFromDay(), change.at, today: plan.today, broken: change.broken["at"].map { words.rule($0) }) {
            send(.dayTyped($0))
        }
        if change.at.isEmpty { Aside(strings.planFromDayHint()) }
        if !plan.cards.isEmpty {
            Labelled(strings.planFinding()) {
                Choices(
                    strings.planFinding(),
                    [(String?.none, strings.planNoFinding())] + plan.cards.map { (String?.some($0.id), $0.name) }, chosen: change.finding
                ) { send(.findingChosen($0)) }
            }
        }
        if let problem = change.problem { ProblemCard(problem) }
        SaveOrCancel(strings.planSaveChange(), working: working, submit: { send(.submitted) }, close: { send(.closed) })
    }

    @ViewBuilder
    private func to(_ rule: FieldRule) -> some View {
        let strings = words.strings
        let now = plan.newest?.shown[rule.name]
        Aside(now.map { strings.planNow(text: words.planText(rule.name, $0)) } ?? strings.planNowNothing())
        if !change.empties {
            // Another field is another editor: nothing of the former one is kept in it.
            PlanFieldEditor(rule, strings.planTo(), change.to, today: plan.today, broken: change.broken["to"].map { words.rule($0) }) {
                send(.toTyped($0))
            }
            .id(rule.name)
        }
        if now != nil { TickRow(strings.planEmpties(), ticked: change.empties) { send(.emptied($0)) } }
    }

    private func needed(_ part: String) -> String? { change.broken[part] == nil ? nil : words.strings.planNeeded() }
}

/// One field of the plan, asked by what it may hold.
private struct PlanFieldEditor: View {
    private let rule: FieldRule
    private let label: String
    private let text: String
    private let today: String
    private let broken: String?
    private let put: @MainActor (String) -> Void
    // The unit is kept here while there is no number yet.
    @State private var unit: Often.Unit
    @Environment(\.words) private var words

    init(_ rule: FieldRule, _ label: String, _ text: String, today: String, broken: String?, _ put: @escaping @MainActor (String) -> Void) {
        self.rule = rule
        self.label = label
        self.text = text
        self.today = today
        self.broken = broken
        self.put = put
        _unit = State(initialValue: Often(text).unit)
    }

    var body: some View {
        let strings = words.strings
        switch rule.name {
        case "since", "review_on": DayField(label, text, today: today, broken: broken, put)
        case "modality": oneOf(Modality.allCases.map(\.code))
        case "pressure": oneOf((1...5).map { "\($0)" })
        case "minutes": Field(label, text, hint: strings.planMinutesHint(), broken: broken, keyboard: .numberPad, put)
        case "frequency": often
        case "keep_apart": apart
        case "preferred_days": days
        case "preferred_times": Field(label, text, hint: strings.recordsTimesFormat(), broken: broken, lines: 2, put)
        case "if_distress", "agreed_with": Field(label, text, hint: strings.recordsOneALine(), broken: broken, lines: 2, put)
        default: Field(label, text, broken: broken, lines: 2, put)
        }
    }

    private func oneOf(_ codes: [String]) -> some View {
        Labelled(label, broken: broken) {
            Choices(label, codes.map { ($0, words.planText(rule.name, $0)) } + [("", words.strings.appNotSet())], chosen: text, put)
        }
    }

    private var days: some View {
        let codes = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let ticked = text.split(separator: "\n").map(String.init)
        return Labelled(label, broken: broken) {
            Ticks(label, codes.map { ($0, words.planText(rule.name, $0)) }, ticked: { ticked.contains($0) }) { code, on in
                put(codes.filter { $0 == code ? on : ticked.contains($0) }.joined(separator: "\n"))
            }
        }
    }

    @ViewBuilder
    private var often: some View {
        let strings = words.strings
        Field("\(label): \(strings.planOften())", Often(text).count, broken: broken, keyboard: .numberPad) { count in
            put(Often(count: count, unit: unit).text)
        }
        Choices(
            strings.planOftenUnit(),
            [(.perWeek, strings.planUnitPerWeek()), (.perMonth, strings.planUnitPerMonth()), (.everyDays, strings.planUnitEveryDays())],
            chosen: unit
        ) { chosen in
            unit = chosen
            put(Often(count: Often(text).count, unit: chosen).text)
        }
    }

    @ViewBuilder
    private var apart: some View {
        let (strings, apart) = (words.strings, Apart(text))
        Field(strings.planApartTalking(), apart.talkingTherapy, broken: broken, keyboard: .numberPad) {
            put(Apart(talkingTherapy: $0, dose: apart.dose).text)
        }
        Field(strings.planApartDose(), apart.dose, keyboard: .numberPad) { put(Apart(talkingTherapy: apart.talkingTherapy, dose: $0).text) }
    }
}
