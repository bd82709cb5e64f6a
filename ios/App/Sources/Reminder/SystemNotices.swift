//! The system's list of notifications, as the app uses it. It plans nothing.

import Foundation
import UserNotifications

/// Words that stand on every notification.
struct NoticeWords: Sendable {
    let later: String
    /// Says that there is a reminder, and nothing about what; shown in place of every text where the phone hides previews.
    let hidden: String
}

/// The system's list of notifications.
struct SystemNotices: NoticeBoard {
    static let category = "reminder"
    static let later = "later"
    static let place = "place"
    static let key = "key"
    static let session = "session"

    let words: @Sendable () -> NoticeWords

    /// Says once at the start what a notification can be answered with.
    func prepare() {
        let said = words()
        // Its file is shut while the phone is, so the phone is unlocked first.
        let later = UNNotificationAction(identifier: Self.later, title: said.later, options: [.authenticationRequired])
        let reminder = UNNotificationCategory(
            identifier: Self.category, actions: [later], intentIdentifiers: [], hiddenPreviewsBodyPlaceholder: said.hidden,
            options: [])
        UNUserNotificationCenter.current().setNotificationCategories([reminder])
    }

    func allowed() -> Allowed {
        let asked = Asked<Allowed>()
        UNUserNotificationCenter.current().getNotificationSettings { settings in
            switch settings.authorizationStatus {
            case .denied: asked.answered(.refused)
            case .notDetermined: asked.answered(.notAsked)
            default: asked.answered(.given)
            }
        }
        return asked.wait() ?? .notAsked
    }

    func ask() {
        let asked = Asked<Bool>()
        UNUserNotificationCenter.current().requestAuthorization(options: [.alert, .sound]) { given, _ in asked.answered(given) }
        _ = asked.wait()
    }

    func waiting() -> [String] {
        let asked = Asked<[String]>()
        UNUserNotificationCenter.current().getPendingNotificationRequests { asked.answered($0.map(\.identifier)) }
        return asked.wait() ?? []
    }

    func add(_ notices: [Notice]) {
        for notice in notices {
            let content = UNMutableNotificationContent()
            content.title = notice.title
            content.body = notice.text
            content.sound = .default
            content.categoryIdentifier = Self.category
            content.threadIdentifier = notice.key
            content.userInfo = [Self.place: notice.place, Self.key: notice.key, Self.session: notice.sessionId ?? ""]
            let request = UNNotificationRequest(identifier: notice.id, content: content, trigger: trigger(notice.time))
            UNUserNotificationCenter.current().add(request, withCompletionHandler: nil)
        }
    }

    func takeAway(_ ids: [String]) { UNUserNotificationCenter.current().removePendingNotificationRequests(withIdentifiers: ids) }

    func hide(_ key: String) {
        let asked = Asked<[String]>()
        UNUserNotificationCenter.current().getDeliveredNotifications { shown in
            asked.answered(shown.map(\.request).filter { $0.content.threadIdentifier == key }.map(\.identifier))
        }
        UNUserNotificationCenter.current().removeDeliveredNotifications(withIdentifiers: asked.wait() ?? [])
    }

    private func trigger(_ time: NoticeTime) -> UNCalendarNotificationTrigger {
        switch time {
        // Without a zone the parts are read by the clock that the phone has when they come.
        case .clock(let parts): return UNCalendarNotificationTrigger(dateMatching: parts, repeats: false)
        case .instant(let ms):
            var utc = Calendar(identifier: .gregorian)
            utc.timeZone = .gmt
            let at = Date(timeIntervalSince1970: Double(ms) / 1000)
            var parts = utc.dateComponents([.year, .month, .day, .hour, .minute, .second], from: at)
            parts.calendar = utc
            parts.timeZone = utc.timeZone
            return UNCalendarNotificationTrigger(dateMatching: parts, repeats: false)
        }
    }
}
