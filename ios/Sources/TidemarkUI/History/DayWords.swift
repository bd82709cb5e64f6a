//! What stands on a day, in words?

import TidemarkBindings
import TidemarkLogic

extension Words {
    /// "written that day, 2 check-ins, 1 session".
    func held(_ day: MonthDay, today: LogicalDate) -> String {
        func some(_ count: UInt32, _ said: (Int) -> String) -> String? { count > 0 ? said(Int(count)) : nil }
        let parts: [String?] = [
            day.day == today.iso ? strings.historyToday() : nil,
            day.mark == .blank ? nil : mark(day.mark),
            some(day.checkIns) { strings.historyCheckIns(n: $0) },
            some(day.sessions) { strings.historySessions(n: $0) },
            some(day.planned) { strings.historyPlanned(n: $0) },
            some(day.others) { strings.historyOthers(n: $0) },
            day.holdsNothing ? strings.historyBlank() : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// A day spoken in full.
    func spoken(_ day: MonthDay, today: LogicalDate) -> String {
        strings.historyDay(day: fullDay(LogicalDate(day.day)), what: held(day, today: today))
    }

    /// How the entries of a day were written.
    func mark(_ mark: DayMark) -> String {
        switch mark {
        case .full: strings.historyFull()
        case .half: strings.historyHalf()
        case .ring: strings.historyRing()
        case .blank: strings.historyBlank()
        }
    }
}
