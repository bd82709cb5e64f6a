import Foundation
import Testing
import TidemarkBindings

@Suite("The report")
struct ReportTests {
    let folder: Folder
    let diary: OpenDiary

    init() throws {
        folder = try Folder()
        diary = try folder.newDiary()
    }

    @Test("it is a whole PDF and the same bytes twice")
    func whole() throws {
        for of in 1...20 as ClosedRange<Int64> {
            let moment = evening + (of - 24) * day
            _ = try diary.saveCheckIn(draft: checkIn(moment, [rated("stress", of % 7)]), now: at(moment))
        }
        let options = ReportOptions(madeAt: at(evening), paper: .a4)
        let written = try diary.writeReport(path: folder.path("report.pdf"), options: options)
        let bytes = try folder.bytes("report.pdf")
        #expect(bytes.starts(with: Data("%PDF-1.7".utf8)))
        #expect(String(decoding: bytes.suffix(6), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) == "%%EOF")
        #expect(written.bytes == UInt64(bytes.count))
        #expect(bytes.count > 10_000)
        #expect(written.pages >= 1)
        // No visit: the 90 days up to the day it is made.
        #expect(written.period == Period(from: "2026-08-27", to: "2026-11-24"))
        _ = try diary.writeReport(path: folder.path("again.pdf"), options: options)
        #expect(try folder.bytes("again.pdf") == bytes)
    }

    @Test("a report that has no place leaves nothing behind")
    func noPlace() throws {
        _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        let nowhere = folder.path("no such folder/report.pdf")
        #expect(throws: DiaryError.OutputNotWritten(path: nowhere)) {
            try diary.writeReport(path: nowhere, options: ReportOptions(madeAt: at(evening), paper: .letter))
        }
        #expect(!folder.has("no such folder"))
    }
}
