import Foundation
import Testing
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// Forms that ask for no password. Swift 6.0.3 does not survive a closure among the arguments of a test.
private let withoutPassword = ShareForm.allCases.filter { $0 != .lockedPdf }

/// The ways out over the real library: what is on the disk when the phone is handed a file, and what is not when it is not.
@MainActor
@Suite("The ways out over a real diary")
struct ShareOverARealDiaryTests {
    private let folder: Folder
    private let diary: OpenDiary
    private let phone: HandedPhone
    private let options = ReportOptions(madeAt: evening, paper: .a4)

    init() throws {
        folder = try Folder()
        diary = try OpenDiary.create(path: folder.path("my.diary"), passphrase: passphrase, rolloverMin: nil, now: evening)
        for day in 0...9 as ClosedRange<Int64> {
            let at = evening.later(minutes: -day * 24 * 60)
            let rated = [Rated(measureId: "stress", valueMilli: 1000 * (day % 8))]
            _ = try diary.saveCheckIn(draft: CheckInDraft(ratedAt: at, ratings: rated, note: "my own words", recordedBy: .own), now: at)
        }
        try FileManager.default.createDirectory(at: folder.url.appending(path: "outbox"), withIntermediateDirectories: false)
        phone = HandedPhone(folder.path("outbox"))
    }

    private typealias Screen = Store<ShareState, ShareEvent, ShareEffect>

    private func screen(_ over: (any OpenDiaryProtocol)? = nil, outbox: String? = nil) -> Screen {
        screen(direct(over ?? diary, outbox.map { Phone(outbox: $0) } ?? phone.phone))
    }

    private func screen(_ env: Env) -> Screen {
        let store = env.store(shareFeature(env, options))
        store.send(.shown)
        return store
    }

    @discardableResult
    private func went(_ screen: Screen, _ form: ShareForm, _ way: ShareState.Way) -> ShareState {
        screen.send(.formChosen(form))
        screen.send(.went(way))
        return screen.state
    }

    private func outbox() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path("outbox")).sorted() }

    @Test("each form is a whole file of its kind when the phone gets it")
    func whole() throws {
        let screen = screen()
        went(screen, .pdf, .share)
        let first = try #require(phone.handed.first)
        #expect(screen.state.sent == Sent(form: .pdf, way: .share, bytes: Int64(first.bytes.count), noted: true))
        went(screen, .pdf, .print)
        went(screen, .fhir, .saveAs)
        went(screen, .tables, .share)
        went(screen, .text, .share)
        #expect(
            phone.handed.map(\.what) == [
                "application/pdf report-2026-11-24.pdf", "print report-2026-11-24.pdf", "application/fhir+json report-2026-11-24.fhir.json",
                "application/zip report-2026-11-24-tables.zip", "text/plain report-2026-11-24.txt",
            ])
        for (handed, begins) in zip(phone.handed, ["%PDF-", "%PDF-", "{", "PK"]) {
            #expect(handed.bytes.starts(with: Data(begins.utf8)), "\(handed.what)")
        }
        let text = String(decoding: try #require(phone.handed.last).bytes, as: UTF8.self)
        #expect((100...1500).contains(text.unicodeScalars.count) && text.contains("Stress"))
        let names = try #require(namesInArchive(folder.url.appending(path: "outbox/report-2026-11-24-tables.zip")))
        #expect(names.contains("check_ins.csv") && names.contains("datapackage.json"))
    }

    @Test("an archive that was cut short or is none has no names")
    func cutArchive() throws {
        let screen = screen()
        went(screen, .tables, .share)
        let bytes = try #require(phone.handed.first).bytes
        let file = folder.url.appending(path: "cut.zip")
        for cut in [bytes.dropLast(), bytes.prefix(22), bytes.prefix(bytes.count / 2), bytes.dropFirst(), Data()] {
            try cut.write(to: file)
            #expect(namesInArchive(file) == nil, "\(cut.count) of \(bytes.count) bytes")
        }
        #expect(namesInArchive(folder.url.appending(path: "nothing.zip")) == nil)
    }

    @Test("a locked copy is encrypted and its password is forgotten")
    func locked() throws {
        let screen = screen()
        screen.send(.formChosen(.lockedPdf))
        screen.send(.passwordTyped("correct horse"))
        screen.send(.passwordRepeated("correct horse"))
        screen.send(.went(.share))
        #expect(phone.handed.count == 1)
        #expect(try #require(phone.handed.first).bytes.range(of: Data("/Encrypt".utf8)) != nil)
        #expect(screen.state.password.isEmpty && screen.state.repeated.isEmpty)
        let effect = ShareEffect.send(.lockedPdf, .share, password: "correct horse", screen.state.tables)
        var dumped = ""
        dump(effect, to: &dumped)
        for shown in ["\(effect)", String(reflecting: effect), dumped] { #expect(!shown.contains("correct horse")) }
    }

    @Test("the text is copied as it is and noted once")
    func copied() throws {
        went(screen(), .text, .copy)
        let text = try #require(phone.copied)
        #expect((100...1500).contains(text.unicodeScalars.count) && text.contains("Stress"))
        // The file was of use for the copy alone.
        #expect(try outbox() == [])
        #expect(try diary.records(kind: .shareLog, span: Span()).count == 1)
    }

    @Test("a file that is shorter than what was written is taken away and not sent")
    func shorter() throws {
        let cut = ReportingDiary.over(diary) { _, path in
            try Data(contentsOf: URL(filePath: path)).prefix(100).write(to: URL(filePath: path))
        }
        let state = went(screen(cut), .pdf, .share)
        #expect(state.problem == .wrongSize)
        #expect(state.sent == nil)
        #expect(phone.handed.isEmpty)
        #expect(try outbox() == [])
    }

    @Test("a full disk leaves no file and the former one is not sent in its place")
    func full() throws {
        went(screen(), .pdf, .share)
        let full = ReportingDiary.over(diary) { _, path in
            try FileManager.default.removeItem(atPath: path)
            throw DiaryError.StorageFull
        }
        let state = went(screen(full), .pdf, .share)
        #expect(state.problem == .notWritten(.storageFull))
        #expect(state.problem?.problem == .storageFull)
        #expect(phone.handed.count == 1)
        #expect(try outbox() == [])
    }

    @Test("an outbox that cannot be written is a typed problem", arguments: withoutPassword)
    func nowhere(form: ShareForm) {
        let problem = went(screen(outbox: folder.path("nowhere")), form, .share).problem
        guard case .notWritten = problem else {
            Issue.record("\(form): \(String(describing: problem))")
            return
        }
    }

    @Test("a file that could not be noted is sent all the same and says so")
    func unnoted() {
        let unnoted = ReportingDiary.over(diary) { _, path in throw DiaryError.NotNoted(path: path) }
        let sent = went(screen(unnoted), .pdf, .share).sent
        #expect(sent?.noted == false)
        #expect(phone.handed.count == 1)
    }

    @Test("distress entries and single notes leave only once they are ticked again")
    func forgotten() {
        let env = direct(diary, phone.phone)
        func left(_ included: Included) -> Included? {
            env.drafts.keep(.report, ReportChoices(included, .a4))
            went(screen(env), .pdf, .share)
            let kept: ReportChoices? = env.drafts.of(.report)
            return kept?.included
        }
        let both = left(defaultSections().copy(distress: true, notes: true))
        #expect(both?.distress == false && both?.notes == true)
        #expect(left(defaultSections().copy(chosenNotes: ["a note"]))?.chosenNotes == [])
    }
}

/// A phone that keeps what it was handed.
private final class HandedPhone: @unchecked Sendable {
    struct Handed {
        let what: String
        let bytes: Data
    }

    private let lock = NSLock()
    private let outbox: String
    private var took: [Handed] = []
    private var text: String?

    init(_ outbox: String) { self.outbox = outbox }

    var handed: [Handed] { lock.withLock { took } }

    var copied: String? { lock.withLock { text } }

    var phone: Phone {
        var phone = Phone(outbox: outbox)
        phone.share = { path, type in self.take("\(type) \(URL(filePath: path).lastPathComponent)", path) }
        phone.saveAs = { path, name, type in self.take("\(type) \(name)", path) }
        phone.print = { path in self.take("print \(URL(filePath: path).lastPathComponent)", path) }
        phone.copy = { text in self.lock.withLock { self.text = text } }
        return phone
    }

    private func take(_ what: String, _ path: String) -> Bool {
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return false }
        lock.withLock { took.append(Handed(what: what, bytes: bytes)) }
        return true
    }
}

/// A real diary that does something more once a report was written.
private final class ReportingDiary: OpenDiary, @unchecked Sendable {
    private var then: @Sendable (_ written: ReportWritten, _ path: String) throws -> Void = { _, _ in }

    static func over(_ real: OpenDiary, then: @escaping @Sendable (ReportWritten, String) throws -> Void) -> ReportingDiary {
        let made = ReportingDiary(unsafeFromHandle: real.uniffiCloneHandle())
        made.then = then
        return made
    }

    override func writeReport(path: String, options: ReportOptions, watcher: Watcher?) throws -> ReportWritten {
        let written = try super.writeReport(path: path, options: options, watcher: watcher)
        try then(written, path)
        return written
    }
}
