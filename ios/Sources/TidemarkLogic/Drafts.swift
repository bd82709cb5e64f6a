//! What was typed or chosen on a screen and is not saved. In memory only: nothing here reaches the disk.

import Foundation

/// What was typed or chosen on a screen and is not saved: kept while the diary is open, so that a look at Help or another tab
/// costs nobody a form. It goes when the diary is locked, with the `Env` that holds it.
public final class Drafts: @unchecked Sendable {
    private let lock = NSLock()
    // Guarded by the lock; nothing else is in here, so the class may cross between threads.
    private var kept: [Place: any Sendable] = [:]

    public init() {}

    /// Keeps `draft` for a screen; none takes away what was kept.
    func keep(_ place: Place, _ draft: (any Sendable)?) { lock.withLock { kept[place] = draft } }

    /// What was kept for a screen, of the type asked for.
    func of<Draft: Sendable>(_ place: Place) -> Draft? { lock.withLock { kept[place] as? Draft } }
}
