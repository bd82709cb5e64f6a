//! The intake sheet, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct IntakePreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", IntakeState())
            screen("Empty", state(written: false))
            Looks { screen($0, filled) }
            screen("Sent", filled.copy { $0.out = SheetOut(sent: SheetOut.Sent(way: .share, bytes: 41_000, noted: false)) })
            screen("Version", filled.copy { $0.openVersion = "s1" })
            screen(
                "On its way",
                filled.copy {
                    $0.out = .onItsWay
                    $0.working = true
                })
            screen("Form", form)
            screen("Form without medicines", Sample.state(state(written: true, medicines: []), { reduce($0, $1) }, .changed))
            screen("Refused", form.copy { $0.form?.problem = .storageFull })
            screen("Error", IntakeState().copy { $0.problem = .locked })
        }

        static let filled = Sample.state(
            state(written: true), { reduce($0, $1) }, .written(id: "v2", at: Sample.evening, form: false), .reverseTicked(true))

        static let form = Sample.state(state(written: true), { reduce($0, $1) }, .changed)

        static let shown = [
            "name": "Ada", "pressure": "2", "allergies": "oil:lavender\nlatex", "areas": "focus:shoulder:both", "stop_signal": "red",
            "circulation": "rather_not_say",
        ]

        static func state(
            written: Bool, medicines: [RecordsState.Choice] = [RecordsState.Choice(id: "m", name: "Sertraline")]
        ) -> IntakeState {
            let fields = ["name", "circulation", "medicines", "allergies", "pressure", "areas", "stop_signal", "permission_to_talk"]
            let parts = fields.map { IntakePart(field: $0, text: shown[$0] ?? "", ticked: $0 != "circulation") }
            let versions = [
                IntakeVersion(id: "s", number: "2", reviewedOn: "2026-11-20", shown: shown, parts: parts),
                IntakeVersion(
                    id: "s1", number: "1", reviewedOn: "2026-03-02", shown: ["name": "Ada"],
                    parts: [IntakePart(field: "name", text: "Ada", ticked: true), IntakePart(field: "allergies", text: "scent", ticked: false)]),
                IntakeVersion(id: "s0", number: "0", reviewedOn: "2026-03-01", shown: [:], parts: []),
            ]
            return Sample.state(
                IntakeState(), { reduce($0, $1) },
                .read(
                    IntakeRead(
                        today: "2026-11-24", rules: fields.map { PlanPreviews.rule($0, holds($0)) },
                        medicines: medicines,
                        versions: written ? versions : [], withPlan: true)))
        }

        static func holds(_ field: String) -> FieldForm {
            switch field {
            case "circulation": .code(allowed: ["yes", "no", "rather_not_say"])
            case "permission_to_talk": .code(allowed: ["yes", "no", "ask_me"])
            case "medicines", "allergies", "areas": .items
            case "pressure": .whole(min: 1, max: 5)
            default: .text(most: 80)
            }
        }

        static func screen(_ name: String, _ state: IntakeState) -> some View {
            Pictured(name, title: { $0.strings.intakeTitle() }) { IntakeView(state, { _ in }, .nowhere) }
        }
    }
#endif
