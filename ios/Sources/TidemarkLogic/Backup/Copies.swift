//! A copy by itself: once a week, when the diary is opened, a sealed backup file goes into a folder that the person chose. It asks
//! nothing, and takes no copy away.

import Foundation
import TidemarkBindings

/// The folder that takes a copy once a week.
public struct Copies: Hashable, Sendable {
    /// Its name.
    public let folder: String
    /// Day of the latest copy in it; none when there is none.
    public let latest: LogicalDate?
    /// The last copy could not be put there, since the diary was opened.
    public let failed: Bool

    public init(folder: String, latest: LogicalDate?, failed: Bool) {
        self.folder = folder
        self.latest = latest
        self.failed = failed
    }
}

/// What became of a copy.
public enum CopyOutcome: Hashable, Sendable {
    case copied

    /// The folder is gone, full, or refuses; or the file could not be written.
    case failed
    case noFolder
}

/// Days from one copy to the next.
private let week = 7

/// Whether a copy is to be made today: there is none, or it is a week old, or ahead by more than a day, under a clock that was wrong.
public func copyDue(latest: LogicalDate?, today: LogicalDate) -> Bool {
    guard let last = latest?.number, let now = today.number else { return true }
    return now - last >= week || last - now > 1
}

/// Puts a copy into the folder now. Touches the disk and may wait for the folder: call it on `Env.aside`.
public func copyNow(_ env: Env) -> CopyOutcome {
    guard let folder = env.copyFolder else { return .noFolder }
    let put = try? env.putBackup(place: placeOf(folder), prefix: "copy-") { env.phone.copyInto($0, $1, backupType) }
    guard case .put = put else {
        // Said on the Backup screen and nowhere else; the next opening tries again.
        env.drafts.keep(.backup, CopyOutcome.failed)
        return .failed
    }
    env.drafts.keep(.backup, nil)
    return .copied
}

/// Puts a copy into the folder when one is due; none when it is not, or there is no folder. Asked once each time the diary was
/// opened, on `Env.aside`.
public func copyIfDue(_ env: Env) -> CopyOutcome? {
    // What cannot be read now is read, and said, by the Backup screen.
    guard let copies = try? env.copies(), let today = try? env.diary.today(now: env.now()).day,
        copyDue(latest: copies.latest, today: LogicalDate(today))
    else { return nil }
    return copyNow(env)
}

extension Env {
    /// Whether nobody has the recovery words yet: then no file leaves by itself, since nobody could open it.
    var wordsWait: Bool { doorway.vault.heldWords(doorway.path) != nil }

    /// None while nobody could open what is put there.
    fileprivate var copyFolder: String? { wordsWait ? nil : phone.copyFolder() }

    /// The folder of copies, and what the diary noted of it; none when none is chosen.
    func copies() throws -> Copies? {
        guard let folder = copyFolder else { return nil }
        let failed: CopyOutcome? = drafts.of(.backup)
        return Copies(folder: folder, latest: try latestCopy(placeOf(folder)), failed: failed == .failed)
    }

    /// Forgets the folder; what is in it stays.
    func leaveCopies() {
        phone.leaveCopyFolder()
        drafts.keep(.backup, nil)
    }

    /// A backup without a place was saved by hand. One that lies ahead would be the latest for as long as it does, and each opening
    /// would make another copy.
    private func latestCopy(_ place: String) throws -> LogicalDate? {
        guard let today = try LogicalDate(diary.today(now: now()).day).number else { return nil }
        let days = try diary.records(kind: .backupRecord, span: Span()).filter { $0.text("place") == place }
            .compactMap { $0.recordedAt.flatMap { LogicalDate(wallDate($0)).number } }
        return days.filter { $0 <= today + 1 }.max().map { LogicalDate(number: $0) }
    }
}

/// The name of a folder as the diary writes it: composed letters, one line of at most 80.
func placeOf(_ folder: String) -> String {
    func trimmed(_ text: some Sequence<Unicode.Scalar>) -> String { filled(String(String.UnicodeScalarView(text))) ?? "" }
    let line = trimmed(folder.precomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.properties.generalCategory != .control })
    return trimmed(line.unicodeScalars.prefix(80))
}
