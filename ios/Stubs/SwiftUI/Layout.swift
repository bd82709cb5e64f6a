//! Layouts of one's own (iOS 16). The model measures nothing; `LayoutSubviews(sizes:)` lets a test ask a layout itself.

// iOS 16.0
public struct ProposedViewSize: Hashable, Sendable {
    public var width: CGFloat?
    public var height: CGFloat?

    public init(width: CGFloat?, height: CGFloat?) {
        self.width = width
        self.height = height
    }

    public static let unspecified = ProposedViewSize(width: nil, height: nil)
}

// iOS 13.0
public struct UnitPoint: Hashable, Sendable {
    public let x: CGFloat
    public let y: CGFloat

    public static let topLeading = UnitPoint(x: 0, y: 0)
    public static let center = UnitPoint(x: 0.5, y: 0.5)
}

// iOS 16.0
public struct LayoutSubview {
    let size: CGSize
    let placed: (CGPoint) -> Void

    public func sizeThatFits(_ proposal: ProposedViewSize) -> CGSize {
        CGSize(width: min(size.width, proposal.width ?? .infinity), height: size.height)
    }

    public func place(at position: CGPoint, anchor: UnitPoint = .topLeading, proposal: ProposedViewSize) { placed(position) }
}

// iOS 16.0
public struct LayoutSubviews: RandomAccessCollection {
    private let views: [LayoutSubview]
    private final class Places { var at: [Int: CGPoint] = [:] }
    private let places = Places()

    /// For tests: views of these sizes.
    public init(sizes: [CGSize]) {
        let places = places
        views = sizes.enumerated().map { at, size in LayoutSubview(size: size) { places.at[at] = $0 } }
    }

    /// For tests: where each was placed.
    public var placed: [CGPoint?] { views.indices.map { places.at[$0] } }

    public var startIndex: Int { 0 }
    public var endIndex: Int { views.count }
    public subscript(index: Int) -> LayoutSubview { views[index] }
}

// iOS 16.0
public protocol Layout: Sendable {
    associatedtype Cache = Void
    typealias Subviews = LayoutSubviews
    func sizeThatFits(proposal: ProposedViewSize, subviews: Self.Subviews, cache: inout Self.Cache) -> CGSize
    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Self.Subviews, cache: inout Self.Cache)
}

extension Layout {
    @MainActor
    public func callAsFunction<V: View>(@ViewBuilder _ content: () -> V) -> some View { LaidOut(content: content(), name: "\(Self.self)") }
}

struct LaidOut<Content: View>: View, Primitive {
    let content: Content
    let name: String

    func nodes(_ rendering: Rendering) -> [Node] { [Node(name, nil, rendering.nodes(of: content))] }
}

// iOS 16.0
public struct HStackLayout: Layout {
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil) {}

    public func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize { .zero }
    public func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) {}
}

// iOS 16.0
public struct VStackLayout: Layout {
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil) {}

    public func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize { .zero }
    public func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) {}
}

// iOS 16.0
public struct AnyLayout: Layout {
    public init<L: Layout>(_ layout: L) {}

    public func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize { .zero }
    public func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) {}
}
