//! The words of the screens, and how numbers, times and dates are written. They stand in the environment of every view.

import SwiftUI
import TidemarkStrings

/// The words of the screens and the way numbers, times and dates are written.
public struct Words: Sendable {
    public let strings: Strings
    public let locale: Locale
    /// Whether times run to 24 hours; the phone's setting.
    public let hours24: Bool

    public init(strings: Strings = Strings(), locale: Locale = Locale(identifier: "en_GB"), hours24: Bool = true) {
        self.strings = strings
        self.locale = locale
        self.hours24 = hours24
    }

    /// Whether a locale, with what the person set on the phone, writes times to 24 hours.
    public static func hours24(_ locale: Locale) -> Bool {
        // "j" is the hour as the locale writes it; "a" stands in what comes of it for half days.
        DateFormatter.dateFormat(fromTemplate: "j", options: 0, locale: locale)?.contains("a") == false
    }

    /// A name of the core as it stands alone on a line: its first letter large.
    public func sentence(_ name: String) -> String { name.prefix(1).uppercased(with: locale) + name.dropFirst() }

    /// A name of the catalogue that stands alone; nothing for one of a later version.
    public func named(_ id: String) -> String { sentence(strings.named(id) ?? "") }

    /// Name of a country from its two letters, in the language in use.
    public func country(_ code: String) -> String { locale.localizedString(forRegionCode: code) ?? code }
}

extension EnvironmentValues {
    private struct WordsKey: EnvironmentKey {
        static let defaultValue = Words()
    }

    /// The words in use.
    public var words: Words {
        get { self[WordsKey.self] }
        set { self[WordsKey.self] = newValue }
    }
}
