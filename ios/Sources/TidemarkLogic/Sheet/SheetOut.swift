//! The way out of the phone for a page beside the report: written whole, looked at, handed over. Nothing is written before a
//! way is tapped.

import TidemarkBindings

/// A page beside the report on its way out.
public struct SheetOut: Hashable, Sendable {
    /// The page is being written or handed over.
    public internal(set) var working = false
    /// What was handed over last.
    public internal(set) var sent: Sent?
    public internal(set) var problem: ShareProblem?

    /// The ways that a page can go.
    public static let ways: [ShareState.Way] = [.share, .saveAs, .print]

    static let onItsWay = SheetOut(working: true)

    /// A page that was handed over: its way, how large the file was, and whether the diary could note that it left.
    public struct Sent: Hashable, Sendable {
        public let way: ShareState.Way
        public let bytes: Int64
        public let noted: Bool
    }
}

extension Env {
    /// Writes a page whole, looks at its size and hands it over. Touches the disk: call it off the main actor.
    func send(_ sheet: Sheet, _ way: ShareState.Way) -> SheetOut {
        let made: Made
        switch reply({ try written(sheet) }) {
        case .refused(let problem): return SheetOut(problem: .notWritten(problem))
        case .done(nil): return SheetOut(problem: .wrongSize)
        case .done(let whole?): made = whole
        }
        if !phone.takes(made, "application/pdf", way) { return SheetOut(problem: .notTaken(way)) }
        return SheetOut(sent: SheetOut.Sent(way: way, bytes: made.bytes, noted: made.noted))
    }

    private func written(_ sheet: Sheet) throws -> Made? {
        let at = now()
        let file = try phone.outgoing("\(sheet.word)-\(try diary.today(now: at).day).pdf")
        return try whole(file) {
            try diary.writeSheet(path: file.path, sheet: sheet, paper: try diary.settings().paper, madeAt: at).bytes
        }
    }
}

extension Sheet {
    /// What the file is called beside its date; nobody's name is in it.
    fileprivate var word: String {
        switch self {
        case .intake: "intake"
        case .caregiver: "caregiver"
        case .questions: "questions"
        }
    }
}
