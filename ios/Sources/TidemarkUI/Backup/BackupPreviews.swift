//! The Backup screen in each of its states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct BackupPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", BackupState())
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen("Saving", Sample.state(known, reduce, .saveAsked))
            screen("How far", writing)
            screen("Breaking off", Sample.state(writing, reduce, .breakOffAsked))
            screen("Broken off", Sample.state(writing, reduce, .brokenOff))
            screen("Copies", copied)
            screen("No copy yet", Sample.state(copied, reduce, .copyNowAsked).copy { $0.copies = Copies(folder: "Anna", latest: nil, failed: false) })
            screen("Not copied", refused)
            screen("Turned back", Sample.state(known, reduce, .turnedBack))
            screen("Not saved", full)
            screen("Words", words)
            screen("Present words", Sample.state(known, reduce, .newWordsAsked, .presentWordsWrong))
            screen("New words", new)
            screen("Changed", Sample.state(known, reduce, .wordsChanged))
            screen("Error", Sample.state(BackupState(), reduce, .notRead(.locked)))
        }

        static let contents = BackupContents(
            madeAtMs: 1_795_550_640_000, period: Period(from: "2026-08-24", to: "2026-11-24"), program: "0.1.0",
            tables: [TableRows(table: "check_in", rows: 118), TableRows(table: "session", rows: 9)])

        static let empty = Sample.state(BackupState(), reduce, .read(daysSince: nil, waiting: true))
        static let known = Sample.state(BackupState(), reduce, .read(daysSince: 12, waiting: false))
        static let filled = known.copy { $0.words = .checked }.copy {
            $0.daysSince = 0
            $0.saving = .saved(contents)
        }
        static let writing = Sample.state(known, reduce, .saveAsked, .progressed(run: 1, TidemarkLogic.Progress(done: 12, total: 46)))
        static let copied = known.copy { $0.copies = Copies(folder: "Anna", latest: LogicalDate("2026-11-20"), failed: false) }
        static let refused = Sample.state(copied, reduce, .copyNowAsked, .copied(.failed))
        static let full = Sample.state(known, reduce, .notSaved(.storageFull))
        static let words = Sample.state(empty, reduce, .wordsShown(Sample.check))
        static let new = known.copy { $0.words = .new(present: Sample.recovery, Sample.check, problem: .storageFull) }

        static func screen(_ name: String, _ state: BackupState) -> some View {
            Pictured(name, title: { $0.strings.backupTitle() }) { BackupView(state, { _ in }, .nowhere) }
        }
    }
#endif
