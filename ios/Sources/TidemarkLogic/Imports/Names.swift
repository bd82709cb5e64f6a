//! What the names and words of a file became, and what may be answered for them.

import Foundation
import TidemarkBindings

/// What a name of a file became, as the screen shows it.
public enum Becoming: Hashable, Sendable {
    /// A mood word: 1, the lowest, to 5.
    case mood(Int)

    /// A practice, by its code.
    case practice(kind: String)

    /// A measure, by its id, with its scale in the core's words.
    case measure(String)
    case inNote
    case leftOut

    /// Nothing yet: the person is asked.
    case asked(Takes)
}

/// What may be answered for a name. Every one may also be left out.
public enum Takes: Hashable, Sendable {
    case mood, practice, range, other
}

/// The answer that leaves the rows of a name out.
public let skipAnswer = "skip"

extension ImportName {
    /// What a name became. The library says it in words alone, of which the codes and numbers are read here, in one place; words
    /// that nobody knows here are shown as they are.
    public var becoming: Becoming {
        guard let said = becomes else { return .asked(Takes(takes ?? "")) }
        if said == "left out" { return .leftOut }
        if said == "words in a note" { return .inNote }
        if said.hasPrefix("practice ") { return .practice(kind: String(said.dropFirst("practice ".count))) }
        // The measure of Daylio's five moods.
        if said.hasPrefix("daylio_mood "), let number = Int(said.dropFirst("daylio_mood ".count)) { return .mood(number) }
        return .measure(said)
    }

    /// What can be answered for a name, placed or not; none when the reader leaves no choice but leaving it out.
    public var takesNow: Takes? {
        switch becoming {
        case .mood: .mood
        case .practice: .practice
        case .asked(let takes): takes
        case .measure, .inNote, .leftOut: nil
        }
    }
}

extension Takes {
    fileprivate init(_ words: String) {
        if words.hasPrefix("a number from 1") {
            self = .mood
        } else if words.hasPrefix("a practice") {
            self = .practice
        } else if words.hasPrefix("a range") {
            self = .range
        } else {
            self = .other
        }
    }
}

/// The zones that hold what was typed, at most so many that a list is still looked through.
func zonesLike(_ text: String) -> [String] {
    guard let wanted = filled(text)?.replacing(" ", with: "_").lowercased(), wanted.count >= 2 else { return [] }
    let like = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") && $0.lowercased().contains(wanted) && $0 != text }
    return Array(like.sorted().prefix(mostZones))
}

private let mostZones = 6
