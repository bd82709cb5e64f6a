//! What can be drawn in a chart? Each mark keeps where it stands, so that a test sees what would be drawn. Signatures are Apple's
//! (developer.apple.com/documentation/charts); all came with iOS 16.0.

import SwiftUI

/// A mark as it would be drawn. Only the stub has it.
public struct DrawnMark {
    public enum Kind: Hashable, Sendable { case point, line, rule, rectangle, area }

    public let kind: Kind
    /// Its place on the horizontal axis, or from where to where; empty when it is not given by a value.
    public var x: [Double]
    /// The same on the vertical axis.
    public var y: [Double]
    /// The series it belongs to: marks of one series are joined.
    public var series: String?
    /// Names of its values.
    public var labels: [String]
    public var style: (any ShapeStyle)?
    public var line: StrokeStyle?
    public var symbol: AnyView?
}

/// Something that can be drawn in a chart.
@MainActor @preconcurrency public protocol ChartContent {
    // Apple's is called `Body`; here a `ForEach` would have two of that name.
    associatedtype Marks: ChartContent
    @ChartContentBuilder var body: Marks { get }
    /// The marks in the order they would be drawn. Only the stub has it.
    func drawn() -> [DrawnMark]
}

extension ChartContent {
    public func drawn() -> [DrawnMark] { body.drawn() }
}

/// The body of a mark, which has none: `drawn` answers instead.
public struct NoMarks: ChartContent {
    public var body: NoMarks { NoMarks() }

    public func drawn() -> [DrawnMark] { [] }
}

extension ChartContent where Marks == NoMarks {
    public var body: NoMarks { NoMarks() }
}

extension ForEach: ChartContent where Content: ChartContent {
    public typealias Marks = NoMarks

    public func drawn() -> [DrawnMark] { data.flatMap { content($0).drawn() } }
}

extension ForEach where Content: ChartContent {
    // iOS 16.0
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ChartContentBuilder content: @escaping (Data.Element) -> Content) {
        self.init(of: data, by: { $0[keyPath: id] }, content)
    }

    // iOS 16.0
    public init(_ data: Data, @ChartContentBuilder content: @escaping (Data.Element) -> Content)
    where Data.Element: Identifiable, ID == Data.Element.ID {
        self.init(of: data, by: { $0.id }, content)
    }
}

extension Optional: ChartContent where Wrapped: ChartContent {
    public typealias Marks = NoMarks

    public func drawn() -> [DrawnMark] { map { $0.drawn() } ?? [] }
}

/// Several marks after each other.
public struct ChartGroup: ChartContent {
    public typealias Marks = NoMarks
    let parts: [any ChartContent]

    public func drawn() -> [DrawnMark] { parts.flatMap { $0.drawn() } }
}

@MainActor
@resultBuilder
public struct ChartContentBuilder {
    public static func buildExpression<C: ChartContent>(_ content: C) -> C { content }
    public static func buildBlock() -> ChartGroup { ChartGroup(parts: []) }
    public static func buildBlock<C: ChartContent>(_ content: C) -> C { content }

    public static func buildBlock<each C: ChartContent>(_ content: repeat each C) -> ChartGroup {
        var parts: [any ChartContent] = []
        repeat parts.append(each content)
        return ChartGroup(parts: parts)
    }

    public static func buildIf<C: ChartContent>(_ content: C?) -> C? { content }
    public static func buildEither<C: ChartContent>(first: C) -> ChartGroup { ChartGroup(parts: [first]) }
    public static func buildEither<C: ChartContent>(second: C) -> ChartGroup { ChartGroup(parts: [second]) }
}

/// A mark of the stub: what its modifiers change is kept.
struct MarkedContent: ChartContent {
    typealias Marks = NoMarks
    let marks: [DrawnMark]

    func drawn() -> [DrawnMark] { marks }
}

private func places(_ values: Double?...) -> [Double] { values.compactMap { $0 } }

public struct PointMark: ChartContent {
    public typealias Marks = NoMarks
    private let mark: DrawnMark

    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
        mark = DrawnMark(kind: .point, x: places(x.value.place), y: places(y.value.place), labels: [x.label, y.label])
    }

    public init<X: Plottable>(x: PlottableValue<X>, y: CGFloat? = nil) {
        mark = DrawnMark(kind: .point, x: places(x.value.place), y: [], labels: [x.label])
    }

    public func drawn() -> [DrawnMark] { [mark] }
}

public struct LineMark: ChartContent {
    public typealias Marks = NoMarks
    private let mark: DrawnMark

    public init<X: Plottable, Y: Plottable, S: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<S>
    ) {
        mark = DrawnMark(
            kind: .line, x: places(x.value.place), y: places(y.value.place), series: series.value.name, labels: [x.label, y.label])
    }

    public func drawn() -> [DrawnMark] { [mark] }
}

public struct AreaMark: ChartContent {
    public typealias Marks = NoMarks
    private let mark: DrawnMark

    public init<X: Plottable, Y: Plottable, S: Plottable>(
        x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>, series: PlottableValue<S>
    ) {
        mark = DrawnMark(
            kind: .area, x: places(x.value.place), y: places(yStart.value.place, yEnd.value.place), series: series.value.name,
            labels: [x.label, yStart.label, yEnd.label])
    }

    public func drawn() -> [DrawnMark] { [mark] }
}

public struct RuleMark: ChartContent {
    public typealias Marks = NoMarks
    private let mark: DrawnMark

    public init<X: Plottable>(x: PlottableValue<X>, yStart: CGFloat? = nil, yEnd: CGFloat? = nil) {
        mark = DrawnMark(kind: .rule, x: places(x.value.place), y: [], labels: [x.label])
    }

    public init<X: Plottable, Y: Plottable>(
        x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>
    ) {
        mark = DrawnMark(
            kind: .rule, x: places(x.value.place), y: places(yStart.value.place, yEnd.value.place),
            labels: [x.label, yStart.label, yEnd.label])
    }

    public init<X: Plottable>(xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: CGFloat? = nil) {
        mark = DrawnMark(kind: .rule, x: places(xStart.value.place, xEnd.value.place), y: [], labels: [xStart.label, xEnd.label])
    }

    public func drawn() -> [DrawnMark] { [mark] }
}

public struct RectangleMark: ChartContent {
    public typealias Marks = NoMarks
    private let mark: DrawnMark

    public init<X: Plottable>(
        xStart: PlottableValue<X>, xEnd: PlottableValue<X>, yStart: CGFloat? = nil, yEnd: CGFloat? = nil
    ) {
        mark = DrawnMark(
            kind: .rectangle, x: places(xStart.value.place, xEnd.value.place), y: [], labels: [xStart.label, xEnd.label])
    }

    public func drawn() -> [DrawnMark] { [mark] }
}

extension ChartContent {
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some ChartContent { marked { $0.style = style } }

    public func lineStyle(_ style: StrokeStyle) -> some ChartContent { marked { $0.line = style } }

    public func symbol<V: View>(@ViewBuilder symbol: () -> V) -> some ChartContent {
        let view = AnyView(symbol())
        return marked { $0.symbol = view }
    }

    private func marked(_ change: (inout DrawnMark) -> Void) -> MarkedContent {
        MarkedContent(
            marks: drawn().map {
                var mark = $0
                change(&mark)
                return mark
            })
    }
}
