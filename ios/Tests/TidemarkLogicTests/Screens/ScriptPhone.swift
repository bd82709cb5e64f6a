//! A phone that a script tells what it can do: `"phone": {"save_as": false}` in a step; it can do everything until then.

import Foundation
import TidemarkReplay

@testable import TidemarkLogic

final class ScriptPhone: @unchecked Sendable {
    private let lock = NSLock()
    private var told: [String: JSON] = [:]
    private var chosen: URL?
    private var copies: URL?
    private let outbox: URL
    private let saved: URL
    private let given: URL

    init(_ folder: Folder) throws {
        given = folder.url
        outbox = folder.url.appending(path: "outbox")
        saved = folder.url.appending(path: "saved")
        for made in [outbox, saved] { try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true) }
    }

    /// The file that is chosen: the last one saved, or one that was given and that a step names.
    var file: URL? {
        get { lock.withLock { chosen } }
        set { lock.withLock { chosen = newValue } }
    }

    var phone: Phone {
        var phone = Phone(outbox: outbox.path)
        phone.saveAs = { path, name, _ in self.can("save_as") && self.save(URL(filePath: path), as: name) }
        phone.chooseFile = { _ in
            self.can("choose_file") ? self.file.map { ChosenFile(path: $0.path, name: $0.lastPathComponent) } : nil
        }
        phone.copyFolder = { self.folder?.lastPathComponent }
        phone.chooseCopyFolder = {
            guard self.can("choose_folder") else { return nil }
            self.folder = self.given.appending(path: "Copies")
            return "Copies"
        }
        phone.leaveCopyFolder = { self.folder = nil }
        phone.copyInto = { path, name, _ in self.can("copy_into") && self.put(URL(filePath: path), name) }
        phone.dial = { _ in self.can("dial") }
        phone.writeText = { _ in self.can("write_text") }
        phone.remindersBlocked = { self.can("exact_alarms") ? nil : .exactAlarmsOff }
        return phone
    }

    /// The folder of copies, once it was chosen.
    private var folder: URL? {
        get { lock.withLock { copies } }
        set { lock.withLock { copies = newValue } }
    }

    private func put(_ from: URL, _ name: String) -> Bool {
        guard let folder, let bytes = try? Data(contentsOf: from) else { return false }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return (try? bytes.write(to: folder.appending(path: name))) != nil
    }

    func tell(_ what: JSON) {
        lock.withLock { told.merge(what.fields) { _, newer in newer } }
        if let name = what["file"].string { file = given.appending(path: name) }
    }

    private func can(_ name: String) -> Bool { lock.withLock { told[name].map(\.flag) ?? true } }

    private func save(_ from: URL, as name: String) -> Bool {
        guard let bytes = try? Data(contentsOf: from) else { return false }
        let to = saved.appending(path: name)
        guard (try? bytes.write(to: to)) != nil else { return false }
        file = to
        return true
    }
}
