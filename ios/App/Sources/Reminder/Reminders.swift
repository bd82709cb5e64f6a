//! Does the system's list say what the book says? Works without the diary's key; with the open diary it knows more.

import Foundation
import TidemarkBindings
import TidemarkLogic

/// The words of notifications.
struct ReminderWords: Sendable {
    let app: String
    /// Says that there is a reminder, and nothing about what.
    let hidden: String
    let plain: @Sendable (ReminderKind) -> String
}

/// Keeps the system's list of notifications as the book says. One call at a time, off the main actor.
final class Reminders: Sendable {
    /// What it works with; a test has its own.
    struct Parts: Sendable {
        let file: BookFile
        let board: any NoticeBoard
        let words: @Sendable () -> ReminderWords
        let now: @Sendable () -> Moment
        let zone: @Sendable () -> TimeZone
        /// The diary while it is open; none while it is locked.
        let diary: @Sendable () -> (any OpenDiaryProtocol)?
        /// Whether there is a diary at all; after "erase everything" nothing of it stays here either.
        let diaryThere: @Sendable () -> Bool
        /// The clock times of `open.json`; none when it cannot be read.
        let openTimes: @Sendable () -> [ReminderTime]?
        /// Whether files can be read: on a locked phone they cannot, and what waits in the list stays as it is.
        let unlocked: @Sendable () -> Bool
    }

    private let parts: Parts
    private let lock = NSLock()

    init(_ parts: Parts) { self.parts = parts }

    /// After a start, an update, a new time or zone, a changed reminder, and whenever the app leaves the screen.
    func rearm() {
        lock.withLock {
            guard parts.unlocked(), let before = parts.file.read() else { return }
            let now = parts.now().epochMs
            var book = known(before)
            // What was due since the last time was shown by the system; where it may show nothing, nothing rang.
            if parts.board.allowed() == .given { book = book.ring(nowMs: now, zone: parts.zone(), done: done).book }
            keep(book)
        }
    }

    /// "Later" on a notification.
    func later(_ key: String, sessionId: String?) {
        lock.withLock {
            // What cannot be planned again stays where it is.
            guard parts.unlocked(), let before = parts.file.read() else { return }
            parts.board.hide(key)
            let (now, zone) = (parts.now().epochMs, parts.zone())
            keep(known(before).ring(nowMs: now, zone: zone, done: done).book.snoozed(key, nowMs: now, zone: zone, sessionId: sessionId))
        }
    }

    /// When each reminder last rang and rings next, for the page that shows them.
    func book() -> Book { lock.withLock { parts.file.read() ?? Book() } }

    private func known(_ before: Book) -> Book {
        let (now, zone) = (parts.now(), parts.zone())
        if let open = parts.diary(), let read = try? readBook(open, before: before, now: now, zone: zone) { return read }
        if !parts.diaryThere() { return Book() }
        let kept = parts.openTimes().map(before.reconciled) ?? before
        return kept.armed(nowMs: now.epochMs, zone: zone)
    }

    // What the book was told last may be old; the open diary knows whether the morning after is rated by now.
    private func done(_ kind: ReminderKind, _ due: Due) -> Bool {
        guard kind == .followUp, let session = due.sessionId, let open = parts.diary(),
            let waiting = try? open.today(now: parts.now()).morningAfterSessionIds
        else { return false }
        return !waiting.contains(session)
    }

    private func keep(_ book: Book) {
        // Also when it cannot be written the list is planned: a ring is worth more than its note.
        _ = parts.file.write(book)
        let (zone, words) = (parts.zone(), parts.words())
        let pending = book.pending(nowMs: parts.now().epochMs, zone: zone)
        let notices = pending.map { one in
            one.notice(zone: zone, title: words.app) { $0.isPrivate ? words.hidden : words.plain($0.kind) }
        }
        let wanted = Set(notices.map(\.id))
        let stale = parts.board.waiting().filter { !wanted.contains($0) }
        // What is not wanted goes first: the list takes so many and no more.
        if !stale.isEmpty { parts.board.takeAway(stale) }
        parts.board.add(notices)
    }
}
