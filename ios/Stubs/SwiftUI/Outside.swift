//! For the stubs of other frameworks: a view of theirs, and what they say about one. Ours alone, nothing of Apple's.

/// A view of another framework, which the model knows no parts of; a test finds what it carries.
public struct Outside: View, Primitive {
    private let kind: String
    private let carried: Any

    public init(_ kind: String, carrying carried: Any) {
        self.kind = kind
        self.carried = carried
    }

    func nodes(_ rendering: Rendering) -> [Node] {
        let node = Node(kind)
        node.carried[kind] = carried
        return [node]
    }
}

extension View {
    /// Something said about a view by a modifier of another framework.
    public func carrying(_ name: String, _ value: Any) -> some View { marked(name) { $0.carried[name] = value } }
}
