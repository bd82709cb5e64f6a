//! Today in each of its states.

#if DEBUG
    import SwiftUI

    @testable import TidemarkLogic

    struct TodayPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", TodayState())
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen("Error", full)
            screen("Locked", Sample.state(TodayState(), reduce, .dayNotRead(.locked)))
            screen("Back after a long time", read(Around(rolloverMin: 240, planned: ["s"], awaySince: LogicalDate("2026-08-24"))))
            screen("Hours", Sample.state(empty, reduce, .padOpened(Sample.hours.measure)))
        }

        static let empty = read(Around(rolloverMin: 240))

        static let filled = Sample.state(
            empty, reduce, .rated(Sample.stress.measure, Sample.number(6), at: Sample.evening),
            .saved(
                Sample.stress.measure, Stored(checkIn: CheckInId("a"), answer: Sample.number(6), recordedAt: Sample.evening)))

        static let full = Sample.state(
            empty, reduce, .rated(Sample.stress.measure, Sample.number(6), at: Sample.evening),
            .notSaved(Sample.stress.measure, .storageFull))

        static func read(_ around: Around) -> TodayState {
            let day = Day(date: Sample.today, questions: [Sample.stress, Sample.mood, Sample.hours], answers: [:], around: around)
            return Sample.state(TodayState(), reduce, .dayRead(day))
        }

        static func screen(_ name: String, _ state: TodayState) -> some View {
            Pictured(name, title: { $0.strings.appToday() }) { TodayView(state, { _ in }, .nowhere, Sample.now) }
        }
    }
#endif
