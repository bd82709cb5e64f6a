//! The way back from a file in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct RestorePreviews: PreviewProvider {
        static var previews: some View {
            screen("Empty", RestoreState(here: true))
            screen("Words", words)
            Looks { screen($0, filled) }
            screen("At the door", filled.copy { $0.here = false })
            screen("Newer entries", beyond)
            screen("Not compared", filled.copy { $0.refused = .notCompared })
            screen("Broken off", Sample.state(applying, reduce, .stopped(.brokenOff, shut: true)))
            screen("Error", RestoreState().copy { $0.refused = .damaged(have: 1, parts: 3) })
            screen("Replaced", Sample.state(filled, reduce, .restored(.replaced(kept: true))))
            screen("Merged", done)
        }

        static let file = ChosenFile(path: "/tmp/a", name: "tidemark-2026-11-24.backup")
        static let contents = BackupContents(
            madeAtMs: 1_795_550_640_000, period: Period(from: "2026-08-24", to: "2026-11-24"), program: "0.1.0",
            tables: [
                TableRows(table: "check_in", rows: 118), TableRows(table: "session", rows: 1), TableRows(table: "goal", rows: 2),
                TableRows(table: "revision_log", rows: 40),
            ])

        static let words = RestoreState().copy {
            $0.step = .words
            $0.file = file
            $0.refused = .wrongWords
        }
        static let filled = RestoreState(here: true).copy {
            $0.step = .contents
            $0.file = file
            $0.contents = contents
        }
        static let beyond = filled.copy {
            $0.refused = .newerEntries(2)
            $0.shut = true
        }
        /// On its way into its place.
        static let applying = Sample.state(
            filled.copy { $0.words = Sample.recovery }, reduce, .wayChosen(.replace),
            .progressed(run: 1, TidemarkLogic.Progress(done: 30, total: 92)))
        static let done = Sample.state(filled, reduce, .restored(.merged(added: 4, newer: 1, differing: 0)))
        /// Being built: there is no way out of it, not even to Help.
        static let working = words.copy { $0.step = .working }

        static func screen(_ name: String, _ state: RestoreState) -> some View {
            NavigationStack { RestoreShell(state, { _ in }, Go.nowhere, now: Sample.now, reopen: {}) }.previewDisplayName(name)
        }
    }
#endif
