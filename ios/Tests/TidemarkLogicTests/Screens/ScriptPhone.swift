//! A phone that a script tells what it can do: `"phone": {"dial": false}` in a step; it can do until then what is here, and nothing
//! more: what a screen without a driver asks of it comes with that driver.

import Foundation
import TidemarkReplay

@testable import TidemarkLogic

final class ScriptPhone: @unchecked Sendable {
    private let lock = NSLock()
    private var told: [String: JSON] = [:]
    private let outbox: String

    init(outbox: String) { self.outbox = outbox }

    var phone: Phone {
        var phone = Phone(outbox: outbox)
        phone.dial = { _ in self.can("dial") }
        phone.writeText = { _ in self.can("write_text") }
        phone.saveAs = { path, _, _ in self.can("save_as") && FileManager.default.fileExists(atPath: path) }
        phone.remindersBlocked = { self.can("exact_alarms") ? nil : .exactAlarmsOff }
        return phone
    }

    func tell(_ what: JSON) { lock.withLock { told.merge(what.fields) { _, newer in newer } } }

    private func can(_ name: String) -> Bool { lock.withLock { told[name].map(\.flag) ?? true } }
}
