//! What a view is, and how several stand for one. Signatures are Apple's; what a primitive does beside them is the model's
//! (`Node.swift`).

@_exported import Foundation
@_exported import Observation

// iOS 13.0
@MainActor @preconcurrency
public protocol View {
    associatedtype Body: View
    @ViewBuilder var body: Self.Body { get }
}

/// A view that the model knows the parts of.
@MainActor
protocol Primitive {
    func nodes(_ rendering: Rendering) -> [Node]
}

extension Never: View {
    public typealias Body = Never
}

extension View where Body == Never {
    /// Nobody asks a primitive for its body: `Rendering` takes its nodes.
    public var body: Never { fatalError("a primitive has no body") }
}

// iOS 13.0; packs of views since iOS 17's Swift 5.9
@resultBuilder
public enum ViewBuilder {
    public static func buildExpression<Content: View>(_ content: Content) -> Content { content }
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<Content: View>(_ content: Content) -> Content { content }

    @MainActor
    public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<(repeat each Content)> {
        var views: [any View] = []
        repeat views.append(each content)
        return TupleView(views)
    }

    public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }

    @MainActor
    public static func buildEither<First: View, Second: View>(first: First) -> _ConditionalContent<First, Second> {
        _ConditionalContent(first, "first")
    }

    @MainActor
    public static func buildEither<First: View, Second: View>(second: Second) -> _ConditionalContent<First, Second> {
        _ConditionalContent(second, "second")
    }

    @MainActor
    public static func buildLimitedAvailability<Content: View>(_ content: Content) -> AnyView { AnyView(content) }
}

// iOS 13.0
public struct TupleView<T>: View, Primitive {
    private let views: [any View]

    init(_ views: [any View]) { self.views = views }

    func nodes(_ rendering: Rendering) -> [Node] {
        views.enumerated().flatMap { at, view in rendering.inside("\(at)") { rendering.nodes(of: view) } }
    }
}

// iOS 13.0
public struct _ConditionalContent<TrueContent, FalseContent>: View, Primitive {
    private let view: any View
    private let branch: String

    init(_ view: any View, _ branch: String) {
        self.view = view
        self.branch = branch
    }

    func nodes(_ rendering: Rendering) -> [Node] { rendering.inside(branch) { rendering.nodes(of: view) } }
}

extension Optional: View where Wrapped: View {}

extension Optional: Primitive where Wrapped: View {
    func nodes(_ rendering: Rendering) -> [Node] { map { rendering.nodes(of: $0) } ?? [] }
}

// iOS 13.0
public struct AnyView: View, Primitive {
    private let view: any View

    public init<V: View>(_ view: V) { self.view = view }

    func nodes(_ rendering: Rendering) -> [Node] { rendering.nodes(of: view) }
}

// iOS 13.0
public struct EmptyView: View, Primitive {
    public nonisolated init() {}

    func nodes(_ rendering: Rendering) -> [Node] { [] }
}

// iOS 13.0
public struct Group<Content: View>: View, Primitive {
    private let content: Content

    public init(@ViewBuilder content: () -> Content) { self.content = content() }

    func nodes(_ rendering: Rendering) -> [Node] { rendering.nodes(of: content) }
}

// iOS 13.0
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content> {
    public let data: Data
    private let id: (Data.Element) -> ID
    public let content: (Data.Element) -> Content

    /// Ours, for what is no view: the marks of a chart.
    public init(of data: Data, by id: @escaping (Data.Element) -> ID, _ content: @escaping (Data.Element) -> Content) {
        self.data = data
        self.id = id
        self.content = content
    }
}

extension ForEach: View, Primitive where Content: View {
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content) {
        self.init(of: data, by: { $0[keyPath: id] }, content)
    }

    public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> Content)
    where Data.Element: Identifiable, ID == Data.Element.ID {
        self.init(of: data, by: { $0.id }, content)
    }

    func nodes(_ rendering: Rendering) -> [Node] {
        data.flatMap { element in rendering.inside("\(id(element))") { rendering.nodes(of: content(element)) } }
    }
}

// iOS 13.0
@MainActor @preconcurrency
public protocol ViewModifier {
    associatedtype Body: View
    typealias Content = _ViewModifier_Content<Self>
    @ViewBuilder func body(content: Self.Content) -> Self.Body
}

// iOS 13.0
public struct _ViewModifier_Content<Modifier>: View, Primitive {
    let view: any View

    func nodes(_ rendering: Rendering) -> [Node] { rendering.nodes(of: view) }
}

struct CustomModified<M: ViewModifier>: View, Primitive {
    let view: any View
    let modifier: M

    func nodes(_ rendering: Rendering) -> [Node] {
        rendering.inside("\(M.self)") {
            rendering.link(modifier)
            return rendering.nodes(of: modifier.body(content: _ViewModifier_Content(view: view)))
        }
    }
}

extension View {
    // iOS 13.0; on Apple's side it answers `ModifiedContent<Self, T>`
    public func modifier<T: ViewModifier>(_ modifier: T) -> some View { CustomModified(view: self, modifier: modifier) }
}

// iOS 13.0
@MainActor @preconcurrency
public protocol PreviewProvider {
    associatedtype Previews: View
    @ViewBuilder static var previews: Self.Previews { get }
}

extension View {
    // iOS 13.0; "with" of Apple is `String?`
    public func previewDisplayName(_ value: String?) -> some View { marked("preview", value ?? "") }
}
