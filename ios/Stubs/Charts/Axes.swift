//! How are the axes of a chart told? Signatures are Apple's (developer.apple.com/documentation/charts); all came with iOS 16.0.

import SwiftUI

/// What stands at the places of an axis.
public protocol AxisMark {}

/// What an axis is made of.
public protocol AxisContent {
    /// Places of its marks. Only the stub has it.
    var places: [Double] { get }
}

@resultBuilder
public struct AxisMarkBuilder {
    public static func buildBlock<M: AxisMark>(_ mark: M) -> M { mark }
}

@resultBuilder
public struct AxisContentBuilder {
    public static func buildBlock<C: AxisContent>(_ content: C) -> C { content }
}

/// A line across the chart.
public struct AxisGridLine: AxisMark {
    public init(centered: Bool? = nil, stroke: StrokeStyle? = nil) {}
}

extension AxisMark {
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some AxisMark { StyledAxisMark() }
}

struct StyledAxisMark: AxisMark {}

/// Marks at some places of an axis.
public struct AxisMarks<Content: AxisMark>: AxisContent {
    public let places: [Double]

    // Of Apple's arguments before `values` the views leave out `preset` and `position`.
    public init<Value: Plottable>(values: [Value], @AxisMarkBuilder content: @escaping () -> Content) {
        places = values.compactMap(\.place)
    }
}

/// From where to where an axis goes.
public protocol ScaleDomain {}

extension ClosedRange: ScaleDomain where Bound: Plottable {}
