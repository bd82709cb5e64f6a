//! The list of sessions, in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct SessionsPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", SessionsState())
            screen("Empty", SessionsState().copy { $0.sessions = [] })
            Looks { screen($0, filled) }
            screen("Running", running)
            screen("Error", SessionsState().copy { $0.problem = .locked })
        }

        static let filled = SessionsState().copy {
            $0.sessions = [
                row("p", -2, .planned, .swedish, 60, 2), row("a", 0, .held, .shiatsu, 60, 2),
                row("b", 7, .stoppedEarly, .gentleDeepTissue, 35, 4), row("c", 14, .missed, .chair, nil, nil),
            ]
            $0.morningAfter = ["a"]
        }

        static let running = filled.copy {
            $0.sessions = Array(filled.sessions?.dropFirst() ?? [])
            $0.running = "a"
            $0.morningAfter = []
            $0.shown = 2
        }

        static func row(
            _ id: String, _ daysAgo: Int64, _ status: SessionStatus, _ style: Modality, _ minutes: Int?, _ pressure: Int?
        ) -> SessionRow {
            SessionRow(
                id: id, day: Sample.today, startedAt: Sample.later(-daysAgo * 1440), status: status, style: style, minutes: minutes,
                pressure: pressure)
        }

        static func screen(_ name: String, _ state: SessionsState) -> some View {
            Pictured(name, title: { $0.strings.sessionsTitle() }) { SessionsView(state, { _ in }, .nowhere) }
        }
    }
#endif
