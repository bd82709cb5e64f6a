//! Where notifications wait for their time: the system's list, or a test's.

import Foundation

/// A notification that the system is to show by itself: the app does not run then.
struct Notice: Equatable, Sendable {
    /// The same ring has the same name each time it is planned, so planning again changes nothing.
    let id: String
    let title: String
    let text: String
    /// The word of the place it leads to.
    let place: String
    /// What "Later" brings again.
    let key: String
    let sessionId: String?
    let time: NoticeTime
}

/// When a notification shows.
enum NoticeTime: Hashable, Sendable {
    /// When the clock on the wall shows it, wherever the phone is by then.
    case clock(DateComponents)

    /// At an instant, whatever clocks do.
    case instant(ms: Int64)
}

/// Whether the app may show notifications.
enum Allowed: Sendable {
    case given, refused, notAsked
}

/// The system's list of notifications; called off the main actor.
protocol NoticeBoard: Sendable {
    func allowed() -> Allowed

    /// Asks the person, in the system's window; waits for the answer.
    func ask()

    /// Ids of what waits.
    func waiting() -> [String]
    func add(_ notices: [Notice])
    func takeAway(_ ids: [String])

    /// Takes away what was shown for a reminder.
    func hide(_ key: String)
}
