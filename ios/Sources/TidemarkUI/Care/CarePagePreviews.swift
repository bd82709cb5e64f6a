//! The page for a caregiver, in each of its states.

#if DEBUG
    import SwiftUI

    @testable import TidemarkLogic

    struct CarePagePreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", CarePageState())
            screen("Empty", Sample.state(CarePageState(), { reduce($0, $1) }, .read(CareRead(team: [], intake: []))))
            Looks { screen($0, filled) }
            screen("Name too long", Sample.state(filled, { reduce($0, $1) }, .nameTyped(String(repeating: "Ada ", count: 21))))
            screen("Not taken", filled.copy { $0.out = SheetOut(problem: .notTaken(.share)) })
            screen("Error", CarePageState().copy { $0.problem = .locked })
        }

        static let filled = Sample.state(
            CarePageState(), { reduce($0, $1) },
            .read(
                CareRead(
                    team: [
                        CareRead.Member(id: "a", name: "Anna", role: "caregiver", getsTrends: true),
                        CareRead.Member(id: "w", name: "Dr Weber", role: "psychiatrist", getsTrends: false),
                    ], intake: ["emergency_contact"])),
            .readerChosen(id: "a"), .nameTicked(true), .nameTyped("Ada"))

        static func screen(_ name: String, _ state: CarePageState) -> some View {
            Pictured(name, title: { $0.strings.careTitle() }) { CarePageView(state, { _ in }, .nowhere) }
        }
    }
#endif
