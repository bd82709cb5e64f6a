//! Text that the person copies, such as recovery words: for this device alone, and for a short time.

import UIKit
import UniformTypeIdentifiers

/// What is said to the system when text is copied.
enum Clipboard {
    /// Long enough to change to the other app and paste.
    static let minutes = 2

    /// Until when it can be pasted.
    static func ends(_ nowMs: Int64) -> Date { Date(timeIntervalSince1970: Double(nowMs) / 1000 + Double(minutes * 60)) }

    @MainActor
    static func copy(_ text: String, nowMs: Int64) {
        UIPasteboard.general.setItems(
            [[UTType.utf8PlainText.identifier: text]], options: [.localOnly: true, .expirationDate: ends(nowMs)])
    }
}
