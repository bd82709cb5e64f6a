//! Can what is shut while the phone is locked be read now? Known off the main actor too.

import UIKit

/// Whether the phone is unlocked, as the system last said.
final class DeviceLock: @unchecked Sendable {
    private let lock = NSLock()
    // Guarded by the lock. Shut until the system says otherwise.
    private var unlocked = false

    var isUnlocked: Bool { lock.withLock { unlocked } }

    /// Asks the system now. Not every change is told, so it is asked again whenever the app comes back.
    @MainActor
    func look() { set(UIApplication.shared.isProtectedDataAvailable) }

    /// Asks, and hears of each change; called once, at the start.
    @MainActor
    func watch() {
        look()
        let center = NotificationCenter.default
        _ = center.addObserver(forName: UIApplication.protectedDataDidBecomeAvailableNotification, object: nil, queue: nil) { [self] _ in
            set(true)
        }
        _ = center.addObserver(forName: UIApplication.protectedDataWillBecomeUnavailableNotification, object: nil, queue: nil) { [self] _ in
            set(false)
        }
    }

    private func set(_ now: Bool) { lock.withLock { unlocked = now } }
}
