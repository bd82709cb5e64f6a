//! Ways to another screen.

import SwiftUI
import TidemarkLogic

/// Ways to another screen.
@MainActor
public struct Go {
    public let to: @MainActor (Place) -> Void
    /// To another screen in place of this one, which is finished.
    public let instead: @MainActor (Place) -> Void
    public let back: @MainActor () -> Void

    public init(
        to: @escaping @MainActor (Place) -> Void, instead: @escaping @MainActor (Place) -> Void = { _ in },
        back: @escaping @MainActor () -> Void = {}
    ) {
        self.to = to
        self.instead = instead
        self.back = back
    }

    /// Goes nowhere: for previews of one screen.
    public static let nowhere = Go(to: { _ in })
}

/// The way a view sends what happened on it.
public typealias Send<Event> = @MainActor (Event) -> Void
