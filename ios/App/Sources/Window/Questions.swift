//! Which questions to the person are on the screen. What they look like is `Front`'s.

import Foundation

/// Questions that wait for the person. The window that goes takes their answers with it: nobody waits for ever.
final class Questions: @unchecked Sendable {
    private let lock = NSLock()
    // Guarded by the lock: how to end each question without an answer.
    private var open: [Int: @Sendable () -> Void] = [:]
    private var number = 0

    /// Whether a window of the system was opened and has not answered yet.
    var asks: Bool { lock.withLock { !open.isEmpty } }

    /// Asks, and waits for the answer; none when the person turned back.
    func ask<Answer: Sendable>(_ show: (Asked<Answer>) -> Void) -> Answer? {
        let asked = Asked<Answer>()
        let end: @Sendable () -> Void = { asked.answered(nil) }
        let mine = lock.withLock {
            number += 1
            open[number] = end
            return number
        }
        defer { lock.withLock { _ = open.removeValue(forKey: mine) } }
        show(asked)
        return asked.wait()
    }

    /// The window is gone.
    func gone() {
        let left = lock.withLock { Array(open.values) }
        for end in left { end() }
    }
}
