//! Where did a notification, or a file that was opened with the app, lead? It opens no screen itself.

import TidemarkLogic

/// Leads to a place each time something asks for it, also when it asked before there was a window.
@MainActor
final class Lead {
    private var waiting: Place?
    /// Whether something led since the app left the screen.
    private var fresh = false

    /// Told of each place, and with none that the last one is over. What was asked for before comes at once.
    var watcher: ((Place?) -> Void)? {
        didSet {
            guard let watcher, let place = waiting else { return }
            waiting = nil
            watcher(place)
        }
    }

    func to(_ place: Place) {
        fresh = true
        if let watcher { watcher(place) } else { waiting = place }
    }

    /// The app left the screen.
    func left() { fresh = false }

    /// The diary is locked: behind the door it goes on at Today, unless something leads now.
    func locked() { if !fresh { watcher?(nil) } }
}
