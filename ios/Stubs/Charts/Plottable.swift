//! Which values does Apple's Swift Charts plot? Only the names the views use, with Apple's documented signatures
//! (developer.apple.com/documentation/charts); all came with iOS 16.0.

import Foundation

/// A value that has a place on an axis. Apple's has associated types; here its place is all that is asked.
public protocol Plottable {
    /// Where it stands on a scale of numbers; what is no number has none.
    var place: Double? { get }
    /// As a series is told apart by it.
    var name: String { get }
}

extension Double: Plottable {
    public var place: Double? { self }
    public var name: String { String(self) }
}

extension Int: Plottable {
    public var place: Double? { Double(self) }
    public var name: String { String(self) }
}

extension String: Plottable {
    public var place: Double? { nil }
    public var name: String { self }
}

/// A value with the name of what it is.
public struct PlottableValue<Value: Plottable> {
    let label: String
    let value: Value

    // Apple's has further ones for keys of a catalogue: text that is a literal would go there, so the views give a `String`.
    public static func value<S: StringProtocol>(_ label: S, _ value: Value) -> PlottableValue<Value> {
        PlottableValue(label: String(label), value: value)
    }
}
