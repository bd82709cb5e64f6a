//! What a screen reader would find in a tree, by our reading of Apple's documents: labels, values, hints, traits and order.

/// Something a screen reader stops at.
@MainActor
public struct Element {
    /// What it is called; empty when nothing names it.
    public let label: String
    public let value: String?
    public let hint: String?
    public let traits: AccessibilityTraits
    public let enabled: Bool
    public let kind: String
    /// Names of the containers it stands in, the outermost first.
    public let containers: [String]
    public let minHeight: CGFloat?
    public let minWidth: CGFloat?
    public let action: (@MainActor () -> Void)?
    public let write: (@MainActor (String) -> Void)?

    public var isControl: Bool { action != nil || write != nil }
}

/// Views that a screen reader takes as one, whatever stands in them; a calendar, which has a stop for each day, is one in the model.
private let controls: Set<String> = ["Button", "Toggle", "TextField", "SecureField", "DatePicker", "NavigationLink", "Link", "Tab"]

extension Node {
    /// From the top, as they are read.
    public var elements: [Element] { elements(in: [], enabled: true) }

    /// The words of everything in it that is not hidden, as they are read.
    var words: [String] {
        if hidden { return [] }
        if let label { return [label] }
        if let text { return text.isEmpty ? [] : [text] }
        return children.flatMap(\.words)
    }

    private func elements(in containers: [String], enabled outer: Bool) -> [Element] {
        if hidden { return [] }
        let on = outer && enabled
        if controls.contains(kind) || behaviour == .combine || behaviour == .ignore { return [whole(containers, on)] }
        if ["Text", "Image", "Label", "Title"].contains(kind) { return [whole(containers, on)] + below(containers, on) }
        // A label on a view that is no element of its own makes it one, unless it is said to contain others.
        if behaviour == .contain { return below(label.map { containers + [$0] } ?? containers, on) }
        if label != nil { return [whole(containers, on)] }
        return below(containers, on)
    }

    private func below(_ containers: [String], _ on: Bool) -> [Element] {
        children.flatMap { $0.elements(in: containers, enabled: on) }
    }

    private func whole(_ containers: [String], _ on: Bool) -> Element {
        let parts = behaviour == .ignore ? [] : children.flatMap(\.all)
        var traits = parts.reduce(into: self.traits) { if behaviour == .combine { $0.formUnion($1.traits) } }
        if kind == "Button" { traits.insert(.isButton) }
        if kind == "Toggle" { traits.insert(.isToggle) }
        if kind == "Link" { traits.insert(.isLink) }
        if kind == "Title" { traits.insert(.isHeader) }
        let typed = kind == "TextField" || kind == "SecureField"
        let own = typed || text == nil ? nil : text
        // An image that nothing names is read by the name of its file or symbol: no name at all.
        let read = kind == "Image" ? "" : own ?? (behaviour == .ignore ? "" : children.flatMap(\.words).joined(separator: ", "))
        let inner = behaviour == .combine ? parts.first { $0.action != nil } : nil
        return Element(
            label: label ?? read,
            // A password is read as dots.
            value: value ?? (kind == "SecureField" ? text.map { String(repeating: "•", count: $0.count) } : typed ? text : nil),
            hint: hint,
            traits: traits,
            enabled: on,
            kind: kind,
            containers: containers,
            minHeight: ([self] + parts).compactMap(\.minHeight).max(),
            minWidth: ([self] + parts).compactMap(\.minWidth).max(),
            action: action ?? inner?.action,
            write: write)
    }
}
