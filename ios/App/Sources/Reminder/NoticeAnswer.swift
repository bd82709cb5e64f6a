//! What the person did with a notification. The words in it may be anybody's, so only what is one of ours leads anywhere.

import TidemarkLogic
import UserNotifications

/// What the person did with a notification.
enum NoticeAnswer: Equatable, Sendable {
    case opened(Place)
    case later(key: String, sessionId: String?)

    /// It was put away.
    case nothing

    init(_ action: String, _ said: [AnyHashable: Any]) {
        let session = (said[SystemNotices.session] as? String).flatMap { $0.isEmpty ? nil : $0 }
        switch action {
        case UNNotificationDefaultActionIdentifier: self = .opened(Place(word: said[SystemNotices.place] as? String))
        case SystemNotices.later:
            guard let key = said[SystemNotices.key] as? String else {
                self = .nothing
                return
            }
            self = .later(key: key, sessionId: session)
        default: self = .nothing
        }
    }
}
