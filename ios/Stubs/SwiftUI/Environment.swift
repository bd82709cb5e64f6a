//! What stands around a view.

// iOS 13.0
public protocol EnvironmentKey {
    associatedtype Value
    static var defaultValue: Self.Value { get }
}

// iOS 13.0
public struct EnvironmentValues {
    private var values: [ObjectIdentifier: Any] = [:]

    public init() {}

    public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value {
        get { values[ObjectIdentifier(key)] as? K.Value ?? K.defaultValue }
        set { values[ObjectIdentifier(key)] = newValue }
    }

    // iOS 13.0
    public var locale = Locale(identifier: "en_GB")
    // iOS 13.0
    public var calendar = Calendar(identifier: .gregorian)
    // iOS 13.0
    public var timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
    // iOS 13.0
    public var layoutDirection = LayoutDirection.leftToRight
    // iOS 13.0
    public var colorScheme = ColorScheme.light
    // iOS 15.0
    public var dynamicTypeSize = DynamicTypeSize.large
    // iOS 14.0
    public var scenePhase = ScenePhase.active
    // iOS 13.0
    public internal(set) var isEnabled = true

    // Read-only on the phone, where they are the person's own settings; a test sets them with `model`.
    // iOS 13.0
    public internal(set) var colorSchemeContrast = ColorSchemeContrast.standard
    // iOS 13.0
    public internal(set) var accessibilityReduceMotion = false
    // iOS 13.0
    public internal(set) var accessibilityDifferentiateWithoutColor = false
    // iOS 15.0
    public internal(set) var accessibilityVoiceOverEnabled = false
    // iOS 15.0
    public internal(set) var accessibilitySwitchControlEnabled = false
    // iOS 15.0
    public internal(set) var dismiss = DismissAction()

    // Ours: which alternative of a `ViewThatFits` fits, from 0; beyond the last it is the last.
    var fits = 0

    /// Surroundings as a phone with these settings gives them. Ours, not Apple's.
    public static func model(
        voiceOver: Bool = false, reduceMotion: Bool = false, contrast: ColorSchemeContrast = .standard, fits: Int = 0,
        _ change: (inout EnvironmentValues) -> Void = { _ in }
    ) -> EnvironmentValues {
        var made = EnvironmentValues()
        made.accessibilityVoiceOverEnabled = voiceOver
        made.accessibilityReduceMotion = reduceMotion
        made.colorSchemeContrast = contrast
        made.fits = fits
        change(&made)
        return made
    }
}

final class EnvironmentBox {
    var values = EnvironmentValues()
}

// iOS 13.0
@propertyWrapper
public struct Environment<Value> {
    private let keyPath: KeyPath<EnvironmentValues, Value>
    private let box = EnvironmentBox()

    public init(_ keyPath: KeyPath<EnvironmentValues, Value>) { self.keyPath = keyPath }

    public var wrappedValue: Value { box.values[keyPath: keyPath] }
}

extension Environment: Linked {
    func link(_ key: String, _ rendering: Rendering) { box.values = rendering.environment }
}

extension View {
    // iOS 13.0
    public func environment<V>(_ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View {
        surrounded { rendering, inner in rendering.with({ $0[keyPath: keyPath] = value }, inner) }
    }

    // iOS 15.0
    public func dynamicTypeSize(_ size: DynamicTypeSize) -> some View { environment(\.dynamicTypeSize, size) }

    // iOS 15.0
    public func dynamicTypeSize(_ range: PartialRangeThrough<DynamicTypeSize>) -> some View {
        surrounded { rendering, inner in rendering.with({ $0.dynamicTypeSize = min($0.dynamicTypeSize, range.upperBound) }, inner) }
    }

    // iOS 13.0
    public func preferredColorScheme(_ colorScheme: ColorScheme?) -> some View {
        surrounded { rendering, inner in rendering.with({ $0.colorScheme = colorScheme ?? $0.colorScheme }, inner) }
    }
}

// iOS 13.0
public enum LayoutDirection: Hashable, CaseIterable, Sendable { case leftToRight, rightToLeft }

// iOS 13.0
public enum ColorScheme: Hashable, CaseIterable, Sendable { case light, dark }

// iOS 13.0
public enum ColorSchemeContrast: Hashable, CaseIterable, Sendable { case standard, increased }

// iOS 14.0
public enum ScenePhase: Comparable, Hashable, Sendable { case background, inactive, active }

// iOS 15.0
public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
    case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5

    public var isAccessibilitySize: Bool { self >= .accessibility1 }
}

// iOS 15.0
// swift-format-ignore: UseSynthesizedInitializer
@MainActor @preconcurrency
public struct DismissAction {
    // The one that would be made belongs to the main actor, and the environment begins elsewhere.
    nonisolated init() {}

    public func callAsFunction() {}
}
