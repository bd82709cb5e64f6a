//! Colours, styles and shapes: named and given on, never drawn.

// iOS 13.0
public protocol ShapeStyle: Sendable {}

// iOS 13.0
public struct Color: Hashable, Sendable, ShapeStyle, View, Primitive {
    // iOS 13.0
    public enum RGBColorSpace: Hashable, Sendable { case sRGB, sRGBLinear, displayP3 }

    private let parts: [Double]

    public nonisolated init(_ colorSpace: RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double, opacity: Double = 1) {
        parts = [red, green, blue, opacity]
    }

    // iOS 13.0
    public static let clear = Color(red: 0, green: 0, blue: 0, opacity: 0)
    public static let primary = Color(red: 0, green: 0, blue: 0)
    public static let white = Color(red: 1, green: 1, blue: 1)
    public static let black = Color(red: 0, green: 0, blue: 0)

    // iOS 13.0
    public func opacity(_ opacity: Double) -> Color { Color(red: parts[0], green: parts[1], blue: parts[2], opacity: parts[3] * opacity) }

    func nodes(_ rendering: Rendering) -> [Node] { [Node("Color")] }
}

// iOS 13.0
public protocol Shape: Sendable, View {}

// iOS 13.0
public protocol InsettableShape: Shape {}

protocol Named: Primitive {}

extension Named {
    func nodes(_ rendering: Rendering) -> [Node] { [Node("Shape", nil)] }
}

// iOS 13.0
public struct RoundedRectangle: InsettableShape, Named {
    public nonisolated init(cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous) {}
}

// iOS 13.0
public enum RoundedCornerStyle: Sendable { case circular, continuous }

// iOS 13.0
public struct Rectangle: InsettableShape, Named {
    public nonisolated init() {}
}

// iOS 13.0
public struct Capsule: InsettableShape, Named {
    public nonisolated init(style: RoundedCornerStyle = .continuous) {}
}

// iOS 13.0
public struct Circle: InsettableShape, Named {
    public nonisolated init() {}
}

extension Shape {
    // iOS 13.0
    public func fill<S: ShapeStyle>(_ content: S) -> some View { marked("fill") }

    // iOS 13.0
    public func stroke<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View { marked("stroke", "\(lineWidth)") }
}

extension InsettableShape {
    // iOS 13.0
    public func strokeBorder<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View { marked("strokeBorder", "\(lineWidth)") }

    // iOS 13.0
    public func strokeBorder<S: ShapeStyle>(_ content: S, style: StrokeStyle) -> some View { marked("strokeBorder", "\(style.lineWidth)") }
}

// iOS 13.0
public struct StrokeStyle: Equatable, Sendable {
    public var lineWidth: CGFloat
    public var dash: [CGFloat]

    public init(lineWidth: CGFloat = 1, dash: [CGFloat] = []) {
        self.lineWidth = lineWidth
        self.dash = dash
    }
}

extension View {
    // iOS 15.0
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { marked("foregroundStyle", (style as? Color).map { "\($0)" } ?? "") }

    // iOS 15.0
    public func tint<S: ShapeStyle>(_ tint: S?) -> some View { marked("tint") }

    // iOS 15.0
    public func background<S: ShapeStyle>(_ style: S) -> some View { marked("background") }

    // iOS 15.0
    public func background<S: ShapeStyle, T: InsettableShape>(_ style: S, in shape: T) -> some View { marked("background") }

    // iOS 15.0; what stands behind is not read
    public func background<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View { marked("background") }

    // iOS 15.0
    public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
        let above = content()
        return with { $0.nodes(of: above).filter { $0.kind != "Shape" } }
    }

    // iOS 13.0
    public func clipShape<S: Shape>(_ shape: S) -> some View { marked("clipShape") }

    // iOS 13.0
    public func contentShape<S: Shape>(_ shape: S) -> some View { marked("contentShape") }

    // iOS 13.0
    public func opacity(_ opacity: Double) -> some View { marked("opacity", "\(opacity)") }
}
