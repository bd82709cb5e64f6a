//! Allergies of the sheet by their kind, as a form types them, and as the diary writes them: a line an item.

/// Allergies by their kind; a line an item, `oil:lavender`, or `latex` alone.
public struct Allergies: Hashable, Sendable {
    /// What stands beside each kind that is ticked, a line each; empty where the kind says it all.
    public var words: [String: String] = [:]

    public static let kinds = ["scent", "oil", "latex", "nut", "other"]

    public init() {}

    public init(_ text: String) {
        for line in text.split(separator: "\n").map(String.init) where filled(line) != nil {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let kind = parts.first.flatMap(filled) else { continue }
            let said = parts.dropFirst().first ?? ""
            words[kind] = words[kind].map { "\($0)\n\(said)" } ?? said
        }
    }

    /// As a form of records holds it.
    public var text: String {
        Self.kinds.flatMap { kind -> [String] in
            guard let said = words[kind] else { return [] }
            let lines = said.split(whereSeparator: \.isNewline).compactMap { filled(String($0)) }
            return lines.isEmpty ? [kind] : lines.map { "\(kind):\($0)" }
        }.joined(separator: "\n")
    }
}
