//! The plan day by day: two weeks of sessions, talking therapy and doses, and how they are read and moved.

import TidemarkBindings

/// Days that are shown at a time.
private let shown: UInt16 = 14

/// Two weeks day by day.
public struct PlanDays: Hashable, Sendable {
    /// The first and the last day, `YYYY-MM-DD`.
    public let from: String
    public let to: String
    /// The days on which something stands.
    public let days: [PlanDay]
}

extension PlanState {
    /// What was written can change what is kept apart on the days shown.
    func reads(after first: PlanEffect...) -> Next<PlanState, PlanEffect> {
        Next(self, all: first + [.read, .readDays(from: daysAsked)])
    }

    func daysMoved(weeks: Int) -> Next<PlanState, PlanEffect> {
        guard let from = daysAsked ?? days?.from else { return Next(self) }
        let to = later(from, days: weeks * 7)
        return Next(
            copy {
                $0.daysAsked = to
                $0.problem = nil
            }, .readDays(from: to))
    }

    /// An answer for days that are no longer the ones asked for is dropped.
    func daysRead(_ read: PlanDays) -> PlanState { daysAsked == nil || daysAsked == read.from ? copy { $0.days = read } : self }

    /// What comes next goes on from the days that are still shown.
    func daysNotRead(_ problem: Problem) -> PlanState {
        copy {
            if daysAsked != nil { $0.daysAsked = days?.from }
            $0.problem = problem
        }
    }
}

extension OpenDiaryProtocol {
    /// Two weeks from a day on; none: from the Monday of this week.
    func planDays(_ from: String?, _ now: Moment) throws -> PlanDays {
        let from = try from ?? monday(now)
        let days = try planCalendar(from: from, days: shown)
        return PlanDays(from: from, to: later(from, days: Int(shown) - 1), days: days.filter { !$0.entries.isEmpty })
    }

    private func monday(_ now: Moment) throws -> String {
        let today = try today(now: now).day
        return CivilDay(today)?.monday.iso ?? today
    }
}

private func later(_ day: String, days: Int) -> String { CivilDay(day)?.minus(days: -days).iso ?? day }
