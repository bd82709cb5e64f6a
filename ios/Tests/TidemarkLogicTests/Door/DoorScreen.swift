//! The door over the real library, in a folder of its own; effects run to their end within each event.

import Foundation
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

@MainActor
final class DoorScreen {
    let vault: FakeVault
    let folder: URL
    let outbox: URL
    let env: DoorEnv
    private let place: Folder
    private let kept = Kept()
    private let store: Store<DoorState, DoorEvent, DoorEffect>

    init(_ place: Folder, vault: FakeVault = FakeVault(), firstCall: @escaping @Sendable () throws -> Void = {}) throws {
        self.place = place
        self.vault = vault
        folder = place.url.appending(path: "my.diary")
        outbox = place.url.appending(path: "outbox")
        try FileManager.default.createDirectory(at: outbox, withIntermediateDirectories: true)
        var phone = Phone(outbox: outbox.path)
        phone.saveAs = { [kept] path, name, _ in
            kept.files[name] = FileManager.default.contents(atPath: path)
            return true
        }
        env = DoorEnv(
            path: folder.path, vault: vault.vault, phone: phone, now: { evening }, work: { $0() },
            home: { act in MainActor.assumeIsolated { act() } }, firstCall: firstCall)
        store = env.store(doorFeature(env))
    }

    var state: DoorState { store.state }

    /// What "save as" was given, by the name of the file.
    var saved: [String: Data] { kept.files }

    @discardableResult
    func send(_ events: DoorEvent...) -> DoorScreen {
        for event in events { store.send(event) }
        return self
    }

    /// A diary whose key the vault has.
    func withDiary() throws -> DoorScreen {
        try OpenDiary.create(path: folder.path, passphrase: passphrase, rolloverMin: nil, now: evening).shut()
        vault.key = try keyFromPassphrase(path: folder.path, passphrase: passphrase)
        return self
    }

    /// Every file of the diary with its bytes.
    func files() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in FileManager.default.subpaths(atPath: folder.path) ?? [] {
            let file = folder.appending(path: name)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true { found[name] = try Data(contentsOf: file) }
        }
        return found
    }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: place.path(name)) }
}

/// Files that left. Everything of a test runs where it is called.
private final class Kept: @unchecked Sendable {
    var files: [String: Data] = [:]
}

extension DoorState {
    var none: NoDiary? {
        if case .noDiary(let none) = self { none } else { nil }
    }

    var shut: Locked? {
        if case .locked(let locked) = self { locked } else { nil }
    }

    var opened: Open? {
        if case .open(let open) = self { open } else { nil }
    }

    var why: Why? { shut?.why }
}

extension Reply {
    var problem: Problem? {
        if case .refused(let problem) = self { problem } else { nil }
    }
}

/// A diary that has no call at all.
let noDiary: any OpenDiaryProtocol = FakeDiary([], LogicalDate(""))

func rated(_ stress: Int64) -> CheckInDraft {
    CheckInDraft(ratedAt: evening, ratings: [Rated(measureId: "stress", valueMilli: stress * 1000)], recordedBy: .own)
}
