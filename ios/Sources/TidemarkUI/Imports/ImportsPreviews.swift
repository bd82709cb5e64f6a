//! Imports in each of their states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct ImportsPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", ImportsState())
            screen("Empty", empty)
            Looks { screen($0, listed) }
            screen("Reading", empty.copy { $0.step = .reading })
            screen("Error", listed.copy { $0.refused = .ofFile(reason: "diary.csv is empty") })
            screen("A word waits", waiting)
            screen(
                "Count again",
                waiting.copy {
                    $0.said.answers = ["super": "5"]
                    $0.said.zone = "lond"
                })
            screen("Rows rejected", rejected)
            screen("Ranges and practices", ranges)
            Looks { screen("Columns: \($0)", columns) }
            screen("Columns of sessions", sessions)
            screen(
                "Adding",
                empty.copy {
                    $0.step = .applying
                    $0.progress = TidemarkLogic.Progress(done: 200, total: 365)
                })
            screen(
                "Done",
                listed.copy {
                    $0.step = .done
                    $0.done = counts(118)
                })
            screen("Taking back", listed.copy { $0.undo = ImportsState.Undo(batch: past) })
            screen("Edited since", edited)
            screen("Taken back", listed.copy { $0.undone = ImportUndone(removed: 115, edited: 2, withThem: 1) })
            screen("List not read", ImportsState().copy { $0.problem = .locked })
        }

        static func counts(_ new: UInt32, same: UInt32 = 0, deleted: UInt32 = 0) -> ImportCounts {
            ImportCounts(new: new, same: same, deleted: deleted, restored: 0)
        }

        static let past = AppliedImport(
            batchId: "a", format: "daylio", sha256: "00", appliedAtMs: Sample.evening.epochMs, counts: counts(118), rejected: 2, undone: false)
        static let before = AppliedImport(
            batchId: "b", format: "columns", sha256: "00", appliedAtMs: Sample.evening.epochMs, counts: counts(30), rejected: 0, undone: true)
        static let empty = ImportsState().copy { $0.past = [] }
        static let listed = ImportsState().copy { $0.past = [past, before] }
        static let edited = listed.copy {
            $0.undo = ImportsState.Undo(batch: past, edited: ImportsState.Edited(edited: 2, withThem: 1))
        }

        static let row = RejectedRow(
            file: "daylio_export.csv", line: 41, column: "time (4)", reason: "not a date or time that exists, written %H:%M")

        static func look(_ counts: ImportCounts, names: [ImportName] = [], rejected: [RejectedRow] = []) -> ImportsState {
            let preview = ImportPreview(
                format: "daylio", file: "daylio_export.csv", counts: counts, newMeasures: ["daylio_mood"],
                period: Period(from: "2026-06-01", to: "2026-06-04"), emptyRows: 1, leftOutRows: 0, names: names, zoneId: "Europe/Berlin",
                choices: [], rejected: UInt32(rejected.count), rejectedRows: rejected)
            return empty.copy {
                $0.step = .look
                $0.file = ChosenFile(path: "/tmp/a", name: "daylio_export.csv")
                $0.found = ImportsState.Found(
                    preview: preview, said: ImportsState.Said(), restoreDeleted: false, practices: ["mindfulness", "movement", "other"])
            }
        }

        static let waiting = look(
            counts(3),
            names: [
                ImportName(name: "good", becomes: "daylio_mood 4", takes: nil, rows: 2),
                ImportName(name: "meditation", becomes: "practice mindfulness", takes: nil, rows: 1),
                ImportName(name: "Mood", becomes: "daylio_mood, 1 to 5 in steps of 1", takes: nil, rows: 3),
                ImportName(name: "super", becomes: nil, takes: "a number from 1, the lowest mood, to 5, the highest, or skip", rows: 1),
            ], rejected: [row])
        static let rejected = look(counts(4, same: 2, deleted: 1), rejected: [row])
        static let ranges = look(
            counts(0),
            names: [
                ImportName(name: "Steps", becomes: nil, takes: "a range of at most 10,000 steps, such as 0..20000/10", rows: 3),
                ImportName(name: "Floss", becomes: nil, takes: "a practice (psychotherapy, mindfulness) or skip", rows: 1),
                ImportName(name: "Odd", becomes: nil, takes: "something else", rows: 1),
            ])

        static func told(_ columns: [TableColumn]) -> ImportsState {
            empty.copy {
                let table = TableTop(columns: columns, delimiter: ";")
                $0.step = .columns
                $0.file = ChosenFile(path: "/tmp/a", name: "own.csv")
                $0.mapping = Mapping(table, [KnownMeasure(id: "stress", label: "Stress"), KnownMeasure(id: "mood", label: "Mood")])
                $0.mapping?.checked = true
            }
        }

        static let columns = told([
            TableColumn(name: "Day", sample: "03/11/2026", use: .day(format: nil)),
            TableColumn(
                name: "Feeling down", sample: "4",
                use: .values(ColumnUse.Values(label: "Feeling down", range: RangeTyped(lowest: "1", highest: "7")))),
            TableColumn(name: "Notes", sample: ""),
        ])
        static let sessions = told([
            TableColumn(name: "Day", sample: "20/11/2026", use: .day(format: "%d/%m/%Y")),
            TableColumn(name: "Min", sample: "60", use: .length),
            TableColumn(name: "How", sample: "shiatsu", use: .style),
            TableColumn(name: "Stress pre", sample: "7", use: .values(ColumnUse.Values(measureId: "stress", about: .before))),
            TableColumn(name: "Calm post", sample: "8", use: .values(calm(about: .after))),
        ])

        static func calm(about: About, highest: String = "10", direction: Direction = .higherBetter) -> ColumnUse.Values {
            ColumnUse.Values(label: "Calm", range: RangeTyped(lowest: "0", highest: highest), direction: direction, about: about)
        }

        static func screen(_ name: String, _ state: ImportsState) -> some View {
            Pictured(name, title: { $0.strings.importTitle() }) { ImportsView(state, Sample.now, { _ in }) }
        }
    }
#endif
