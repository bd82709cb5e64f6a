//! A question to the person that another thread waits for. It shows nothing itself.

import Foundation

/// One answer, given once: whoever comes later, such as a window that closes after it was answered, is not heard.
final class Asked<Answer: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private let given = DispatchSemaphore(value: 0)
    // Guarded by the lock.
    private var answer: Answer?
    private var over = false

    /// None when the person turned back, or nothing can be asked.
    func answered(_ answer: Answer?) { _ = isFirst(answer) }

    /// Answers, and says whether this is the answer: false for whoever comes later.
    func isFirst(_ answer: Answer?) -> Bool {
        let first = lock.withLock {
            if over { return false }
            over = true
            self.answer = answer
            return true
        }
        if first { given.signal() }
        return first
    }

    /// Waits for the answer; never on the main actor.
    func wait() -> Answer? {
        given.wait()
        given.signal()
        return lock.withLock { answer }
    }
}
