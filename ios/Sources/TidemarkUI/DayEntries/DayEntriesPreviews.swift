//! The entries of a day, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct DayEntriesPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", DayEntriesState(date))
            screen("Empty", read([]))
            Looks { screen($0, filled) }
            screen("Changes", changes)
            screen("Pad", pad)
            screen("Adding", read([late]).copy { $0.open = .add(Sample.stress.measure) })
            screen(
                "Deleted",
                read([session]).copy {
                    $0.line = .deleted
                    $0.undo = "a"
                })
            screen("Error", full)
            screen("Locked", DayEntriesState(date).copy { $0.problem = .locked })
        }

        static let date = LogicalDate("2026-11-23")
        static let toStress = DayEntriesState.Target.change(checkIn: "a", Sample.stress.measure)

        static let filled = read([morning, session, late]).copy {
            $0.line = .saved(at: Sample.evening)
            $0.undo = "a"
        }

        static let changes = read([morning, session, late]).copy {
            $0.changes = [
                "a": [
                    Revision(revision: 2, field: "value.stress", old: "6", new: "4", changedAt: Sample.evening, changedBy: .own, reason: nil),
                    Revision(revision: 2, field: "value.mood", old: "5", new: "skipped", changedAt: Sample.evening, changedBy: .own, reason: nil),
                ]
            ]
        }

        static let pad = read([morning, session, late]).copy { $0.open = toStress }

        static let full = Sample.state(
            pad, reduce, .rated(Sample.number(7), at: Sample.evening), .notSaved(.storageFull))

        static func read(_ entries: [Entry]) -> DayEntriesState {
            DayEntriesState(date).copy {
                $0.page = DayPage(
                    today: Sample.today, entries: entries, questions: [Sample.stress, Sample.mood],
                    versions: [Sample.stress.measure: 1, Sample.mood.measure: 1], daily: [Sample.stress.measure, Sample.mood.measure],
                    sampleLabel: nil)
            }
        }

        static let morning = entry(
            "check_in", "a", "2026-11-23T08:12:00+01:00", "live", [value("stress", 4), value("mood", nil)], revision: 2)

        static let late = entry(
            "check_in", "b", "2026-11-24T09:30:00+01:00", "late", [value("mood", 6)],
            fields: [
                ("rated_at", "2026-11-24T09:30:00+01:00"), ("note", "Slept in. The walk along the river helped."),
                ("practices", "movement | breathing"),
            ])

        static let session = entry(
            "session", "s", "2026-11-23T16:40:00+01:00", "live", [],
            ratings: [
                EntryRatings(
                    id: "r1", phase: "before", ratedAt: "2026-11-23T15:25:00+01:00", inWindow: true, recalled: false,
                    values: [value("stress", 6), value("mood", 4)]),
                EntryRatings(
                    id: "r2", phase: "after", ratedAt: "2026-11-23T16:40:00+01:00", inWindow: true, recalled: true,
                    values: [value("stress", 3), value("mood", 6)]),
            ],
            fields: [
                ("status", "held"), ("started_at", "2026-11-23T15:30:00+01:00"), ("modality", "swedish"), ("actual_min", "60"),
            ])

        static func value(_ measure: String, _ number: Double?) -> EntryValue {
            EntryValue(measureId: measure, measureVersion: 1, frame: "day_overall", value: number)
        }

        static func entry(
            _ kind: String, _ id: String, _ at: String, _ mode: String?, _ values: [EntryValue], revision: UInt32 = 1,
            ratings: [EntryRatings] = [], fields: [(String, String)] = []
        ) -> Entry {
            Entry(
                kind: kind, id: id, day: date.iso, recordedAt: at, recordedBy: "self", source: "app", revision: revision, entryMode: mode,
                values: values, ratings: ratings, fields: fields.map { FieldText(name: $0.0, text: $0.1) })
        }

        static func screen(_ name: String, _ state: DayEntriesState) -> some View {
            Pictured(name, title: { $0.strings.entriesTitle(date: $0.date(date)) }) {
                DayEntriesView(state, { _ in }, .nowhere, Sample.now)
            }
        }
    }
#endif
