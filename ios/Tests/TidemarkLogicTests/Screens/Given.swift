//! What a script puts into the diary before the screen comes up.

import Foundation
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// File of a backup that a script gives.
let givenBackup = "given.backup"

func give(_ what: JSON, to diary: OpenDiary, in folder: Folder) throws {
    if what["kind"].string == "file" {
        let lines = what["lines"].items.compactMap(\.string).map { $0 + "\n" }
        return try Data(lines.joined().utf8).write(to: folder.url.appending(path: try what.text("name")))
    }
    let at = try momentFromText(text: try what.text("at"))
    switch try what.text("kind") {
    case "check_in":
        let draft = CheckInDraft(ratedAt: at, ratings: try rated(what["values"], diary), note: what["note"].string, recordedBy: .own)
        _ = try diary.saveCheckIn(draft: draft, now: at)
    case "record":
        let fields = try what["fields"].fields.sorted { $0.key < $1.key }.map { FieldText(name: $0.key, text: try what["fields"].text($0.key)) }
        guard let kind = kinds[try what.text("record")] else { throw NotInScripts(what: "such a record") }
        _ = try diary.addRecord(kind: kind, fields: fields, recordedBy: .own, now: at)
    case "session": try giveSession(what, at, to: diary)
    // A value a day from that moment on; none is a day without an entry.
    case "daily":
        for (days, value) in what["values"].items.enumerated() {
            guard let value = value.number else { continue }
            let day = at.later(minutes: Int64(days) * 24 * 60)
            let rated = Rated(measureId: try what.text("measure"), valueMilli: value * 1000)
            _ = try diary.saveCheckIn(draft: CheckInDraft(ratedAt: day, ratings: [rated], recordedBy: .own), now: day)
        }
    case "visit":
        let visit = [FieldText(name: "at", text: try what.text("visit_at"))]
        _ = try diary.addRecord(kind: .visit, fields: visit, recordedBy: .own, now: at)
    case "backup": _ = try diary.backup(path: folder.path(givenBackup), place: nil, watcher: nil, now: at)
    case let kind: throw NotInScripts(what: "a given \(kind)")
    }
}

/// Every kind by its name in the diary's files.
private let kinds = Dictionary(uniqueKeysWithValues: Kind.allCases.map { (code(of: $0), $0) })

/// In the order of the diary's measures, since an object of JSON has none; scripts name them in that order too.
private func rated(_ values: JSON, _ diary: OpenDiary) throws -> [Rated] {
    try diary.measures().map(\.id).filter(values.has).map { Rated(measureId: $0, valueMilli: values.milli($0)) }
}

/// What sessions ask when nothing else is said; a diary fixes it when a session is made.
private let asked = "stress | mood | pain | anxiety"

/// Puts a session into the diary: held unless `status` says otherwise, with the timer running when that is `running`.
private func giveSession(_ what: JSON, _ at: Moment, to diary: OpenDiary) throws {
    let status = what["status"].string ?? "held"
    let held = status == "held"
    guard let style: Modality = coded(what["style"].string ?? "swedish") else { throw NotInScripts(what: "such a style") }
    let phases: [Phase] = [.before, .after]
    let draft = SessionDraft(
        startedAt: at,
        ending: held ? .after(minutes: UInt16(what["minutes"].number ?? 60)) : .notHeld,
        status: held ? .held : .planned,
        modality: style,
        recordedBy: .own,
        plannedMin: what["planned_min"].number.map { UInt16($0) },
        pressureAsked: what["pressure"].number.map { UInt8($0) },
        note: what["note"].string,
        ratings: try phases.filter { what.has($0.code) }.map {
            SessionRatingDraft(phase: $0, ratings: try rated(what[$0.code], diary))
        },
        details: [FieldText(name: "measures", text: asked)])
    _ = try status == "running" ? diary.startSession(draft: draft, now: at) : diary.saveSession(draft: draft, now: at)
}
