//! The history in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct HistoryPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", HistoryState())
            screen("Empty", read(page(days: blank, before: nil)))
            Looks { screen($0, filled) }
            screen("List", Sample.state(filled, reduce, .listChosen(on: true)))
            screen("List, largest letters", Sample.state(filled, reduce, .listChosen(on: true))).dynamicTypeSize(.accessibility5)
            screen(
                "Between",
                read(
                    page(
                        days: days, before: Neighbour(month: YearMonth(year: 2026, month: 10), empty: 0),
                        after: Neighbour(month: YearMonth(year: 2027, month: 2), empty: 2))))
            screen("Error", Sample.state(HistoryState(), reduce, .monthNotRead(.damaged)))
        }

        /// November 2026 begins on a Sunday; the 24th is a Tuesday. `F` full, `h` half, `o` ring, `-` blank.
        private static let marks = "FF-hFFFoo--FFFFFh-FFFFF" + "F------"

        static let days = marks.enumerated().map { (at, mark) -> MonthDay in
            let day = at + 1
            let shape: DayMark =
                switch mark {
                case "F": .full
                case "h": .half
                case "o": .ring
                default: .blank
                }
            return MonthDay(
                day: iso(day), mark: shape, checkIns: mark == "-" ? 0 : UInt32(1 + day % 2), sessions: [5, 19].contains(day) ? 1 : 0,
                planned: day == 28 ? 1 : 0, others: day == 12 ? 1 : 0)
        }

        static let blank = (1...30).map { MonthDay(day: iso($0), mark: .blank, checkIns: 0, sessions: 0, planned: 0, others: 0) }
        static let filled = read(page(days: days, before: Neighbour(month: YearMonth(year: 2026, month: 7), empty: 3)))

        private static func iso(_ day: Int) -> String { "2026-11-\(day < 10 ? "0" : "")\(day)" }

        static func page(days: [MonthDay], before: Neighbour?, after: Neighbour? = nil) -> MonthPage {
            MonthPage(
                month: YearMonth(year: 2026, month: 11), today: Sample.today, days: days, before: before, after: after, sampleLabel: nil)
        }

        static func read(_ page: MonthPage) -> HistoryState { Sample.state(HistoryState(), reduce, .monthRead(page)) }

        static func screen(_ name: String, _ state: HistoryState) -> some View {
            Pictured(name, title: { $0.strings.historyTitle() }) { HistoryView(state, { _ in }, .nowhere) }
        }
    }
#endif
