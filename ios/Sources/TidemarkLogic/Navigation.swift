//! The way the person came. It leaves the app only from Today, and then the system does.

/// Places the person went through, the one on screen last; never empty.
public struct Navigation: Hashable, Sendable {
    private let first: Place
    private let further: [Place]

    public init() { self.init(first: .today, further: []) }

    private init(first: Place, further: [Place]) {
        self.first = first
        self.further = further
    }

    public var places: [Place] { [first] + further }

    public var place: Place { further.last ?? first }

    /// The tab that is marked; that of the first place.
    public var tab: Tab { Tab.allCases.first { $0.root == first } ?? .today }

    /// Goes on to a place; going to the one on screen changes nothing.
    public func to(_ next: Place) -> Navigation {
        next == place ? self : Navigation(first: first, further: further + [next])
    }

    /// Takes the place on screen away and goes on to another: what is finished is not gone back to.
    public func instead(_ next: Place) -> Navigation {
        further.isEmpty ? Navigation(first: next, further: []) : Navigation(first: first, further: further.dropLast() + [next])
    }

    /// Takes a place away wherever it lies, for another or for nothing: what is finished ends below the place that covers it too.
    public func without(_ gone: Place, _ next: Place? = nil) -> Navigation {
        if let at = further.lastIndex(of: gone) {
            return Navigation(first: first, further: further[..<at] + [next].compactMap { $0 } + further[(at + 1)...])
        }
        return first == gone ? Navigation(first: next ?? .today, further: further) : self
    }

    /// The place before; from the root of another tab, Today; from Today nothing, and the system leaves the app.
    public func back() -> Navigation? {
        if !further.isEmpty { return Navigation(first: first, further: further.dropLast()) }
        return first == .today ? nil : Navigation()
    }

    public func tab(_ tab: Tab) -> Navigation { Navigation(first: tab.root, further: []) }
}
