//! What a reducer answers. It does nothing itself.

/// What a reducer answers: the new state, and what is to be done in the world, in order.
public struct Next<State: Sendable, Effect: Sendable>: Sendable {
    public let state: State
    public let effects: [Effect]

    public init(_ state: State, _ effects: Effect...) { self.init(state, all: effects) }

    init(_ state: State, all effects: [Effect]) {
        self.state = state
        self.effects = effects
    }
}

extension Next: Equatable where State: Equatable, Effect: Equatable {}

/// A value whose rules answer a changed copy; the one on the screen stays what it was.
protocol Copied {}

extension Copied {
    func copy(_ change: (inout Self) throws -> Void) rethrows -> Self {
        var made = self
        try change(&made)
        return made
    }
}
