//! What stands in front of the records while the app is not the one in use, as in the list of open apps.

import UIKit

/// Covers the scene with a window of its own, above sheets and alerts too, as soon as it is not active any more.
@MainActor
final class Cover {
    private var windows: [ObjectIdentifier: UIWindow] = [:]

    /// Watches for scenes that come and go; called once.
    func watch() {
        let center = NotificationCenter.default
        _ = center.addObserver(forName: UIScene.willDeactivateNotification, object: nil, queue: .main) { [weak self] note in
            let scene = note.object as? UIWindowScene
            MainActor.assumeIsolated { self?.cover(scene) }
        }
        _ = center.addObserver(forName: UIScene.didActivateNotification, object: nil, queue: .main) { [weak self] note in
            let scene = note.object as? UIWindowScene
            MainActor.assumeIsolated { self?.uncover(scene) }
        }
        _ = center.addObserver(forName: UIScene.didDisconnectNotification, object: nil, queue: .main) { [weak self] note in
            let scene = note.object as? UIWindowScene
            MainActor.assumeIsolated { self?.uncover(scene) }
        }
    }

    private func cover(_ scene: UIWindowScene?) {
        guard let scene, windows[ObjectIdentifier(scene)] == nil else { return }
        let window = UIWindow(windowScene: scene)
        let page = UIViewController()
        page.view.backgroundColor = .systemBackground
        // Nothing is said by it: whoever looks learns that an app is there, which its name under the picture tells anyway.
        page.view.accessibilityElementsHidden = true
        window.rootViewController = page
        window.windowLevel = .alert + 1
        window.isHidden = false
        windows[ObjectIdentifier(scene)] = window
    }

    private func uncover(_ scene: UIWindowScene?) {
        guard let scene else { return }
        windows.removeValue(forKey: ObjectIdentifier(scene))?.isHidden = true
    }
}
