//! The words of imports: what a file was found to be, a past import, a row, a refusal, a fault of the columns.

import TidemarkBindings
import TidemarkLogic
import TidemarkStrings

extension Strings {
    /// What a file was found to be; of a format that has no words here yet its own name.
    func recognised(_ format: String, _ file: String) -> String {
        switch format {
        case "csv": importFormatCsv(file: file)
        case "columns": importFormatColumns(file: file)
        case "daylio": importFormatDaylio(file: file)
        case "bearable": importFormatBearable(file: file)
        case "track_and_graph": importFormatTrack(file: file)
        case "loop_habits": importFormatLoop(file: file)
        default: file
        }
    }

    func row(_ row: RejectedRow) -> String {
        row.column.map { importRow(line: "\(row.line)", column: $0, reason: row.reason) }
            ?? importRowWhole(line: "\(row.line)", reason: row.reason)
    }

    func direction(_ direction: Direction) -> String {
        switch direction {
        case .higherBetter: importHigherBetter()
        case .higherWorse: importHigherWorse()
        case .neutral: importNeutral()
        }
    }

    func about(_ about: About) -> String {
        switch about {
        case .day: importAboutDay()
        case .before: importAboutBefore()
        case .after: importAboutAfter()
        }
    }

    func fault(_ fault: Mapping.Fault) -> String {
        switch fault {
        case .noDay: importFaultDay()
        case .nothingToTake: importFaultNothing()
        case .timeTwice: importFaultTime()
        case .noFormat: importFaultWritten()
        case .noStart: importFaultStart()
        case .noLength: importFaultLength()
        case .measureTwice: importFaultTwice()
        case .noLabel: importFaultLabel()
        case .noRange: importFaultRange()
        case .noDirection: importFaultDirection()
        case .rangeDiffers: importFaultOtherRange()
        case .directionDiffers: importFaultOtherDirection()
        }
    }

    /// The name of a kind of practice.
    func practice(_ code: String) -> String { self.code(.practice, "kind", code) }
}

/// Names of other apps are names, and not translated.
private let apps = [
    "daylio": "Daylio", "bearable": "Bearable", "track_and_graph": "Track & Graph", "loop_habits": "Loop Habit Tracker",
]

extension Words {
    /// A past import: app and day.
    func line(_ past: AppliedImport, _ now: Moment) -> String {
        let app =
            switch past.format {
            case "csv": strings.importPastCsv()
            case "columns": strings.importPastColumns()
            default: apps[past.format] ?? past.format
            }
        return strings.importPastLine(app: app, date: dateOf(past.appliedAtMs, now))
    }

    func refused(_ refused: ImportsState.Refused) -> String {
        switch refused {
        case .notRead: strings.importNotRead()
        case .noFormat: strings.importNoFormat()
        case .ofFile(let reason): strings.importOfFile(reason: reason)
        case .noSuchZone: strings.importNoSuchZone()
        case .brokenOff: strings.importBrokenOff()
        case .other(let problem): self.problem(problem)
        }
    }
}

extension Mapping.Fault {
    /// The column it is about; none when it is about all of them.
    var place: Int? {
        switch self {
        case .noDay, .nothingToTake, .timeTwice: nil
        case .noFormat(let at), .noStart(let at), .noLength(let at), .measureTwice(let at): at
        case .noLabel(let at), .noRange(let at), .noDirection(let at), .rangeDiffers(let at), .directionDiffers(let at): at
        }
    }
}
