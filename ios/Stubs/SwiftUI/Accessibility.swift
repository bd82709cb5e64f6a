//! What a view says to a screen reader. Of two labels the innermost holds, as Apple's modifiers have it.

// iOS 13.0
public struct AccessibilityTraits: SetAlgebra, Hashable, Sendable {
    private var names: Set<String> = []

    public init() {}

    private init(_ name: String) { names = [name] }

    public static let isButton = AccessibilityTraits("button")
    public static let isHeader = AccessibilityTraits("header")
    public static let isSelected = AccessibilityTraits("selected")
    public static let isLink = AccessibilityTraits("link")
    public static let isImage = AccessibilityTraits("image")
    public static let isStaticText = AccessibilityTraits("staticText")
    public static let updatesFrequently = AccessibilityTraits("updatesFrequently")
    public static let isModal = AccessibilityTraits("modal")
    // iOS 17.0
    public static let isToggle = AccessibilityTraits("toggle")

    public typealias Element = AccessibilityTraits
    public func contains(_ member: AccessibilityTraits) -> Bool { names.isSuperset(of: member.names) }
    public func union(_ other: AccessibilityTraits) -> AccessibilityTraits { made(names.union(other.names)) }
    public func intersection(_ other: AccessibilityTraits) -> AccessibilityTraits { made(names.intersection(other.names)) }
    public func symmetricDifference(_ other: AccessibilityTraits) -> AccessibilityTraits { made(names.symmetricDifference(other.names)) }

    @discardableResult
    public mutating func insert(_ new: AccessibilityTraits) -> (inserted: Bool, memberAfterInsert: AccessibilityTraits) {
        let inserted = !contains(new)
        names.formUnion(new.names)
        return (inserted, new)
    }

    @discardableResult
    public mutating func remove(_ member: AccessibilityTraits) -> AccessibilityTraits? {
        let had = contains(member)
        names.subtract(member.names)
        return had ? member : nil
    }

    @discardableResult
    public mutating func update(with new: AccessibilityTraits) -> AccessibilityTraits? {
        insert(new).inserted ? nil : new
    }

    public mutating func formUnion(_ other: AccessibilityTraits) { names.formUnion(other.names) }
    public mutating func formIntersection(_ other: AccessibilityTraits) { names.formIntersection(other.names) }
    public mutating func formSymmetricDifference(_ other: AccessibilityTraits) { names.formSymmetricDifference(other.names) }

    private func made(_ names: Set<String>) -> AccessibilityTraits {
        var made = AccessibilityTraits()
        made.names = names
        return made
    }
}

// iOS 13.0
public struct AccessibilityChildBehavior: Hashable, Sendable {
    private let name: String

    public static let ignore = AccessibilityChildBehavior(name: "ignore")
    public static let contain = AccessibilityChildBehavior(name: "contain")
    public static let combine = AccessibilityChildBehavior(name: "combine")
}

// iOS 13.0
public struct AccessibilityActionKind: Hashable, Sendable {
    private let name: String

    public static let `default` = AccessibilityActionKind(name: "default")
    public static let escape = AccessibilityActionKind(name: "escape")
}

// iOS 15.0
public enum AccessibilityHeadingLevel: UInt, Sendable { case unspecified, h1, h2, h3, h4, h5, h6 }

extension View {
    // iOS 13.0
    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
        surrounded { rendering, inner in
            let nodes = inner()
            let node: Node
            if nodes.count == 1, let only = nodes.first, only.behaviour == nil, !["Text", "Image", "Label"].contains(only.kind) {
                node = only
            } else {
                node = Node("Together", nil, nodes)
            }
            node.behaviour = children
            return [node]
        }
    }

    // iOS 14.0
    public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View {
        marked("accessibilityLabel", String(label)) {
            // A field's title is its label until another is given.
            if $0.label == nil || $0.write != nil { $0.label = String(label) }
        }
    }

    // iOS 14.0
    public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View {
        marked("accessibilityValue", String(value)) { $0.value = String(value) }
    }

    // iOS 14.0
    public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View {
        marked("accessibilityHint", String(hint)) { if !hint.isEmpty { $0.hint = String(hint) } }
    }

    // iOS 14.0
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View {
        marked("accessibilityAddTraits") { $0.traits.formUnion(traits) }
    }

    // iOS 14.0
    public func accessibilityRemoveTraits(_ traits: AccessibilityTraits) -> some View {
        marked("accessibilityRemoveTraits") { $0.traits.remove(traits) }
    }

    // iOS 14.0
    public func accessibilityHidden(_ hidden: Bool) -> some View { marked("accessibilityHidden") { if hidden { $0.hidden = true } } }

    // iOS 14.0
    public func accessibilityIdentifier(_ identifier: String) -> some View {
        marked("accessibilityIdentifier", identifier) { $0.identifier = identifier }
    }

    // iOS 15.0
    public func accessibilityHeading(_ level: AccessibilityHeadingLevel) -> some View { marked("accessibilityHeading", "\(level)") }

    // iOS 14.0
    public func accessibilitySortPriority(_ sortPriority: Double) -> some View { marked("accessibilitySortPriority") }

    // iOS 13.0
    public func accessibilityAction(_ actionKind: AccessibilityActionKind = .default, _ handler: @escaping () -> Void) -> some View {
        // Both sides are on the main actor; Apple's signature does not say so.
        nonisolated(unsafe) let handler = handler
        return marked("accessibilityAction") { if actionKind == .default { $0.action = { handler() } } }
    }

    // iOS 15.0
    public func accessibilityShowsLargeContentViewer() -> some View { marked("accessibilityShowsLargeContentViewer") }
}
