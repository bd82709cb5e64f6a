//! All sessions, the newest first, and the ways to a new one. Nothing is counted.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// All sessions, the newest first, and the ways to a new one.
public struct SessionsView: View {
    private let state: SessionsState
    private let send: Send<SessionsEvent>
    private let go: Go
    @Environment(\.words) private var words

    public init(_ state: SessionsState, _ send: @escaping Send<SessionsEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        if let sessions = state.sessions { list(sessions) } else { NotRead(state.problem) { send(.shown) } }
    }

    @ViewBuilder
    private func list(_ sessions: [SessionRow]) -> some View {
        let strings = words.strings
        if let running = state.running {
            FirstDeed(strings.sessionsRunning()) { go.to(.sessionTimer(sessionId: running)) }
        } else {
            FirstDeed(strings.sessionsStart()) { go.to(.sessionBefore()) }
        }
        if let id = state.morningAfter.first { WayCard(strings.sessionsMorningAfter()) { go.to(.sessionTomorrow(sessionId: id)) } }
        Deed(strings.sessionsAddPast(), wide: false) { go.to(.sessionDetail(sessionId: nil)) }
        if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
        Section(strings.sessionsAll(), about: sessions.isEmpty ? strings.sessionsEmpty() : nil) {
            ForEach(Array(sessions.prefix(state.shown)), id: \.id) { row in
                Line(row) { go.to(state.place(of: row)) }
                Divider()
            }
        }
        if sessions.count > state.shown { Deed(strings.sessionsMore(), wide: false) { send(.moreAsked) } }
    }
}

extension SessionsState {
    /// Where a row leads.
    fileprivate func place(of row: SessionRow) -> Place {
        if row.id == running { return .sessionTimer(sessionId: row.id) }
        return row.status == .planned ? .sessionBefore(sessionId: row.id) : .sessionDetail(sessionId: row.id)
    }
}

private struct Line: View {
    private let row: SessionRow
    private let open: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ row: SessionRow, open: @escaping @MainActor () -> Void) {
        self.row = row
        self.open = open
    }

    var body: some View {
        Tap(open) {
            VStack(alignment: .leading, spacing: 2) {
                Text(words.start(row.startedAt)).font(.body).foregroundStyle(inks.onSurface.colour)
                Aside(words.facts(row))
            }
            .padding(.vertical, 8)
            .frame(maxWidth: .infinity, minHeight: target, alignment: .leading)
        }
    }
}

extension Words {
    /// What is known of a session, on one line.
    fileprivate func facts(_ row: SessionRow) -> String {
        [
            style(row.style), row.minutes.map { strings.sessionMinutes(n: $0) }, row.pressure.map { pressure($0) },
            // Held is the usual case and goes without saying.
            row.status == .held ? nil : status(row.status),
        ].compactMap { $0 }.joined(separator: " · ")
    }
}
