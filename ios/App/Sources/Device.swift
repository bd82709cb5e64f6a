//! Everything of the phone that the screens use, put together once a process. What each part does is said where it is.

import Foundation
import TidemarkBindings
import TidemarkLogic
import UIKit

/// The phone, as the screens use it.
final class Device: Sendable {
    let vault: Vault
    let phone: Phone
    let front = Front()
    let deviceLock = DeviceLock()
    let notices: SystemNotices
    private let places: Places
    private let shelter = Shelter(marks: SystemMarks())
    private let outbox: Outbox
    private let inbox: Inbox
    private let documents: Documents
    private let reminders: Reminders
    /// Where notifications are planned; not where calls of the diary run: a screen there may be waiting for the person.
    private let background = DispatchQueue(label: "notifications")

    init(places: Places, words: PhoneWords, openDiary: @escaping @Sendable () -> (any OpenDiaryProtocol)?) {
        self.places = places
        let (lock, diary) = (deviceLock, places.diary.path)
        notices = SystemNotices { words.notices }
        outbox = Outbox(folder: places.outbox)
        inbox = Inbox(folder: places.inbox)
        documents = Documents(front: front, outbox: outbox, inbox: inbox, arrived: Arrived())
        vault = DeviceVault(
            keys: Keychain(service: "org.tidemark.keys") { words.prompt }, sealing: GCM(), diary: diary, heldWords: places.heldWords,
            newAlias: { $0 + UUID().uuidString.lowercased() }, unlocked: { lock.isUnlocked }, canAsk: Keychain.canAsk
        ).vault()
        let reminders = Reminders(
            Reminders.Parts(
                file: BookFile(file: places.reminders), board: notices, words: { words.reminders }, now: Self.now,
                zone: { .current }, diary: openDiary,
                diaryThere: { FileManager.default.fileExists(atPath: diary) },
                openTimes: { try? readOpenFacts(path: diary).reminderTimes }, unlocked: { lock.isUnlocked }))
        self.reminders = reminders
        let (board, queue) = (notices, background)
        let erased = { @Sendable [outbox, inbox] in
            guard !FileManager.default.fileExists(atPath: diary) else { return }
            outbox.empty()
            inbox.empty()
        }
        phone = ApplePhone(
            front: front, documents: documents,
            copies: CopyFolder(kept: FolderFile(file: places.copyFolder), system: SystemFolders(), outbox: outbox),
            sheet: ShareSheet(front: front, outbox: outbox), board: board, now: Self.now
        ).phone(
            rearm: {
                queue.async {
                    reminders.rearm()
                    // The diary was erased: what of it was on its way goes too.
                    erased()
                    // Asked when it is of use, and not at the first start.
                    if !reminders.book().reminders.isEmpty, board.allowed() == .notAsked {
                        // Not on this queue: the person may leave the question open, and what runs when the app leaves the
                        // screen would wait behind it until the system ends the app.
                        DispatchQueue.global().async {
                            board.ask()
                            queue.async { reminders.rearm() }
                        }
                    }
                }
            },
            times: { reminders.book().rung })
    }

    /// Where the diary lies, or will; its parent is there.
    var diaryPath: String { places.diary.path }

    /// The time and the zone of the phone, as records keep them.
    @Sendable static func now() -> Moment {
        let (at, zone) = (Date.now, TimeZone.current)
        return Moment(
            epochMs: Int64((at.timeIntervalSince1970 * 1000).rounded(.down)), offsetS: Int32(zone.secondsFromGMT(for: at)),
            zoneId: zone.identifier)
    }

    /// The app was opened afresh: nothing that was on its way out or in stays, and the folder of the records is sheltered.
    @MainActor
    func started() {
        deviceLock.watch()
        notices.prepare()
        // Before anything is asked of the diary: its folder is made in here.
        _ = shelter.sheltered(places.records)
        outbox.empty()
        inbox.empty()
        planAnew()
    }

    /// The clock, the zone or the day changed while the app was there.
    func planAnew() { background.async { [reminders] in reminders.rearm() } }

    /// The app leaves the screen: notifications are planned while the diary can be asked, and what was written since the start is
    /// sheltered too. The system grants some seconds for that.
    @MainActor
    func left() {
        let task = UIApplication.shared.beginBackgroundTask(withName: "plan", expirationHandler: nil)
        background.async { [reminders, shelter, places] in
            reminders.rearm()
            _ = shelter.sheltered(places.records)
            DispatchQueue.main.async { UIApplication.shared.endBackgroundTask(task) }
        }
    }

    /// "Later" on a notification; `done` once it is planned.
    func later(_ key: String, sessionId: String?, done: @escaping @Sendable () -> Void) {
        background.async { [reminders] in
            reminders.later(key, sessionId: sessionId)
            done()
        }
    }

    /// A file that was opened with the app: kept until its screen asks for one. Answers which screen that is; none when it was not taken.
    func came(_ place: URL) -> Place? {
        documents.came(place) ? Arrived.place(place.lastPathComponent) : nil
    }
}
