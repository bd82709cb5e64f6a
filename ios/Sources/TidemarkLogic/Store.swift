//! Runs a screen without its view: events on the main actor, effects off it, one after another. Nothing in its queue is dropped.

import Foundation

/// A screen without its view: where it begins, its rules, and what is done in the world for it.
public struct Feature<State: Sendable, Event: Sendable, Effect: Sendable>: Sendable {
    public let initial: State
    /// What is sent when the screen comes to the front.
    public let shown: Event?
    public let reduce: @Sendable (State, Event) -> Next<State, Effect>
    /// Does what an effect says and answers with the event to reduce next, if any. Called off the main actor.
    public let perform: @Sendable (Effect) -> Event?
    /// How an effect says something while it is still on its way, such as how far it is.
    public let meanwhile: Meanwhile<Event>?
    /// Whether an effect cannot wait for its turn, because it is about the one that runs: it is done at once, and must not block.
    public let atOnce: @Sendable (Effect) -> Bool

    public init(
        _ initial: State, shown: Event?, reduce: @escaping @Sendable (State, Event) -> Next<State, Effect>,
        perform: @escaping @Sendable (Effect) -> Event?, meanwhile: Meanwhile<Event>? = nil,
        atOnce: @escaping @Sendable (Effect) -> Bool = { _ in false }
    ) {
        self.initial = initial
        self.shown = shown
        self.reduce = reduce
        self.perform = perform
        self.meanwhile = meanwhile
        self.atOnce = atOnce
    }
}

/// The way from an effect that is still on its way to the screen. What it tells is reduced on the main actor, in order.
public final class Meanwhile<Event: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    // Guarded by the lock; nothing else is in here, so the class may cross between threads.
    private var heard: (@Sendable (Event) -> Void)?

    public init() {}

    /// May be called from any thread.
    public func tell(_ event: Event) { lock.withLock { heard }?(event) }

    func hear(_ heard: @escaping @Sendable (Event) -> Void) { lock.withLock { self.heard = heard } }
}

/// Runs something elsewhere, in the order it is given: calls of the diary block, so off the main actor.
public typealias Work = @Sendable (_ act: @escaping @Sendable () -> Void) -> Void

/// Runs something on the main actor.
public typealias Home = @Sendable (_ act: @escaping @MainActor @Sendable () -> Void) -> Void

/// Runs a `Feature`: reduces events on the main actor and effects on `work`, one after another, each event reduced before the
/// next effect runs. What is in the queue when the screen goes is done all the same: a tap is never dropped.
@MainActor
public final class Store<State: Sendable, Event: Sendable, Effect: Sendable> {
    public private(set) var state: State

    /// Told of each new state.
    public var watcher: ((State) -> Void)?

    private let feature: Feature<State, Event, Effect>
    private let work: Work
    private let home: Home
    private var waiting: [Effect] = []
    private var busy = false

    public init(_ feature: Feature<State, Event, Effect>, work: @escaping Work, home: @escaping Home) {
        state = feature.initial
        self.feature = feature
        self.work = work
        self.home = home
        feature.meanwhile?.hear { [weak self, home] event in
            guard let self else { return }
            home { self.send(event) }
        }
    }

    /// Whether an effect is on its way.
    public var working: Bool { busy || !waiting.isEmpty }

    public func send(_ event: Event) {
        let next = feature.reduce(state, event)
        state = next.state
        waiting += next.effects.filter { !feature.atOnce($0) }
        watcher?(state)
        for effect in next.effects where feature.atOnce(effect) {
            if let event = feature.perform(effect) { send(event) }
        }
        runNext()
    }

    private func runNext() {
        guard !busy, let effect = waiting.first else { return }
        waiting.removeFirst()
        busy = true
        // The closures hold the store, so that it lives until its queue is empty although the screen has gone.
        work { [feature, home] in
            let event = feature.perform(effect)
            home { self.arrived(event) }
        }
    }

    private func arrived(_ event: Event?) {
        busy = false
        if let event { send(event) } else { runNext() }
    }
}
