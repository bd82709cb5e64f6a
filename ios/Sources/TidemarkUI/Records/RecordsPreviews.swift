//! Records of a kind and their form, in each of their states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct RecordsPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", RecordsState(.medication))
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen("Deleted", filled.copy { $0.undo = LastAct(id: "a", at: Sample.evening, removed: true) })
            Looks { screen("Form: \($0)", form) }
            screen("Rules broken", broken)
            screen("Refused", form.copy { $0.form?.problem = .storageFull })
            screen("Changes of a record", history)
            screen("Visit", visit)
            screen("Change of a medicine", change)
            screen(
                "No medicine yet",
                change.copy {
                    $0.choices = [:]
                    $0.rows = []
                })
            screen("Questionnaire", questionnaire)
            screen("Help offered", empty.copy { $0.offersHelp = true })
            screen("Error", RecordsState(.medication).copy { $0.problem = .locked })
        }

        static let empty = RecordsState(.medication).copy {
            $0.rules = [
                rule("name", .text(most: 80), required: true), rule("strength", .text(most: 80)), rule("dose", .text(most: 80)),
                rule("times", .items), rule("start", .date), rule("stop", .date), rule("touch_notes", .items),
            ]
            $0.today = "2026-11-24"
            $0.rows = []
        }

        static let filled = empty.copy {
            $0.rows = [
                row(
                    .medication, "a",
                    ["name": "Sertraline", "strength": "50 mg", "dose": "one in the morning", "times": "08:00", "start": "2026-09-02"]),
                row(.medication, "b", ["name": "Melatonin", "dose": "as needed", "start": "2026-10-12", "stop": "2026-11-01"]),
            ]
            $0.undo = LastAct(id: "a", at: Sample.evening, removed: false)
        }

        static let values = [
            "name": "Sertraline", "strength": "50 mg", "times": "08:00\n20:00", "start": "2026-09-02", "touch_notes": "drowsy\nsore",
        ]

        static let form = filled.copy {
            $0.undo = nil
            $0.form = RecordForm("a", before: values).copy { $0.texts["dose"] = "two at night" }
        }

        static let broken = empty.copy {
            $0.form = RecordForm(nil, before: [:]).copy {
                $0.texts = ["start": "2026-13-02", "stop": "2026-09-01"]
                $0.broken = [
                    "name": .needed, "start": .noDay, "stop": .rule(reason: "the last day of a medicine takes its first day or a later one"),
                ]
            }
        }

        static let questionnaire = RecordsState(.instrumentResult).copy {
            $0.rules = [
                rule("instrument", .code(allowed: ["phq_9", "gad_7", "pcl_5", "isi", "pss_10"]), required: true),
                rule("total", .whole(min: 0, max: 80), required: true), rule("items", .items),
                rule("filled_by", .code(allowed: ["self", "helped", "clinician", "other"]), required: true),
            ]
            $0.today = "2026-11-24"
            $0.rows = []
            $0.form = RecordForm(nil, before: [:]).copy {
                $0.texts = ["instrument": "gad_7", "total": "14", "items": "1:1\n2:1\n3:2\n4:0\n5:3\n6:2\n7:3", "filled_by": "self"]
                $0.scored = true
                $0.broken = ["items": .sum(12, total: 14)]
            }
        }

        static let history = form.copy {
            $0.form?.history = [
                Revision(revision: 2, field: "start", old: nil, new: "2026-09-02", changedAt: Sample.evening, changedBy: .own, reason: nil),
                Revision(
                    revision: 3, field: "strength", old: "25 mg", new: "50 mg", changedAt: Sample.minutes(1), changedBy: .own,
                    reason: "less sleep"),
            ]
        }

        static let visit = RecordsState(.visit).copy {
            $0.rules = [
                rule("at", .moment, required: true), rule("with", .text(most: 80)),
                rule(
                    "kind",
                    .code(allowed: ["primary_care", "psychiatrist", "talking_therapist", "massage_therapist", "physiotherapist", "other"])),
                rule("questions", .items), rule("outcome", .text(most: 4000)),
            ]
            $0.today = "2026-11-24"
            $0.rows = []
            $0.form = RecordForm(nil, before: [:]).copy { $0.texts = ["at": "2026-11-25 10:00", "with": "Dr Weber", "kind": "psychiatrist"] }
        }

        static let change = RecordsState(.medicationChange).copy {
            $0.rules = [
                rule("medication_id", .uuid, required: true), rule("at", .date),
                rule("kind", .code(allowed: ["start", "stop", "up", "down", "time_moved", "switch", "paused"]), required: true),
            ]
            $0.today = "2026-11-24"
            $0.rows = [row(.medicationChange, "c", ["medication_id": "a", "at": "2026-11-02", "kind": "up"])]
            $0.choices = [
                "medication_id": [RecordsState.Choice(id: "a", name: "Sertraline"), RecordsState.Choice(id: "b", name: "Melatonin")]
            ]
        }

        static func rule(_ name: String, _ form: FieldForm, required: Bool = false) -> FieldRule {
            FieldRule(name: name, about: "about \(name)", form: form, required: required, settable: true)
        }

        static func row(_ kind: Kind, _ id: String, _ shown: [String: String]) -> RecordsState.Row {
            RecordsState.Row(
                record: DiaryRecord(
                    kind: kind, id: id, revision: 1, recordedAt: Sample.evening, recordedBy: .own, deleted: false,
                    fields: shown.sorted { $0.key < $1.key }.map { FieldText(name: $0.key, text: $0.value) }),
                shown: shown)
        }

        static func screen(_ name: String, _ state: RecordsState) -> some View {
            Pictured(name, title: { $0.strings.title(state.kind) }) { RecordsView(state, { _ in }, .nowhere) }
        }
    }
#endif
