//! What is done in the world for the ways out: a file is written anew, looked at, handed over, and cleared away.

import Foundation
import TidemarkBindings

/// The ways out over a diary and a phone.
public func shareFeature(_ env: Env, _ options: ReportOptions) -> Feature<ShareState, ShareEvent, ShareEffect> {
    Feature(ShareState(options), shown: .shown, reduce: { reduce($0, $1) }) { effect in
        switch effect {
        case .list: reply { try listed(env.diary, options) }.event(ShareEvent.listed) { .notHanded(.notListed($0)) }
        case .send(let form, let way, let password, let tables): send(env, options, form, way, password, tables)
        }
    }
}

private func listed(_ diary: any OpenDiaryProtocol, _ options: ReportOptions) throws -> [ShareForm: [Leaving]] {
    [
        .pdf: try diary.leaves(output: .pages, options: options),
        .lockedPdf: try diary.leaves(output: .pages, options: options),
        .fhir: try diary.leaves(output: .fhirDocument, options: options),
        .text: try diary.leaves(output: .plainText, options: options),
    ]
}

/// A file that is whole on the disk.
struct Made {
    let file: URL
    let bytes: Int64
    let noted: Bool
    var text: String?
}

private func send(
    _ env: Env, _ options: ReportOptions, _ form: ShareForm, _ way: ShareState.Way, _ password: String, _ tables: TableOptions
) -> ShareEvent {
    let made: Made
    switch reply({ try make(env, options, form, password, tables) }) {
    case .refused(let problem): return .notHanded(.notWritten(problem))
    case .done(nil): return .notHanded(.wrongSize)
    case .done(let whole?): made = whole
    }
    if !env.phone.takes(made, form.mimeType, way) { return .notHanded(.notTaken(way)) }
    env.forgetTicks()
    return .handed(Sent(form: form, way: way, bytes: made.bytes, noted: made.noted))
}

extension Phone {
    /// Hands a file over; false when nothing took it. What is of no use any more is gone then.
    func takes(_ made: Made, _ mimeType: String, _ way: ShareState.Way) -> Bool {
        let path = made.file.path
        let taken =
            switch way {
            case .share: share(path, mimeType)
            case .saveAs: saveAs(path, made.file.lastPathComponent, mimeType)
            case .print: self.print(path)
            case .copy: made.text.map(copy) != nil
            }
        // Another app may still read what it was handed; everything else is of no use here any more.
        if !taken || way == .saveAs || way == .copy { gone(made.file) }
        return taken
    }

    /// The place of a file on its way out. A former one of that name goes first, so that it cannot pass for the new one.
    func outgoing(_ name: String) throws -> URL {
        let file = URL(fileURLWithPath: outbox, isDirectory: true).appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: file.path) {
            do { try FileManager.default.removeItem(at: file) } catch { throw DiaryError.OutputNotWritten(path: file.path) }
        }
        return file
    }
}

extension Env {
    /// Distress entries and single notes leave only when they were ticked for this very report; the next one starts without.
    fileprivate func forgetTicks() {
        guard let choices: ReportChoices = drafts.of(.report) else { return }
        drafts.keep(.report, choices.copy { $0.included = $0.included.copy(distress: false, chosenNotes: []) })
    }
}

/// Writes the file anew; none when what is on the disk is not what was written, and then nothing of it stays.
private func make(
    _ env: Env, _ options: ReportOptions, _ form: ShareForm, _ password: String, _ tables: TableOptions
) throws -> Made? {
    let day = try env.diary.today(now: options.madeAt).day
    let file = try env.phone.outgoing("report-\(day)\(form.ending)")
    let (diary, path) = (env.diary, file.path)
    switch form {
    case .pdf: return try whole(file) { try diary.writeReport(path: path, options: options, watcher: nil).bytes }
    case .lockedPdf:
        return try whole(file) { try diary.writeLockedCopy(path: path, options: options, password: password).bytes }
    case .fhir: return try whole(file) { try diary.writeFhir(path: path, options: options).bytes }
    case .tables: return try packed(env, file, options, tables)
    case .text: return try written(env, file, options)
    }
}

/// Looks at the size of what `write` wrote. That the diary could not note it is said and no reason to write it again.
func whole(_ file: URL, _ write: () throws -> UInt64) throws -> Made? {
    do {
        let bytes = Int64(clamping: try write())
        return length(file) == bytes ? Made(file: file, bytes: bytes, noted: true) : gone(file)
    } catch DiaryError.NotNoted {
        let bytes = length(file)
        return bytes > 0 ? Made(file: file, bytes: bytes, noted: false) : gone(file)
    }
}

/// The library packs the tables itself, whole or not at all; here the archive is read back.
private func packed(_ env: Env, _ file: URL, _ options: ReportOptions, _ tables: TableOptions) throws -> Made? {
    let period = try options.period ?? env.diary.reportPeriod(now: options.madeAt)
    var listed: [String]?
    do {
        listed = try env.diary.writeTables(path: file.path, period: period, options: tables, now: env.now()).map(\.file)
    } catch DiaryError.NotNoted {
        listed = nil
    }
    guard let inside = namesInArchive(file), Set(inside).isSuperset(of: listed ?? []) else { return gone(file) }
    return Made(file: file, bytes: length(file), noted: listed != nil)
}

private func written(_ env: Env, _ file: URL, _ options: ReportOptions) throws -> Made? {
    let text = try env.diary.reportText(options: options)
    let half = file.appendingPathExtension("half")
    do {
        try Data(text.utf8).write(to: half)
        try FileManager.default.moveItem(at: half, to: file)
    } catch {
        gone(half)
        throw DiaryError.OutputNotWritten(path: file.path)
    }
    let bytes = Int64(text.utf8.count)
    return length(file) == bytes ? Made(file: file, bytes: bytes, noted: true, text: text) : gone(file)
}

/// How long a file is; 0 when there is none.
private func length(_ file: URL) -> Int64 {
    let found = try? FileManager.default.attributesOfItem(atPath: file.path)[.size]
    return (found as? NSNumber)?.int64Value ?? 0
}

@discardableResult
private func gone(_ file: URL) -> Made? {
    try? FileManager.default.removeItem(at: file)
    return nil
}
