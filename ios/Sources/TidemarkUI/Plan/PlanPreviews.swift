//! The plan, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct PlanPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", PlanState())
            screen("Empty", Sample.state(state(nil), { reduce($0, $1) }, .daysRead(nothing)))
            Looks { screen($0, agreed) }
            screen("Looked at late", state(version, today: "2026-11-30"))
            screen(
                "Apart",
                Sample.state(agreed, { reduce($0, $1) }, .changeAsked, .fieldChosen("keep_apart"), .toTyped("talking_therapy:4\ndose:2")))
            screen("First", Sample.state(state(nil), { reduce($0, $1) }, .added, .submitted))
            screen("Change", change)
            screen("Change broken", Sample.state(agreed, { reduce($0, $1) }, .changeAsked, .fieldChosen("frequency"), .submitted))
            screen("Refused", change.copy { $0.change?.problem = .storageFull })
            screen("Error", PlanState().copy { $0.problem = .locked })
        }

        static let agreed = Sample.state(state(version), { reduce($0, $1) }, .written(id: "p", at: Sample.evening), .daysRead(days))

        static let days = PlanDays(
            from: "2026-11-23", to: "2026-12-06",
            days: [
                PlanDay(day: "2026-11-24", entries: [PlanEntry(minute: 1080, what: .session(id: "h", status: .held, apart: []))]),
                PlanDay(
                    day: "2026-11-26",
                    entries: [
                        PlanEntry(minute: 480, what: .dose(id: "m", name: "Sertraline")),
                        PlanEntry(minute: 840, what: .talkingTherapy(id: "v", withWhom: "Dr Weber")),
                        PlanEntry(
                            minute: 960, what: .session(id: "s", status: .planned, apart: [Sentence(id: "sentence.apart", text: Sample.apart)])),
                    ]),
                PlanDay(day: "2026-12-03", entries: [PlanEntry(minute: 840, what: .talkingTherapy(id: "w", withWhom: nil))]),
            ])

        static let nothing = PlanDays(from: "2026-11-23", to: "2026-12-06", days: [])

        static let change = Sample.state(
            agreed, { reduce($0, $1) }, .changeAsked, .fieldChosen("pressure"), .toTyped("3"), .reasonChosen("comfort"))

        static let version = PlanVersion(
            id: "p", number: "3", since: "2026-10-02",
            shown: [
                "since": "2026-10-02", "modality": "swedish", "pressure": "2", "minutes": "60", "frequency": "every 14 days",
                "preferred_days": "mon\nthu", "keep_apart": "talking_therapy:4", "if_distress": "pause\nwindow", "review_on": "2026-11-30",
            ])

        static let adjustment = PlanAdjustment(
            at: "2026-10-02", field: "pressure", from: "3", to: "2", reason: "comfort", decidedBy: "together", finding: nil)

        /// The fields as the core lists them.
        static let rules: [FieldRule] = [
            rule("since", .date, required: true), rule("aim", .text(most: 4000)), rule("modality", .code(allowed: ["swedish"])),
            rule("pressure", .whole(min: 1, max: 5)), rule("minutes", .whole(min: 5, max: 240)), rule("frequency", .word),
            rule("preferred_days", .items), rule("preferred_times", .items), rule("keep_apart", .items), rule("if_distress", .items),
            rule("agreed_with", .items), rule("review_on", .date),
        ]

        static func rule(_ name: String, _ form: FieldForm, required: Bool = false) -> FieldRule {
            FieldRule(name: name, about: name, form: form, required: required, settable: true)
        }

        static func state(_ version: PlanVersion?, today: String = "2026-11-24") -> PlanState {
            Sample.state(
                PlanState(), { reduce($0, $1) },
                .read(
                    PlanRead(
                        today: today, rules: rules, reasons: ["response", "comfort", "cost"], deciders: ["self", "together", "clinician"],
                        inForce: version, newest: version, changes: version == nil ? [] : [adjustment], cards: [])))
        }

        static func screen(_ name: String, _ state: PlanState) -> some View {
            Pictured(name, title: { $0.strings.planTitle() }) { PlanView(state, { _ in }, .nowhere) }
        }
    }
#endif
