//! What the screens ask of an iPhone or iPad.

import Foundation
import TidemarkBindings
import TidemarkLogic
import UIKit

/// What the screens ask of an iPhone or iPad; called off the main actor.
struct ApplePhone: Sendable {
    let front: Front
    let documents: Documents
    let copies: CopyFolder
    let sheet: ShareSheet
    let board: any NoticeBoard
    let now: @Sendable () -> Moment

    func phone(rearm: @escaping @Sendable () -> Void, times: @escaping @Sendable () -> [String: Rung]) -> Phone {
        var phone = Phone(outbox: documents.outbox.folder.path)
        phone.share = { path, _ in sheet.share(path) }
        phone.print = { sheet.toPrinter($0) }
        phone.saveAs = { path, name, _ in documents.saveAs(path, name) }
        phone.chooseFile = { documents.choose($0) }
        phone.copyFolder = { copies.name }
        phone.chooseCopyFolder = { documents.chooseFolder().flatMap { copies.keep($0) } }
        phone.leaveCopyFolder = { copies.leave() }
        phone.copyInto = { path, name, _ in copies.put(path, name) }
        phone.dial = { front.open(address("tel", $0)) }
        phone.writeText = { front.open(address("sms", $0)) }
        phone.copy = { text in
            let at = now().epochMs
            DispatchQueue.main.async { Clipboard.copy(text, nowMs: at) }
        }
        phone.rearmReminders = rearm
        phone.reminderTimes = times
        phone.remindersBlocked = { board.allowed() == .refused ? .notificationsOff : nil }
        phone.openSystemSettings = { blocked in
            front.open(
                URL(string: blocked == .notificationsOff ? UIApplication.openNotificationSettingsURLString : UIApplication.openSettingsURLString))
        }
        // No address of the system leads to its page about free space; the page of the app is the nearest.
        phone.openStorageSettings = { front.open(URL(string: UIApplication.openSettingsURLString)) }
        return phone
    }
}

/// An address with a number: a `#` or `*` of the number is part of it and begins nothing.
func address(_ scheme: String, _ number: String) -> URL? {
    var allowed = CharacterSet(charactersIn: "0123456789+*-().")
    allowed.insert(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    let kept = number.filter { !$0.isWhitespace }
    guard !kept.isEmpty, let written = kept.addingPercentEncoding(withAllowedCharacters: allowed) else { return nil }
    return URL(string: "\(scheme):\(written)")
}
