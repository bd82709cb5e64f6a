//! Words, symbols and fonts. `LocalizedStringKey` is left out on purpose: every text of ours comes from `TidemarkStrings`, and a
//! literal finds no translation here or there.

// iOS 13.0
public struct Text: View, Primitive {
    private let content: String

    public init<S: StringProtocol>(_ content: S) { self.content = String(content) }

    public init(verbatim content: String) { self.content = content }

    func nodes(_ rendering: Rendering) -> [Node] { [Node("Text", content)] }
}

// iOS 13.0
public enum TextAlignment: Hashable, CaseIterable, Sendable { case leading, center, trailing }

// iOS 13.0
public struct Image: View, Primitive {
    private let name: String

    // iOS 13.0
    public init(systemName: String) { name = systemName }

    // iOS 13.0
    public init(decorative cgImage: CGImage, scale: CGFloat) { name = "" }

    // iOS 13.0
    public func resizable() -> Image { self }

    func nodes(_ rendering: Rendering) -> [Node] { [Node("Image", name)] }
}

/// A picture of Core Graphics, which Linux has not.
public final class CGImage: Sendable {
    init() {}
}

// iOS 14.0
public struct Label<Title: View, Icon: View>: View, Primitive {
    private let title: Title

    // iOS 14.0
    public init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon) { self.title = title() }

    func nodes(_ rendering: Rendering) -> [Node] {
        [Node("Label", rendering.nodes(of: title).flatMap(\.words).joined(separator: ", "))]
    }
}

extension Label where Title == Text, Icon == Image {
    // iOS 14.0
    public init<S: StringProtocol>(_ title: S, systemImage name: String) { self.title = Text(title) }
}

// iOS 13.0
public struct Font: Hashable, Sendable {
    // iOS 13.0
    public enum TextStyle: Hashable, CaseIterable, Sendable {
        case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption, caption2
    }

    // iOS 13.0
    public struct Weight: Hashable, Sendable {
        private let name: String

        public static let regular = Weight(name: "regular")
        public static let medium = Weight(name: "medium")
        public static let semibold = Weight(name: "semibold")
        public static let bold = Weight(name: "bold")
    }

    // iOS 13.0
    public enum Design: Hashable, Sendable { case `default`, serif, rounded, monospaced }

    let style: TextStyle
    var strength: Weight?

    init(_ style: TextStyle) { self.style = style }

    public static let largeTitle = Font(.largeTitle)
    public static let title = Font(.title)
    public static let title2 = Font(.title2)
    public static let title3 = Font(.title3)
    public static let headline = Font(.headline)
    public static let subheadline = Font(.subheadline)
    public static let body = Font(.body)
    public static let callout = Font(.callout)
    public static let footnote = Font(.footnote)
    public static let caption = Font(.caption)
    public static let caption2 = Font(.caption2)

    // iOS 16.0
    public static func system(_ style: TextStyle, design: Design? = nil, weight: Weight? = nil) -> Font {
        var made = Font(style)
        made.strength = weight
        return made
    }

    public func weight(_ weight: Weight) -> Font { Font.system(style, weight: weight) }

    // iOS 13.0
    public func bold() -> Font { weight(.bold) }

    // iOS 15.0
    public func monospacedDigit() -> Font { self }
}

extension View {
    // iOS 13.0
    public func scaledToFit() -> some View { marked("scaledToFit") }

    // iOS 13.0
    public func font(_ font: Font?) -> some View { marked("font", font.map { "\($0.style)" } ?? "") }

    // iOS 16.0
    public func fontWeight(_ weight: Font.Weight?) -> some View { marked("fontWeight", "\(weight.map { "\($0)" } ?? "")") }

    // iOS 16.0
    public func bold(_ isActive: Bool = true) -> some View { marked("bold", "\(isActive)") }

    // iOS 15.0
    public func monospacedDigit() -> some View { marked("monospacedDigit") }

    // iOS 13.0
    public func lineLimit(_ number: Int?) -> some View { marked("lineLimit", number.map { "\($0)" } ?? "none") }

    // iOS 16.0
    public func lineLimit(_ limit: PartialRangeFrom<Int>) -> some View { marked("lineLimit", "\(limit.lowerBound)...") }

    // iOS 13.0
    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { marked("multilineTextAlignment", "\(alignment)") }

    // iOS 13.0
    public func minimumScaleFactor(_ factor: CGFloat) -> some View { marked("minimumScaleFactor", "\(factor)") }

    // iOS 15.0
    public func textSelection<S: TextSelectability>(_ selectability: S) -> some View { marked("textSelection") }
}

// iOS 15.0
public protocol TextSelectability {}

// iOS 15.0
public struct EnabledTextSelectability: TextSelectability {}

extension TextSelectability where Self == EnabledTextSelectability {
    // iOS 15.0
    public static var enabled: EnabledTextSelectability { EnabledTextSelectability() }
}
