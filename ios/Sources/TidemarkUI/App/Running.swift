//! A screen's rules while it is shown: its state as it is now, and the way to send it events.

import Observation
import SwiftUI
import TidemarkLogic

/// A screen's state as it is now, and the way to send it events.
@MainActor @Observable
public final class Running<State: Sendable, Event: Sendable> {
    public private(set) var state: State
    @ObservationIgnored private let pass: @MainActor (Event) -> Void
    @ObservationIgnored private let shown: Event?

    /// Lives over a store that runs until its queue is empty, whether this is still there or not.
    public init<Effect: Sendable>(
        _ store: Store<State, Event, Effect>, shown: Event?
    ) {
        state = store.state
        pass = { store.send($0) }
        self.shown = shown
        store.watcher = { [weak self] in self?.state = $0 }
    }

    public func send(_ event: Event) { pass(event) }

    /// The screen came to the front.
    public func show() { shown.map(send) }
}

/// Runs a screen while it is shown; `content` draws its state.
public struct Runs<State: Sendable, Event: Sendable, Content: View>: View {
    @SwiftUI.State private var running: Running<State, Event>
    private let content: (State, @escaping Send<Event>) -> Content

    public init<Effect: Sendable>(
        _ env: Env, _ feature: Feature<State, Event, Effect>,
        @ViewBuilder content: @escaping (State, @escaping Send<Event>) -> Content
    ) {
        self.init(env.store(feature), shown: feature.shown, content: content)
    }

    /// The same over a store, for the door, where no diary is open.
    public init<Effect: Sendable>(
        _ store: Store<State, Event, Effect>, shown: Event?,
        @ViewBuilder content: @escaping (State, @escaping Send<Event>) -> Content
    ) {
        // Made anew with each value of this view; the first one is kept, and none does anything before it is shown.
        _running = SwiftUI.State(initialValue: Running(store, shown: shown))
        self.content = content
    }

    public var body: some View {
        content(running.state, { running.send($0) })
            .onAppear { running.show() }
    }
}
