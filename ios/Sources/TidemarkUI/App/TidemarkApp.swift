//! The app over an open diary: tabs, and in each the way the person came.

import SwiftUI
import TidemarkLogic

/// The app over an open diary. `start` is where a reminder leads, anew each time `asked` goes up.
public struct TidemarkApp: View {
    private let env: Env
    private let start: Place
    private let asked: Int
    @State private var at: Navigation
    @Environment(\.words) private var words

    public init(env: Env, start: Place = .today, asked: Int = 0) {
        self.env = env
        self.start = start
        self.asked = asked
        _at = State(initialValue: Self.way(to: start))
    }

    public var body: some View {
        TabView(selection: Binding(get: { @MainActor in at.tab }, set: { @MainActor in at = at.tab($0) })) {
            ForEach(TidemarkLogic.Tab.allCases, id: \.self) { tab in
                NavigationStack(path: path(of: tab)) {
                    PlaceScreen(root(of: tab), env, go(from: root(of: tab)))
                        .navigationDestination(for: Place.self) { PlaceScreen($0, env, go(from: $0)) }
                }
                .tabItem { Label(words.tab(tab), systemImage: symbol(tab)) }
                .tag(tab)
            }
        }
        .onChange(of: asked) { at = Self.way(to: start) }
    }

    private static func way(to start: Place) -> Navigation { start == .today ? Navigation() : Navigation().to(start) }

    /// A screen that is covered lives on: when it is finished it takes itself away, and not what the person looks at.
    private func go(from place: Place) -> Go {
        Go(
            to: { at = at.to($0) },
            instead: { at = at.without(place, $0) },
            back: { at = at.place == place ? at.back() ?? at : at.without(place) })
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
