//! Bars, stacks of screens and tabs.

// iOS 16.0
public struct NavigationStack<Data, Root: View>: View, Primitive {
    private let root: Root
    private let path: () -> [AnyHashable]
    private let back: @MainActor () -> Void

    // iOS 16.0
    public init(@ViewBuilder root: () -> Root) where Data == NavigationPath {
        self.root = root()
        path = { [] }
        back = {}
    }

    // iOS 16.0
    public init(path: Binding<Data>, @ViewBuilder root: () -> Root)
    where Data: MutableCollection, Data: RandomAccessCollection, Data: RangeReplaceableCollection, Data.Element: Hashable {
        self.root = root()
        self.path = { path.wrappedValue.map(AnyHashable.init) }
        back = {
            guard !path.wrappedValue.isEmpty else { return }
            path.wrappedValue.removeLast()
        }
    }

    /// What stands on the stack is kept; what is on screen is its last, which appears anew when it is uncovered. The bar's own way back is a button.
    func nodes(_ rendering: Rendering) -> [Node] {
        let places = Destinations()
        let values = path()
        func walk(_ view: any View, _ at: Int) -> [Node] {
            rendering.inside("\(at)") {
                rendering.under(at < values.count) { rendering.with({ $0.destinations = places }) { rendering.nodes(of: view) } }
            }
        }
        var shown = walk(root, 0)
        for (at, value) in values.enumerated() {
            guard let view = places.view(value) else { continue }
            shown = walk(view, at + 1)
        }
        let stack = Node("NavigationStack", nil, shown)
        if !path().isEmpty, !stack.all.contains(where: { $0.has("navigationBarBackButtonHidden") }) {
            let button = Node("Button", nil, [Node("Text", "system.back")])
            button.identifier = "system.back"
            button.minHeight = 44
            button.minWidth = 44
            button.action = back
            stack.children.insert(button, at: 0)
        }
        return [stack]
    }
}

// iOS 16.0
public struct NavigationPath: Equatable, Sendable {
    public init() {}
}

/// Views of a stack by the type of their value.
@MainActor
final class Destinations {
    var made: [(AnyHashable) -> (any View)?] = []

    nonisolated init() {}

    func view(_ value: AnyHashable) -> (any View)? { made.lazy.compactMap { $0(value) }.first }
}

extension EnvironmentValues {
    private struct DestinationsKey: EnvironmentKey {
        static let defaultValue: Destinations? = nil
    }

    var destinations: Destinations? {
        get { self[DestinationsKey.self] }
        set { self[DestinationsKey.self] = newValue }
    }
}

extension View {
    // iOS 16.0
    public func navigationDestination<D: Hashable, C: View>(
        for data: D.Type, @ViewBuilder destination: @escaping (D) -> C
    ) -> some View {
        surrounded { rendering, inner in
            rendering.environment.destinations?.made.append { value in (value.base as? D).map { destination($0) } }
            return inner()
        }
    }

    // iOS 14.0
    public func navigationTitle<S: StringProtocol>(_ title: S) -> some View {
        let title = String(title)
        return surrounded { _, inner in [Node("Title", title)] + inner() }
    }

    // iOS 13.0
    public func navigationBarTitleDisplayMode(_ displayMode: NavigationBarItem.TitleDisplayMode) -> some View {
        marked("navigationBarTitleDisplayMode", "\(displayMode)")
    }

    // iOS 13.0
    public func navigationBarBackButtonHidden(_ hidesBackButton: Bool = true) -> some View {
        surrounded { _, inner in
            let nodes = inner()
            if hidesBackButton { nodes.last?.modifiers.append(Modifier(name: "navigationBarBackButtonHidden", value: "")) }
            return nodes
        }
    }

    // iOS 14.0; what stands in a bar is read before the screen
    public func toolbar<Content: ToolbarContent>(@ToolbarContentBuilder content: () -> Content) -> some View {
        let items = content()
        return surrounded { rendering, inner in
            let bar = rendering.inside("toolbar") { items.nodes(rendering) }
            return bar + inner()
        }
    }

    // iOS 16.0
    public func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View { marked("toolbar", "\(visibility)") }

    // iOS 16.0
    public func toolbarBackground<S: ShapeStyle>(_ style: S, for bars: ToolbarPlacement...) -> some View { marked("toolbarBackground") }
}

// iOS 13.0
public struct NavigationBarItem: Sendable {
    public enum TitleDisplayMode: Sendable { case automatic, inline, large }
}

// iOS 15.0
public enum Visibility: Hashable, CaseIterable, Sendable { case automatic, visible, hidden }

// iOS 16.0
public struct ToolbarPlacement: Sendable {
    public static var navigationBar: ToolbarPlacement { ToolbarPlacement() }
    public static var tabBar: ToolbarPlacement { ToolbarPlacement() }
}

// iOS 14.0
@MainActor @preconcurrency
public protocol ToolbarContent {
    func nodes(_ rendering: Rendered) -> [Node]
}

/// A walk, where another module may not look into it.
@MainActor
public class Rendered {
    init() {}
}

// iOS 14.0
@resultBuilder
@MainActor
public enum ToolbarContentBuilder {
    public static func buildBlock<C: ToolbarContent>(_ content: C) -> some ToolbarContent { content }

    public static func buildBlock<each C: ToolbarContent>(_ content: repeat each C) -> some ToolbarContent {
        var items: [any ToolbarContent] = []
        repeat items.append(each content)
        return ToolbarItems(items: items)
    }

    // iOS 16.0
    public static func buildIf<C: ToolbarContent>(_ content: C?) -> C? { content }
}

struct ToolbarItems: ToolbarContent {
    let items: [any ToolbarContent]

    func nodes(_ rendering: Rendered) -> [Node] { items.flatMap { $0.nodes(rendering) } }
}

extension Optional: ToolbarContent where Wrapped: ToolbarContent {
    public func nodes(_ rendering: Rendered) -> [Node] { map { $0.nodes(rendering) } ?? [] }
}

// iOS 14.0
public struct ToolbarItemPlacement: Sendable {
    let name: String

    public static let automatic = ToolbarItemPlacement(name: "automatic")
    public static let principal = ToolbarItemPlacement(name: "principal")
    public static let cancellationAction = ToolbarItemPlacement(name: "cancellationAction")
    // iOS 14.0, named so since Xcode 15
    public static let topBarLeading = ToolbarItemPlacement(name: "topBarLeading")
    public static let topBarTrailing = ToolbarItemPlacement(name: "topBarTrailing")
}

// iOS 14.0
public struct ToolbarItem<ID, Content: View>: ToolbarContent {
    private let placement: ToolbarItemPlacement
    private let content: Content

    public func nodes(_ rendering: Rendered) -> [Node] {
        guard let rendering = rendering as? Rendering else { return [] }
        let node = Node("ToolbarItem", nil, rendering.inside(placement.name) { rendering.nodes(of: content) })
        node.modifiers.append(Modifier(name: "placement", value: placement.name))
        return [node]
    }
}

extension ToolbarItem where ID == () {
    public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content) {
        self.placement = placement
        self.content = content()
    }
}

// iOS 13.0
public struct TabView<SelectionValue: Hashable, Content: View>: View, Primitive {
    private let selection: Binding<SelectionValue>?
    private let content: Content

    public init(selection: Binding<SelectionValue>?, @ViewBuilder content: () -> Content) {
        self.selection = selection
        self.content = content()
    }

    /// The tab that is chosen, then the bar of all.
    func nodes(_ rendering: Rendering) -> [Node] {
        let selection = selection
        let tabs = rendering.with({ $0.chosenTab = selection.map { AnyHashable($0.wrappedValue) } }) { rendering.nodes(of: content) }
        let faces = tabs.map { tab in
            let face = Node("Tab", tab.given("tabItem"))
            if tab.has("chosen") { face.traits.insert(.isSelected) }
            face.minHeight = 44
            face.minWidth = 44
            face.action = { if let value = tab.tag?.base as? SelectionValue { selection?.wrappedValue = value } }
            return face
        }
        return [Node("TabView", nil, tabs.filter { $0.has("chosen") } + [Node("TabBar", nil, faces)])]
    }
}

extension EnvironmentValues {
    private struct Key: EnvironmentKey {
        nonisolated(unsafe) static let defaultValue: AnyHashable? = nil
    }

    var chosenTab: AnyHashable? {
        get { self[Key.self] }
        set { self[Key.self] = newValue }
    }

    private struct Unshown: EnvironmentKey {
        static let defaultValue = false
    }

    /// Whether what is walked is a tab that is not chosen.
    var unshown: Bool {
        get { self[Unshown.self] }
        set { self[Unshown.self] = newValue }
    }
}

extension View {
    // iOS 13.0
    public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View {
        let label = label()
        return surrounded { rendering, inner in
            let nodes = rendering.environment.unshown ? [Node("Unshown")] : inner()
            let name = rendering.inside("tabItem") { rendering.nodes(of: label).flatMap(\.words).joined(separator: ", ") }
            nodes.first?.modifiers.append(Modifier(name: "tabItem", value: name))
            return nodes
        }
    }

    // iOS 13.0; a tab that is not chosen is not walked, as the phone makes it no sooner than it is shown
    public func tag<V: Hashable>(_ tag: V) -> some View {
        surrounded { rendering, inner in
            let chosen = rendering.environment.chosenTab.map { $0 == AnyHashable(tag) }
            let nodes = rendering.with({ $0.unshown = chosen == false }, inner)
            nodes.first?.tag = AnyHashable(tag)
            if chosen == true { nodes.first?.modifiers.append(Modifier(name: "chosen", value: "")) }
            return nodes
        }
    }
}

// iOS 18.0. Not used; here because its name is also one of ours: a file that means ours says `TidemarkLogic.Tab`.
public struct Tab<Value, Content, Label> {}
