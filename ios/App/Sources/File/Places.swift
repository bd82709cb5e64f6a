//! Where does what lie on this phone? Each path of the app has its one name here.

import Foundation

/// The app's folders. Nothing lies in Documents, which the Files app could show.
struct Places: Sendable {
    /// Everything that is to last, under one folder: a flag on it holds for the diary too when a restore puts another in its place.
    let records: URL
    let outbox: URL
    let inbox: URL

    init(support: URL, caches: URL) {
        records = support.appending(path: "records", directoryHint: .isDirectory)
        outbox = caches.appending(path: "outbox", directoryHint: .isDirectory)
        inbox = caches.appending(path: "inbox", directoryHint: .isDirectory)
    }

    /// The folders that the system gives this app.
    static var ofThisApp: Places {
        let library = URL(fileURLWithPath: NSHomeDirectory()).appending(path: "Library", directoryHint: .isDirectory)
        return Places(
            support: library.appending(path: "Application Support", directoryHint: .isDirectory),
            caches: library.appending(path: "Caches", directoryHint: .isDirectory))
    }

    /// Where the diary lies, or will.
    var diary: URL { records.appending(path: "my.diary", directoryHint: .isDirectory) }

    /// Recovery words that wait for the person, wrapped.
    var heldWords: URL { records.appending(path: "held-words.json") }

    /// Which folder takes copies.
    var copyFolder: URL { records.appending(path: "copies.json") }

    /// Times of reminders, without a word of the person.
    var reminders: URL { records.appending(path: "reminders.json") }
}
