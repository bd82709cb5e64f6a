//! How the model walks a view: which surroundings stand around it, which `@State` belongs to it, what appeared and what changed.

/// One walk over a view.
@MainActor
final class Rendering: Rendered {
    var environment: EnvironmentValues
    let memory: Memory
    private var path: [String] = []
    private var uses: [String: Int] = [:]
    /// What is to be done once the walk is over.
    var after: [@MainActor () -> Void] = []
    /// Watchers that stand in this walk.
    private(set) var standing: Set<String> = []
    /// Whether what is walked lies under another screen: it is kept, and not on screen.
    private var covered = false

    init(_ environment: EnvironmentValues, _ memory: Memory) {
        self.environment = environment
        self.memory = memory
        super.init()
    }

    func inside<Result>(_ step: String, _ act: () -> Result) -> Result {
        path.append(step)
        defer { path.removeLast() }
        return act()
    }

    /// Walks what lies under another screen, if `hidden`.
    func under<Result>(_ hidden: Bool, _ act: () -> Result) -> Result {
        let before = covered
        covered = covered || hidden
        defer { covered = before }
        return act()
    }

    func with<Result>(_ change: (inout EnvironmentValues) -> Void, _ act: () -> Result) -> Result {
        let before = environment
        change(&environment)
        defer { environment = before }
        return act()
    }

    func nodes(of view: any View) -> [Node] { walk(view) }

    private func walk<V: View>(_ view: V) -> [Node] {
        if let primitive = view as? any Primitive { return primitive.nodes(self) }
        // Its address, since a name of nested types is long to make.
        return inside("\(ObjectIdentifier(V.self).hashValue)") {
            link(view)
            return nodes(of: view.body)
        }
    }

    /// Gives a view's `@State` what it held before and its `@Environment` what stands around it.
    func link(_ view: Any) {
        for (at, child) in Mirror(reflecting: view).children.enumerated() {
            guard let linked = child.value as? any Linked else { continue }
            linked.link(key("property \(at)"), self)
        }
    }

    /// A name of this place in the tree that is the same in the next walk; `what` tells several at one place apart.
    func key(_ what: String) -> String {
        let place = path.joined(separator: "/") + "|" + what
        let use = uses[place, default: 0]
        uses[place] = use + 1
        return "\(place)|\(use)"
    }

    /// Whether something stands here that did not in the walk before.
    func appeared(_ key: String) -> Bool {
        if covered { return false }
        standing.insert(key)
        return !memory.standing.contains(key)
    }
}

/// A property that the tree keeps, or fills.
@MainActor
protocol Linked {
    func link(_ key: String, _ rendering: Rendering)
}

/// What is kept from one walk to the next.
@MainActor
final class Memory {
    var states: [String: AnyObject] = [:]
    var values: [String: Any] = [:]
    var standing: Set<String> = []
    var leaving: [String: @MainActor () -> Void] = [:]
}

/// The tree of a view, once; nothing that appears is done. For tests alone: Apple's SwiftUI has no such function.
@MainActor
public func rendered(_ view: some View, in environment: EnvironmentValues = EnvironmentValues()) -> Node {
    Node("Root", nil, Rendering(environment, Memory()).nodes(of: view))
}
