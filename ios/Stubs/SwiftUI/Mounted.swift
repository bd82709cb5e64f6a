//! A view that stands, for tests: it keeps its `@State`, does what it does on appearing, and can be tapped and typed into.

@MainActor
public final class Mounted {
    private let view: any View
    private let memory = Memory()
    /// What stands around it; a test may change it between two acts.
    public var environment: EnvironmentValues

    public init(_ view: some View, in environment: EnvironmentValues = EnvironmentValues()) {
        self.view = view
        self.environment = environment
    }

    /// The tree as it is now, after everything that appeared or changed was done.
    public var tree: Node {
        // A view that changes itself on each change never settles on the phone either.
        for _ in 0..<20 {
            let rendering = Rendering(environment, memory)
            let nodes = rendering.nodes(of: view)
            for gone in memory.standing.subtracting(rendering.standing) { memory.leaving.removeValue(forKey: gone)?() }
            memory.standing = rendering.standing
            if rendering.after.isEmpty { return Node("Root", nil, nodes) }
            for act in rendering.after { act() }
        }
        return Node("Root", nil, [Node("Unsettled")])
    }

    /// What a screen reader finds, in its order.
    public var elements: [Element] { tree.elements }

    /// Taps what bears this name; false when nothing does, or it is off.
    @discardableResult
    public func tap(_ name: String) -> Bool {
        guard let found = elements.first(where: { $0.label == name && $0.action != nil && $0.enabled }) else { return false }
        found.action?()
        return true
    }

    /// Types into the field of this name.
    @discardableResult
    public func type(_ text: String, into name: String) -> Bool {
        guard let found = elements.first(where: { $0.label == name && $0.write != nil && $0.enabled }) else { return false }
        found.write?(text)
        return true
    }
}
