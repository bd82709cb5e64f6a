//! When a view comes and goes, and when a value it watches changes.

extension View {
    // iOS 13.0
    public func onAppear(perform action: (() -> Void)? = nil) -> some View {
        // Both sides are on the main actor; Apple's signatures do not say so, here and below.
        nonisolated(unsafe) let action = action
        return surrounded { rendering, inner in
            let nodes = inner()
            if rendering.appeared(rendering.key("appear")), let action { rendering.after.append { action() } }
            return nodes
        }
    }

    // iOS 13.0
    public func onDisappear(perform action: (() -> Void)? = nil) -> some View {
        nonisolated(unsafe) let action = action
        return surrounded { rendering, inner in
            let nodes = inner()
            let key = rendering.key("disappear")
            _ = rendering.appeared(key)
            rendering.memory.leaving[key] = { action?() }
            return nodes
        }
    }

    // iOS 17.0
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void) -> some View {
        nonisolated(unsafe) let action = action
        return surrounded { rendering, inner in
            let nodes = inner()
            let key = rendering.key("change")
            let new = rendering.appeared(key)
            let before = new ? nil : rendering.memory.values[key] as? V
            rendering.memory.values[key] = value
            if new {
                if initial { rendering.after.append { action(value, value) } }
            } else if let before, before != value {
                rendering.after.append { action(before, value) }
            }
            return nodes
        }
    }

    // iOS 17.0
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some View {
        onChange(of: value, initial: initial) { _, _ in action() }
    }

    // iOS 15.0; the model does not start it: a test that wants what it does calls it by other ways
    public func task(
        priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { marked("task") }

    // iOS 13.0
    public func animation<V: Equatable>(_ animation: Animation?, value: V) -> some View { marked("animation") }

    // iOS 13.0
    public func transaction(_ transform: @escaping (inout Transaction) -> Void) -> some View {
        var made = Transaction()
        transform(&made)
        return marked("transaction", made.disablesAnimations ? "disablesAnimations" : "")
    }
}

// iOS 13.0
public struct Animation: Hashable, Sendable {
    public static let `default` = Animation()
}

// iOS 13.0
public struct Transaction {
    public var animation: Animation?
    public var disablesAnimations = false

    public init() {}
}
