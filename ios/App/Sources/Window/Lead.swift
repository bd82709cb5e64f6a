//! Where did a notification, or a file that was opened with the app, lead? It opens no screen itself.

import TidemarkLogic

/// Leads to a place each time something asks for it, also when it asked before there was a window.
@MainActor
final class Lead {
    private var waiting: Place?

    /// Told of each place. What was asked for before comes at once.
    var watcher: ((Place) -> Void)? {
        didSet {
            guard let watcher, let place = waiting else { return }
            waiting = nil
            watcher(place)
        }
    }

    func to(_ place: Place) {
        if let watcher { watcher(place) } else { waiting = place }
    }
}
