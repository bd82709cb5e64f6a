//! The rules of the list of sessions, and how it is read.

import TidemarkBindings

/// The list of sessions over a diary.
public func sessionsFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment
) -> Feature<SessionsState, SessionsEvent, SessionsEffect> {
    Feature(SessionsState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// The rules of the list.
public func reduce(_ state: SessionsState, _ event: SessionsEvent) -> Next<SessionsState, SessionsEffect> {
    switch event {
    case .shown: Next(state, .read)
    case .moreAsked: Next(state.copy { $0.shown += sessionsPage })
    case .read(let sessions, let around):
        Next(
            state.copy {
                $0.sessions = sessions
                $0.running = around.running
                $0.morningAfter = around.morningAfter
                $0.sampleLabel = around.sampleLabel
                $0.problem = nil
            })
    case .notRead(let problem): Next(state.copy { $0.problem = problem })
    }
}

/// Reads the list. Touches the disk: call it off the main actor.
func perform(_ effect: SessionsEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> SessionsEvent {
    switch effect {
    case .read:
        reply {
            let around = try diary.today(now: now()).shown.around
            let rows = try diary.records(kind: .session, span: Span()).compactMap { try $0.row() }
            // Of two that start together the one that was read first stands first.
            let sorted = rows.enumerated().sorted {
                ($1.element.startedAt.epochMs, $0.offset) < ($0.element.startedAt.epochMs, $1.offset)
            }
            return SessionsEvent.read(sorted.map(\.element), around)
        }.event({ $0 }, refused: SessionsEvent.notRead)
    }
}

extension DiaryRecord {
    fileprivate func row() throws -> SessionRow? {
        guard let day = text("logical_date"), let startedAt = text("started_at"),
            let status: SessionStatus = coded(text("status"))
        else { return nil }
        return SessionRow(
            id: id,
            day: LogicalDate(day),
            startedAt: try momentFromText(text: startedAt),
            status: status,
            style: coded(text("modality")) ?? .other,
            minutes: (text("actual_min") ?? text("planned_min")).flatMap { Int($0) },
            pressure: text("pressure_asked").flatMap { Int($0) })
    }
}
