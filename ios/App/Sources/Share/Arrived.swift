//! A file that came by "open with Tidemark". It is only kept until the person chooses it on its screen.

import Foundation
import TidemarkLogic

/// A file that another app handed over. Nothing is done with it by itself: the next time a screen asks the person for a file,
/// this is the one, once.
final class Arrived: @unchecked Sendable {
    private let lock = NSLock()
    // Guarded by the lock.
    private var file: ChosenFile?

    /// Answers the one before that no screen asked for.
    func came(_ file: ChosenFile) -> ChosenFile? {
        lock.withLock {
            defer { self.file = file }
            return self.file
        }
    }

    func take() -> ChosenFile? {
        lock.withLock {
            defer { file = nil }
            return file
        }
    }

    /// Which screen a file of this name is for; none for a form that this app does not read.
    static func place(_ name: String) -> Place? {
        switch name.split(separator: ".").last?.lowercased() {
        case "backup": .restore
        case "csv": .imports
        default: nil
        }
    }
}
