//! Two weeks of sessions, talking therapy and doses, day by day, and what is nearer than the plan keeps apart.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Weeks of one step.
private let weeks = 2

/// The days of the plan on which something stands. It says what is near; whether that is right is not its to say.
struct DayByDay: View {
    private let shown: PlanDays
    private let send: Send<PlanEvent>
    private let go: Go
    @Environment(\.words) private var words

    init(_ shown: PlanDays, _ send: @escaping Send<PlanEvent>, _ go: Go) {
        self.shown = shown
        self.send = send
        self.go = go
    }

    var body: some View {
        let strings = words.strings
        Section(strings.planDays()) {
            Told(strings.planDaysPeriod(from: words.date(LogicalDate(shown.from)), to: words.date(LogicalDate(shown.to))))
            Flow {
                Deed(strings.planDaysEarlier(), spoken: strings.planDaysEarlierSpoken(), wide: false) { send(.daysMoved(weeks: -weeks)) }
                Deed(strings.planDaysLater(), spoken: strings.planDaysLaterSpoken(), wide: false) { send(.daysMoved(weeks: weeks)) }
            }
            if shown.days.isEmpty { Aside(strings.planDaysEmpty()) }
            ForEach(shown.days, id: \.day) { day in
                VStack(alignment: .leading, spacing: 2) {
                    Heading(words.day(LogicalDate(day.day)))
                    ForEach(Array(day.entries.enumerated()), id: \.offset) { _, entry in line(entry) }
                }
            }
        }
    }

    /// A line of a day; that of a session leads to it.
    @ViewBuilder
    private func line(_ entry: PlanEntry) -> some View {
        if case .session(let id, let status, let apart) = entry.what {
            WayOut(words.line(entry)) { go.to(status == .planned ? .sessionBefore(sessionId: id) : .sessionDetail(sessionId: id)) }
            ForEach(Array(apart.enumerated()), id: \.offset) { _, sentence in Aside(sentence.text) }
        } else {
            ReadLine(words.line(entry))
        }
    }
}

extension Words {
    fileprivate func line(_ entry: PlanEntry) -> String {
        let at = time(Int(entry.minute))
        return switch entry.what {
        case .session(_, let status, _): strings.planDaySession(time: at, status: self.status(status))
        case .talkingTherapy(_, let whom):
            whom.map { strings.planDayTherapyWith(time: at, with: $0) } ?? strings.planDayTherapy(time: at)
        case .dose(_, let name): strings.planDayDose(time: at, medicine: name)
        }
    }
}
