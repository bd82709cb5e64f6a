//! The app over an open diary: tabs, and in each the way the person came.

import SwiftUI
import TidemarkLogic

/// The app over an open diary. `start` is where a reminder leads, anew each time `asked` goes up; `onLeave` is called when the person
/// goes back from Today.
public struct TidemarkApp: View {
    private let env: Env
    private let start: Place
    private let asked: Int
    private let onLeave: @MainActor () -> Void
    @State private var at: Navigation
    @Environment(\.words) private var words

    public init(env: Env, start: Place = .today, asked: Int = 0, onLeave: @escaping @MainActor () -> Void = {}) {
        self.env = env
        self.start = start
        self.asked = asked
        self.onLeave = onLeave
        _at = State(initialValue: Self.way(to: start))
    }

    public var body: some View {
        TabView(selection: Binding(get: { @MainActor in at.tab }, set: { @MainActor in at = at.tab($0) })) {
            ForEach(TidemarkLogic.Tab.allCases, id: \.self) { tab in
                NavigationStack(path: path(of: tab)) {
                    PlaceScreen(root(of: tab), env, go).navigationDestination(for: Place.self) { PlaceScreen($0, env, go) }
                }
                .tabItem { Label(words.tab(tab), systemImage: symbol(tab)) }
                .tag(tab)
            }
        }
        .onChange(of: asked) { at = Self.way(to: start) }
    }

    private static func way(to start: Place) -> Navigation { start == .today ? Navigation() : Navigation().to(start) }

    private var go: Go {
        Go(
            to: { at = at.to($0) },
            instead: { at = at.instead($0) },
            back: { if let before = at.back() { at = before } else { onLeave() } },
            tab: { at = at.tab($0) })
    }

    /// The lowest place of a tab: its root, unless that was finished and another came in its stead.
    private func root(of tab: TidemarkLogic.Tab) -> Place { tab == at.tab ? at.places.first ?? tab.root : tab.root }

    /// What stands above it. The system's way back makes it shorter, and nothing else does.
    private func path(of tab: TidemarkLogic.Tab) -> Binding<[Place]> {
        Binding(
            get: { @MainActor in tab == at.tab ? Array(at.places.dropFirst()) : [] },
            set: { @MainActor in
                guard tab == at.tab else { return }
                while at.places.count - 1 > $0.count, let before = at.back() { at = before }
            })
    }
}

extension Words {
    /// The name of a tab.
    func tab(_ tab: TidemarkLogic.Tab) -> String {
        switch tab {
        case .today: strings.appToday()
        case .sessions: strings.appSessions()
        case .trends: strings.appTrends()
        case .report: strings.appReport()
        case .more: strings.appMore()
        }
    }
}

private func symbol(_ tab: TidemarkLogic.Tab) -> String {
    switch tab {
    case .today: "calendar"
    case .sessions: "hand.raised"
    case .trends: "chart.xyaxis.line"
    case .report: "doc.text"
    case .more: "ellipsis"
    }
}
