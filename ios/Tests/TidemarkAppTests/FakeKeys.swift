//! A keychain in memory and a cipher that only mixes: they guard nothing, and remember what was asked of them.

import Foundation

@testable import TidemarkApp

/// Keys in memory.
final class FakeKeys: WrappingKeys, @unchecked Sendable {
    private let lock = NSLock()
    private var keys: [String: Data] = [:]
    private var bound: Set<String> = []
    private var made: UInt8 = 0
    private(set) var asked = 0

    /// What the person, or the device, answers to a bound key; none lets it be had.
    var answer: Fetched?
    /// The device keeps no keys.
    var refuses = false

    var names: [String] { lock.withLock { keys.keys.sorted() } }

    func make(_ alias: String, asksPerson: Bool) -> Bool {
        if refuses { return false }
        lock.withLock {
            made += 1
            keys[alias] = Data(repeating: made, count: 32)
            if asksPerson { bound.insert(alias) }
        }
        return true
    }

    func fetch(_ alias: String, asksPerson: Bool) -> Fetched {
        lock.withLock {
            guard let key = keys[alias] else { return .missing }
            guard bound.contains(alias) else { return .key(key) }
            asked += 1
            return answer ?? .key(key)
        }
    }

    func drop(_ alias: String) { lock.withLock { _ = keys.removeValue(forKey: alias) } }

    func aliases() -> [String] { names }

    func isBound(_ alias: String) -> Bool { lock.withLock { bound.contains(alias) } }

    func lose() { lock.withLock { keys.removeAll() } }
}

/// Each byte mixed with the key's, and a sum of the secret at the end, so that a changed byte or another key does not open.
struct FakeSealing: Sealing {
    func seal(_ secret: Data, with key: Data) -> (iv: Data, bytes: Data)? {
        (Data([1, 2, 3]), Data(zip(secret + [secret.sum], key.cycled(secret.count + 1)).map { $0 ^ $1 }))
    }

    func open(_ bytes: Data, iv: Data, with key: Data) -> Data? {
        let opened = Data(zip(bytes, key.cycled(bytes.count)).map { $0 ^ $1 })
        guard iv == Data([1, 2, 3]), let sum = opened.last, Data(opened.dropLast()).sum == sum else { return nil }
        return Data(opened.dropLast())
    }
}

extension Data {
    fileprivate var sum: UInt8 { reduce(UInt8(7)) { $0 &* 31 &+ $1 } }

    fileprivate func cycled(_ count: Int) -> [UInt8] { (0..<count).map { self[$0 % self.count] } }
}

/// A folder that goes with the test.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tidemark-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, _ name: String) throws -> URL {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file
    }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }
}

/// Something that a test turns on and off from outside.
final class Switch: @unchecked Sendable {
    private let lock = NSLock()
    private var state: Bool

    init(_ on: Bool) { state = on }

    var on: Bool {
        get { lock.withLock { state } }
        set { lock.withLock { state = newValue } }
    }
}
