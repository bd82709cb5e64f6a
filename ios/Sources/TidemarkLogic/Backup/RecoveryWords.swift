//! The recovery words, and the two of them that are typed to show that they were written down. No log ever holds one.

import TidemarkBindings

/// The recovery passphrase, usually seven words. Shown on the screen, never in a log: its text form says nothing.
public struct RecoveryWords: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    /// Each word, in order.
    public var each: [String] {
        (filled(text) ?? "").split(separator: " ").map { String($0) }
    }
}

// Whatever a log asks a value for: its text, its text for developers, or its fields.
extension RecoveryWords: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "RecoveryWords" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Words on the screen, and the two of them that are typed to show that they were written down.
public struct WordsCheck: Hashable, Sendable, Copied {
    public let words: RecoveryWords
    /// Places of the words that are asked for, from 1.
    public let asked: [Int]
    /// Places whose word was typed otherwise.
    public internal(set) var wrong: [Int] = []

    public init(words: RecoveryWords, asked: [Int]) {
        self.words = words
        self.asked = asked
    }

    /// Asks for two places; which, follows from the moment, so that the same two are not asked each time.
    public static func of(_ words: RecoveryWords, _ now: Moment) -> WordsCheck {
        let count = Int64(words.each.count)
        guard count >= 2 else { return WordsCheck(words: words, asked: [1]) }
        let seconds = now.epochMs / 1000
        let first = seconds % count
        let second = (first + 1 + seconds / 7 % (count - 1)) % count
        return WordsCheck(words: words, asked: [first, second].map { Int($0) + 1 }.sorted())
    }

    /// The places among those asked for at which `typed` has another word; large letters and spaces do not count.
    public func others(_ typed: [String]) -> [Int] {
        let each = words.each
        return asked.enumerated().filter { at, place in
            guard typed.indices.contains(at), each.indices.contains(place - 1) else { return true }
            return filled(typed[at])?.lowercased() != each[place - 1]
        }.map(\.element)
    }
}
