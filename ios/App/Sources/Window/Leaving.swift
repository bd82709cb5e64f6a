//! Was the app away so long that it locks? The clock is an argument.

/// When the app left the screen, and whether it left because another window of the system was asked for something.
struct Leaving: Sendable {
    /// Away longer than this, and the diary is shut.
    static let lockedAfter: Duration = .seconds(60)

    /// Looking for a place or a file in a window of the system takes longer.
    static let lockedAfterAsking: Duration = .seconds(600)

    private var leftAt: Duration?
    private var asking = false

    /// `at` on a clock that no one can set and that goes on while the phone sleeps.
    mutating func left(at: Duration, asking: Bool) {
        // Said twice, the first counts: it was away since then.
        if leftAt != nil { return }
        leftAt = at
        self.asking = asking
    }

    /// Whether it locks now that it is back; asked once each time.
    mutating func locks(at: Duration) -> Bool {
        guard let leftAt else { return false }
        self.leftAt = nil
        return at - leftAt >= (asking ? Self.lockedAfterAsking : Self.lockedAfter)
    }
}
