//! Where the person is. What a place needs to begin stands in it; everything else it reads from the diary.

import TidemarkBindings

/// Where the person is. Each place is one screen.
public enum Place: Hashable, Sendable {
    case today
    case sessions
    case trends
    case report
    case more

    /// A session before it starts: a new one, or one that was planned.
    case sessionBefore(sessionId: String? = nil)
    case sessionTimer(sessionId: String)
    case sessionAfter(sessionId: String)

    /// What was agreed for the time after, and the rating of the next morning.
    case sessionTomorrow(sessionId: String)

    /// A session that is over, or a past one that is added.
    case sessionDetail(sessionId: String?)
    case history

    /// Every entry of one day.
    case dayEntries(date: LogicalDate)
    case insights

    /// The pages of a report before anything is sent; what was chosen goes with it, so that what is sent is what was looked at.
    case reportPreview(options: ReportOptions)

    /// The pages beside a report, such as the intake sheet, before anything is sent.
    case sheetPreview(sheet: Sheet)

    /// The ways out of the phone for a report.
    case reportShare(options: ReportOptions)
    case visitPrep

    /// A list of records of one kind, such as `medication`, `goal`, `event` or `visit`.
    case records(kind: String)
    case safety
    case backup
    case restore
    case settings

    /// The massage therapists that are written down, and the questions to ask first.
    case therapists

    /// What was asked of one massage therapist.
    case checklist(therapistId: String)

    /// What was agreed about sessions, and what changed since.
    case plan

    /// What a massage therapist needs to know, with a tick for each part that may leave.
    case intake

    /// The page for somebody who looks after the person.
    case carePage

    /// Entries from another app's file, and the way back from them.
    case imports

    /// A practice written down with one tap.
    case practice
}

/// The bar at the bottom.
public enum Tab: Hashable, Sendable, CaseIterable {
    case today, sessions, trends, report, more

    public var root: Place {
        switch self {
        case .today: .today
        case .sessions: .sessions
        case .trends: .trends
        case .report: .report
        case .more: .more
        }
    }
}
