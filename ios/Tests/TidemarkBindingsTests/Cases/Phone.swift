import Foundation
import TidemarkBindings
import TidemarkReplay

/// What a call did, and the id that it made.
struct Done {
    var answer: JSON = .null
    var id: String?
}

/// The calls of the cases over an open diary.
final class Phone {
    private let folder: Folder
    private let top: URL
    private var diary: OpenDiary?

    init(folder: Folder, top: URL) {
        self.folder = folder
        self.top = top
    }

    // One case a call, in the order of the table in the README.
    func call(_ call: String, _ with: JSON) throws -> Done {
        switch call {
        case "create":
            let rollover = with["rollover_min"].number.map { UInt16($0) }
            let (path, passphrase) = (folder.path(with.text("diary")), with.text("passphrase"))
            diary = try OpenDiary.create(path: path, passphrase: passphrase, rolloverMin: rollover, now: try with.now())
            return Done()
        case "open":
            let path = folder.path(with.text("diary"))
            diary = try OpenDiary.openWithPassphrase(path: path, passphrase: with.text("passphrase"))
            return Done()
        case "open_with_key":
            let path = folder.path(with.text("diary"))
            diary = try OpenDiary.openWithKey(path: path, key: keyFromPassphrase(path: path, passphrase: with.text("passphrase")))
            return Done()
        case "shut":
            try open.shut()
            return Done()
        case "today": return Done(answer: today(try open.today(now: try with.now())))
        case "save_check_in":
            let draft = CheckInDraft(
                ratedAt: try with.moment("rated_at") ?? with.now(), ratings: with.ratings("ratings"), day: with["day"].string,
                note: with["note"].string, recordedBy: .own)
            let saved = try open.saveCheckIn(draft: draft, now: try with.now())
            return Done(answer: savedCheckIn(saved), id: saved.id)
        case "save_days":
            for pair in with["days"].items {
                let at = try momentFromText(text: (pair.items[0].string ?? "") + "T21:00:00+00:00")
                let rated = Rated(measureId: with.text("measure_id"), valueMilli: pair.items[1].number)
                _ = try open.saveCheckIn(draft: CheckInDraft(ratedAt: at, ratings: [rated], recordedBy: .own), now: at)
            }
            return Done()
        case "change_rating":
            try open.changeRating(
                checkInId: with.text("id"), measureId: with.text("measure_id"), valueMilli: with["value_milli"].number,
                now: try with.now())
            return Done()
        case "remove_record":
            try open.removeRecord(kind: with.kind, id: with.text("id"), by: .own, now: try with.now())
            return Done()
        case "undo": return Done(answer: .object(["removed": .bool(try open.undo(by: .own, now: try with.now()).removed)]))
        case "save_session":
            let around = [(Phase.before, "before"), (.after, "after")]
                .map { SessionRatingDraft(phase: $0, ratings: with.ratings($1)) }.filter { !$0.ratings.isEmpty }
            let draft = SessionDraft(
                startedAt: try momentFromText(text: with.text("started_at")),
                ending: with["minutes"].number.map { .after(minutes: UInt16($0)) } ?? .notHeld,
                status: with["status"].string == "planned" ? .planned : .held, modality: with.modality, recordedBy: .own,
                ratings: around)
            let saved = try open.saveSession(draft: draft, now: try with.now())
            return Done(answer: .object(["day": .text(saved.day)]), id: saved.id)
        case "rate_session":
            let phase: Phase = ["before": .before, "after": .after][with.text("phase")] ?? .followUp
            let draft = SessionRatingDraft(phase: phase, ratings: with.ratings("ratings"), ratedAt: try with.moment("rated_at"))
            _ = try open.rateSession(sessionId: with.text("id"), draft: draft, recordedBy: .own, now: try with.now())
            return Done()
        case "start_session":
            let draft = SessionDraft(
                startedAt: try with.now(), ending: .notHeld, status: .planned, modality: with.modality, recordedBy: .own)
            let saved = try open.startSession(draft: draft, now: try with.now())
            return Done(answer: .object(["day": .text(saved.day)]), id: saved.id)
        case "finish_session":
            let end = SessionEnd(minutes: with["minutes"].number.map { UInt16($0) })
            let saved = try open.finishSession(sessionId: with.text("id"), end: end, by: .own, now: try with.now())
            return Done(answer: .object(["day": .text(saved.day)]))
        case "month":
            let (year, number) = (Int32(with["year"].number ?? 0), UInt32(with["month"].number ?? 0))
            return Done(answer: month(try open.month(year: year, month: number)))
        case "entries": return Done(answer: .list(try open.entries(span: with.span).map(entry)))
        case "trends":
            return Done(answer: .list(try open.trends(measureIds: with.texts("measures"), span: with.span).trends.map(trend)))
        case "changes":
            return Done(answer: .list(try open.changes(measureIds: with.texts("measures"), span: with.span).changes.map(change)))
        case "cards": return Done(answer: cards(try open.cards(now: try with.now())))
        case "add_record":
            let fields = with["fields"].fields.sorted { $0.key < $1.key }.map { FieldText(name: $0.key, text: $0.value.string) }
            let saved = try open.addRecord(kind: with.kind, fields: fields, recordedBy: .own, now: try with.now())
            return Done(id: saved.id)
        case "records":
            let records = try open.records(kind: with.kind, span: Span())
            return Done(answer: .list(records.map { record($0, wanted: with.texts("fields")) }))
        case "import_preview", "import_apply": return Done(answer: try taken(with, apply: call == "import_apply"))
        case "import_undo":
            let undone = try open.undoImport(batchId: "last", keepEdited: with["keep_edited"].flag, now: try with.now())
            return Done(
                answer: .object([
                    "removed": .count(undone.removed), "edited": .count(undone.edited), "with_them": .count(undone.withThem),
                ]))
        case "backup":
            let written = try open.backup(path: folder.path(with.text("path")), place: nil, watcher: nil, now: try with.now())
            return Done(answer: .object(["verified": .bool(written.verified)]))
        case "backup_contents":
            let opened = try openBackup(path: folder.path(with.text("path")), passphrase: with.text("passphrase"))
            return Done(answer: contents(opened.contents()))
        case "restore":
            try open.shut()
            let (target, passphrase) = (folder.path(with.text("diary")), with.text("passphrase"))
            let opened = try openBackup(path: folder.path(with.text("path")), passphrase: passphrase)
            _ = try opened.restore(target: target, key: nil, replace: with["replace"].flag, watcher: nil, now: try with.now())
            diary = try OpenDiary.openWithPassphrase(path: target, passphrase: passphrase)
            return Done()
        case "settings": return Done(answer: settings(try open.settings()))
        case "set_setting":
            try open.setSetting(setting: .rollover(minutes: UInt16(with["rollover_min"].number ?? 0)))
            return Done()
        case "choose_starter_set":
            _ = try open.chooseStarterSet(id: with.text("id"), by: .own, now: try with.now())
            return Done()
        case "report":
            let period = Period(from: with.text("from"), to: with.text("to"))
            let options = ReportOptions(madeAt: try with.now(), paper: .a4, period: period)
            let path = folder.path(with.text("path"))
            let written = try open.writeReport(path: path, options: options)
            return Done(answer: .object(["pages": .count(written.pages), "sha256": .text(try sha256(path))]))
        default: throw NoCall(name: call)
        }
    }

    private func taken(_ with: JSON, apply: Bool) throws -> JSON {
        let request = ImportRequest(
            path: top.appending(path: with.text("file")).path, format: with["format"].string == "daylio" ? .daylio : nil,
            answers: with.texts("answers"), zoneId: with["zone_id"].string)
        let choices = ImportChoices(skipRejected: with["skip_rejected"].flag, restoreDeleted: false)
        let pending = try open.readImport(request: request, now: try with.now())
        guard apply else { return importPreview(try open.previewImport(pending: pending, choices: choices)) }
        let counts = try open.applyImport(pending: pending, choices: choices, watcher: nil, now: try with.now()).counts
        return .object([
            "new": .count(counts.new), "same": .count(counts.same), "deleted": .count(counts.deleted),
            "restored": .count(counts.restored),
        ])
    }

    private var open: OpenDiary {
        get throws {
            guard let diary else { throw NoCall(name: "a call without an open diary") }
            return diary
        }
    }
}

struct NoCall: Error { let name: String }

/// There is no such function in Foundation on Linux; the system's command is one that others wrote.
private func sha256(_ path: String) throws -> String {
    let (command, pipe) = (Process(), Pipe())
    command.executableURL = URL(filePath: "/usr/bin/sha256sum")
    command.arguments = [path]
    command.standardOutput = pipe
    try command.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    command.waitUntilExit()
    return String(decoding: said.prefix(64), as: UTF8.self)
}

extension JSON {
    fileprivate func text(_ name: String) -> String { self[name].string ?? "" }

    fileprivate func texts(_ name: String) -> [String] { self[name].items.compactMap(\.string) }

    fileprivate func moment(_ name: String) throws -> Moment? { try self[name].string.map { try momentFromText(text: $0) } }

    fileprivate func now() throws -> Moment { try momentFromText(text: text("now")) }

    fileprivate var span: Span { Span(from: self["from"].string, to: self["to"].string) }

    fileprivate var kind: Kind { ["goal": .goal, "instrument_result": .instrumentResult][text("kind")] ?? .checkIn }

    fileprivate var modality: Modality { ["shiatsu": .shiatsu, "chair": .chair][text("modality")] ?? .swedish }

    fileprivate func ratings(_ name: String) -> [Rated] {
        self[name].fields.sorted { $0.key < $1.key }.map { Rated(measureId: $0.key, valueMilli: $0.value.number) }
    }
}
