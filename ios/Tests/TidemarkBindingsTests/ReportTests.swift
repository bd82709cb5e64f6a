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

    @Test("its pages are pictures of the width asked for, with their words, before anything is written")
    func preview() throws {
        _ = try diary.saveCheckIn(draft: checkIn(evening, [rated("stress", 6)]), now: at(evening))
        let preview = try diary.previewReport(options: ReportOptions(madeAt: at(evening), paper: .a4))
        #expect(preview.pages() >= 1)
        let picture = try preview.picture(page: 1, width: 420)
        // The signature of PNG, then the length and name of its first chunk, then the width.
        #expect(picture.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(picture.dropFirst(16).prefix(4) == Data([0, 0, 0x01, 0xA4]))
        #expect(try preview.spoken(page: 1).first?.kind == .heading)
        for (page, width) in [(0, 420), (preview.pages() + 1, 420), (1, 0)] as [(UInt32, UInt32)] {
            #expect {
                try preview.picture(page: page, width: width)
            } throws: { isInvalid($0) }
        }
    }
}
