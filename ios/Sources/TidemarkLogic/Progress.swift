//! How far long work is, and how it is broken off. What its steps are, and until when it can be broken off, the library says.

import Foundation
import TidemarkBindings

/// `done` of `total` steps.
public struct Progress: Hashable, Sendable {
    public let done: UInt64
    public let total: UInt64

    public init(done: UInt64, total: UInt64) {
        self.done = done
        self.total = total
    }
}

/// The way between a screen and its long work while that runs: how far it is, and whether it goes on. Runs are counted from 1.
final class LongWork<Event: Sendable>: @unchecked Sendable {
    let meanwhile = Meanwhile<Event>()
    private let lock = NSLock()
    // Guarded by the lock: the latest run that was broken off.
    private var brokenOff = 0

    /// Ends that run at its next step; may be called from any thread.
    func breakOff(_ run: Int) { lock.withLock { brokenOff = max(brokenOff, run) } }

    func isBrokenOff(_ run: Int) -> Bool { lock.withLock { brokenOff >= run } }

    /// Watches one run, and says each of its steps as an event.
    func watch(_ run: Int, _ event: @escaping @Sendable (Progress) -> Event) -> any Watcher {
        Watch { [self] progress in
            meanwhile.tell(event(progress))
            return !isBrokenOff(run)
        }
    }
}

/// Tells how far it is, and asks whether to go on.
private final class Watch: Watcher {
    private let goesOn: @Sendable (Progress) -> Bool

    init(_ goesOn: @escaping @Sendable (Progress) -> Bool) { self.goesOn = goesOn }

    func progress(done: UInt64, total: UInt64) throws -> TidemarkBindings.Next {
        goesOn(Progress(done: done, total: total)) ? .goOn : .breakOff
    }
}
