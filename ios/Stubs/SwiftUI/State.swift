//! What a view keeps, and what it is lent.

/// Where a value of `@State` lies; views made anew find it through the tree.
final class StateBox<Value> {
    var value: Value
    var shared: StateBox<Value>?

    init(_ value: Value) { self.value = value }

    var current: StateBox<Value> { shared ?? self }
}

// iOS 13.0
@propertyWrapper
public struct State<Value> {
    private let box: StateBox<Value>

    public init(wrappedValue value: Value) { box = StateBox(value) }

    public init(initialValue value: Value) { box = StateBox(value) }

    public var wrappedValue: Value {
        get { box.current.value }
        nonmutating set { box.current.value = newValue }
    }

    public var projectedValue: Binding<Value> {
        let box = box.current
        return Binding(reading: { box.value }, writing: { box.value = $0 })
    }
}

extension State: Linked {
    func link(_ key: String, _ rendering: Rendering) {
        if let kept = rendering.memory.states[key] as? StateBox<Value> {
            box.shared = kept
        } else {
            rendering.memory.states[key] = box
        }
    }
}

extension State: Sendable where Value: Sendable {}
extension StateBox: @unchecked Sendable where Value: Sendable {}

// iOS 13.0
@propertyWrapper @dynamicMemberLookup
public struct Binding<Value> {
    private let reading: () -> Value
    private let writing: (Value) -> Void

    init(reading: @escaping () -> Value, writing: @escaping (Value) -> Void) {
        self.reading = reading
        self.writing = writing
    }

    // As Apple's SDK 18 has it: in Swift 6 a closure that touches the main actor says so itself.
    public init(
        get: @escaping @isolated(any) @Sendable () -> Value, set: @escaping @isolated(any) @Sendable (Value) -> Void
    ) {
        // The model calls them on the main actor alone; their isolation is theirs.
        reading = unsafeBitCast(get, to: (@Sendable () -> Value).self)
        writing = unsafeBitCast(set, to: (@Sendable (Value) -> Void).self)
    }

    public static func constant(_ value: Value) -> Binding<Value> { Binding(reading: { value }, writing: { _ in }) }

    public var wrappedValue: Value {
        get { reading() }
        nonmutating set { writing(newValue) }
    }

    public var projectedValue: Binding<Value> { self }

    public subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject> {
        Binding<Subject>(
            reading: { wrappedValue[keyPath: keyPath] },
            writing: {
                var whole = wrappedValue
                whole[keyPath: keyPath] = $0
                wrappedValue = whole
            })
    }
}

// iOS 15.0
@propertyWrapper
public struct FocusState<Value: Hashable> {
    // iOS 15.0
    @propertyWrapper
    public struct Binding {
        let box: StateBox<Value>

        public var wrappedValue: Value {
            get { box.current.value }
            nonmutating set { box.current.value = newValue }
        }

        public var projectedValue: Binding { self }
    }

    private let box: StateBox<Value>

    public init() where Value == Bool { box = StateBox(false) }

    public var wrappedValue: Value {
        get { box.current.value }
        nonmutating set { box.current.value = newValue }
    }

    public var projectedValue: Binding { Binding(box: box) }
}

extension FocusState: Linked {
    func link(_ key: String, _ rendering: Rendering) {
        if let kept = rendering.memory.states[key] as? StateBox<Value> {
            box.shared = kept
        } else {
            rendering.memory.states[key] = box
        }
    }
}

// iOS 15.0
@propertyWrapper
public struct AccessibilityFocusState<Value: Hashable> {
    // iOS 15.0
    @propertyWrapper
    public struct Binding {
        let box: StateBox<Value>

        public var wrappedValue: Value {
            get { box.current.value }
            nonmutating set { box.current.value = newValue }
        }

        public var projectedValue: Binding { self }
    }

    private let box: StateBox<Value>

    public init() where Value == Bool { box = StateBox(false) }

    public var wrappedValue: Value {
        get { box.current.value }
        nonmutating set { box.current.value = newValue }
    }

    public var projectedValue: Binding { Binding(box: box) }
}

extension AccessibilityFocusState: Linked {
    func link(_ key: String, _ rendering: Rendering) {
        if let kept = rendering.memory.states[key] as? StateBox<Value> {
            box.shared = kept
        } else {
            rendering.memory.states[key] = box
        }
    }
}

extension View {
    // iOS 15.0
    public func focused(_ condition: FocusState<Bool>.Binding) -> some View { marked("focused", "\(condition.wrappedValue)") }

    // iOS 15.0
    public func accessibilityFocused(_ condition: AccessibilityFocusState<Bool>.Binding) -> some View {
        marked("accessibilityFocused", "\(condition.wrappedValue)")
    }
}

// iOS 14.0; a number that grows with the font. The model leaves it as it is.
@propertyWrapper
public struct ScaledMetric<Value: BinaryFloatingPoint> {
    public let wrappedValue: Value

    public init(wrappedValue: Value, relativeTo textStyle: Font.TextStyle) { self.wrappedValue = wrappedValue }

    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}
