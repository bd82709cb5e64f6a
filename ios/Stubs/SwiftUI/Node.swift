//! The model: what a view comes to when it is walked. Ours alone, nothing of Apple's; it draws nothing and measures nothing.

/// A modifier by its name, and what it was given in words.
public struct Modifier: Hashable, Sendable {
    public let name: String
    public let value: String
}

/// A primitive view with what stands in it.
@MainActor
public final class Node {
    /// Name of the view, such as `Text` or `Button`.
    public let kind: String
    /// Its own words; those of a field are what was typed.
    public internal(set) var text: String?
    /// From the innermost on.
    public internal(set) var modifiers: [Modifier] = []
    public internal(set) var children: [Node]

    // What accessibility modifiers said; the innermost of one kind holds, as on the phone.
    public internal(set) var label: String?
    public internal(set) var value: String?
    public internal(set) var hint: String?
    public internal(set) var traits: AccessibilityTraits = []
    public internal(set) var hidden = false
    public internal(set) var behaviour: AccessibilityChildBehavior?
    public internal(set) var identifier: String?
    /// The smallest sides it takes, in points; none when nothing says so.
    public internal(set) var minWidth: CGFloat?
    public internal(set) var minHeight: CGFloat?
    public internal(set) var enabled = true
    var tag: AnyHashable?
    /// What the stub of another framework put here, by its name.
    public internal(set) var carried: [String: Any] = [:]

    /// What a tap does.
    public internal(set) var action: (@MainActor () -> Void)?
    /// What typing does.
    public internal(set) var write: (@MainActor (String) -> Void)?

    init(_ kind: String, _ text: String? = nil, _ children: [Node] = []) {
        self.kind = kind
        self.text = text
        self.children = children
    }

    /// This node and all below it, from the top.
    public var all: [Node] { [self] + children.flatMap(\.all) }

    public func has(_ modifier: String) -> Bool { modifiers.contains { $0.name == modifier } }

    /// What the outermost modifier of that name was given.
    public func given(_ modifier: String) -> String? { modifiers.last { $0.name == modifier }?.value }

    /// As lines, indented; for the message of a failed test.
    public var description: String { lines().joined(separator: "\n") }

    private func lines(_ depth: Int = 0) -> [String] {
        var line = String(repeating: "  ", count: depth) + kind
        if let text { line += " \"\(text)\"" }
        if let label { line += " label=\"\(label)\"" }
        if let value { line += " value=\"\(value)\"" }
        if hidden { line += " hidden" }
        if !enabled { line += " disabled" }
        return [line] + children.flatMap { $0.lines(depth + 1) }
    }
}

/// A view with something said about each node it comes to.
struct Marked: View, Primitive {
    let view: any View
    let act: @MainActor (Node) -> Void

    func nodes(_ rendering: Rendering) -> [Node] {
        let nodes = rendering.nodes(of: view)
        for node in nodes { act(node) }
        return nodes
    }
}

/// A view rendered in other surroundings, or watched while it stands.
struct Surrounded: View, Primitive {
    let view: any View
    let act: @MainActor (Rendering, () -> [Node]) -> [Node]

    func nodes(_ rendering: Rendering) -> [Node] { act(rendering) { rendering.nodes(of: view) } }
}

extension View {
    func marked(_ name: String, _ value: String = "", _ act: @escaping @MainActor (Node) -> Void = { _ in }) -> Marked {
        Marked(view: self) {
            $0.modifiers.append(Modifier(name: name, value: value))
            act($0)
        }
    }

    func surrounded(_ act: @escaping @MainActor (Rendering, () -> [Node]) -> [Node]) -> Surrounded { Surrounded(view: self, act: act) }

    /// Puts what `more` builds into the first node.
    func with(_ more: @escaping @MainActor (Rendering) -> [Node]) -> Surrounded {
        surrounded { rendering, inner in
            let nodes = inner()
            let found = rendering.inside("more") { more(rendering) }
            nodes.first?.children += found
            return nodes
        }
    }
}
