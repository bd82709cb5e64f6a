//! Views that place others.

// iOS 13.0
public struct HorizontalAlignment: Hashable, Sendable {
    private let name: String

    public static let leading = HorizontalAlignment(name: "leading")
    public static let center = HorizontalAlignment(name: "center")
    public static let trailing = HorizontalAlignment(name: "trailing")
}

// iOS 13.0
public struct VerticalAlignment: Hashable, Sendable {
    private let name: String

    public static let top = VerticalAlignment(name: "top")
    public static let center = VerticalAlignment(name: "center")
    public static let bottom = VerticalAlignment(name: "bottom")
    public static let firstTextBaseline = VerticalAlignment(name: "firstTextBaseline")
}

// iOS 13.0
public struct Alignment: Hashable, Sendable {
    public let horizontal: HorizontalAlignment
    public let vertical: VerticalAlignment

    public init(horizontal: HorizontalAlignment, vertical: VerticalAlignment) {
        self.horizontal = horizontal
        self.vertical = vertical
    }

    public static let center = Alignment(horizontal: .center, vertical: .center)
    public static let leading = Alignment(horizontal: .leading, vertical: .center)
    public static let trailing = Alignment(horizontal: .trailing, vertical: .center)
    public static let top = Alignment(horizontal: .center, vertical: .top)
    public static let bottom = Alignment(horizontal: .center, vertical: .bottom)
    public static let topLeading = Alignment(horizontal: .leading, vertical: .top)
}

// iOS 13.0
public enum Axis: Hashable, CaseIterable, Sendable {
    case horizontal, vertical

    // iOS 13.0
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8

        public init(rawValue: Int8) { self.rawValue = rawValue }

        public static let horizontal = Set(rawValue: 1)
        public static let vertical = Set(rawValue: 2)
    }
}

// iOS 13.0
public enum Edge: Hashable, CaseIterable, Sendable {
    case top, leading, bottom, trailing

    // iOS 13.0
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8

        public init(rawValue: Int8) { self.rawValue = rawValue }

        public static let top = Set(rawValue: 1)
        public static let leading = Set(rawValue: 2)
        public static let bottom = Set(rawValue: 4)
        public static let trailing = Set(rawValue: 8)
        public static let horizontal: Set = [.leading, .trailing]
        public static let vertical: Set = [.top, .bottom]
        public static let all: Set = [.horizontal, .vertical]
    }
}

// iOS 13.0
public struct VStack<Content: View>: View, Primitive {
    private let content: Content

    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
        self.content = content()
    }

    func nodes(_ rendering: Rendering) -> [Node] { [Node("VStack", nil, rendering.nodes(of: content))] }
}

// iOS 13.0
public struct HStack<Content: View>: View, Primitive {
    private let content: Content

    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
        self.content = content()
    }

    func nodes(_ rendering: Rendering) -> [Node] { [Node("HStack", nil, rendering.nodes(of: content))] }
}

// iOS 13.0
public struct ZStack<Content: View>: View, Primitive {
    private let content: Content

    public init(alignment: Alignment = .center, @ViewBuilder content: () -> Content) { self.content = content() }

    func nodes(_ rendering: Rendering) -> [Node] { [Node("ZStack", nil, rendering.nodes(of: content))] }
}

// iOS 14.0
public struct LazyVStack<Content: View>: View, Primitive {
    private let content: Content

    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
        self.content = content()
    }

    func nodes(_ rendering: Rendering) -> [Node] { [Node("LazyVStack", nil, rendering.nodes(of: content))] }
}

// iOS 13.0
public struct ScrollView<Content: View>: View, Primitive {
    private let content: Content

    public init(_ axes: Axis.Set = .vertical, showsIndicators: Bool = true, @ViewBuilder content: () -> Content) {
        self.content = content()
    }

    func nodes(_ rendering: Rendering) -> [Node] { [Node("ScrollView", nil, rendering.nodes(of: content))] }
}

// iOS 13.0
public struct Spacer: View, Primitive {
    public nonisolated init(minLength: CGFloat? = nil) {}

    func nodes(_ rendering: Rendering) -> [Node] { [] }
}

// iOS 13.0
public struct Divider: View, Primitive {
    public nonisolated init() {}

    func nodes(_ rendering: Rendering) -> [Node] { [] }
}

// iOS 16.0; the model takes the alternative that `EnvironmentValues.model(fits:)` says
public struct ViewThatFits<Content: View>: View, Primitive {
    private let content: Content

    public init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> Content) { self.content = content() }

    func nodes(_ rendering: Rendering) -> [Node] {
        let fits = rendering.environment.fits
        let all = rendering.nodes(of: content)
        return all.isEmpty ? [] : [all[min(fits, all.count - 1)]]
    }
}

extension View {
    // iOS 13.0
    public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View {
        marked("frame") {
            $0.minWidth = max($0.minWidth ?? 0, width ?? 0)
            $0.minHeight = max($0.minHeight ?? 0, height ?? 0)
        }
    }

    // iOS 13.0
    public func frame(
        minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil,
        idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center
    ) -> some View {
        marked("frame") {
            $0.minWidth = max($0.minWidth ?? 0, minWidth ?? 0)
            $0.minHeight = max($0.minHeight ?? 0, minHeight ?? 0)
        }
    }

    // iOS 13.0
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { marked("padding") }

    // iOS 13.0
    public func padding(_ length: CGFloat) -> some View { marked("padding") }

    // iOS 13.0
    public func fixedSize(horizontal: Bool, vertical: Bool) -> some View { marked("fixedSize") }

    // iOS 13.0
    public func layoutPriority(_ value: Double) -> some View { marked("layoutPriority") }

    // iOS 13.0
    public func id<ID: Hashable>(_ id: ID) -> some View {
        surrounded { rendering, inner in rendering.inside("#\(id)", inner) }
    }

    // iOS 14.0
    public func ignoresSafeArea() -> some View { marked("ignoresSafeArea") }

    // iOS 15.0
    public func safeAreaInset<V: View>(
        edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> V
    ) -> some View {
        let bar = content()
        return with { $0.nodes(of: bar) }
    }
}

// iOS 15.0
public enum VerticalEdge: Hashable, CaseIterable, Sendable { case top, bottom }
