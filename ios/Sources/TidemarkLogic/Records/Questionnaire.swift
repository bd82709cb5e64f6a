//! What a result of a questionnaire may hold: its range and its scores. The core has the same numbers and decides again when it
//! saves. No question ships.

/// The highest total of a questionnaire, and how many questions there are with the highest score of each; none for those kept as
/// totals.
public struct Questionnaire: Hashable, Sendable {
    public let most: Int
    public let items: Int?
    public let highest: Int

    /// The questionnaire of a code; none for one that is not known here.
    public static func of(_ code: String?) -> Questionnaire? {
        switch code {
        case "phq_9": Questionnaire(most: 27, items: 9, highest: 3)
        case "gad_7": Questionnaire(most: 21, items: 7, highest: 3)
        case "pcl_5": Questionnaire(most: 80, items: 20, highest: 4)
        case "isi": Questionnaire(most: 28, items: nil, highest: 0)
        case "pss_10": Questionnaire(most: 40, items: nil, highest: 0)
        default: nil
        }
    }
}

/// Names of the fields of a result.
let instrumentField = "instrument"
let totalField = "total"
let itemsField = "items"

/// The scores in the field for them, `9:0` one a line, by the number of the question.
public func scores(_ items: String) -> [Int: Int] {
    var scores: [Int: Int] = [:]
    for line in items.split(whereSeparator: \.isNewline) {
        let parts = line.split(separator: ":", maxSplits: 1).map { filled(String($0)).flatMap { Int($0) } }
        if parts.count == 2, let number = parts.first ?? nil, let score = parts.last ?? nil { scores[number] = score }
    }
    return scores
}

/// The field with another score of one question, in the order of the questions.
func withScore(_ items: String, _ number: Int, _ score: Int?) -> String {
    var all = scores(items)
    all[number] = score
    return all.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: "\n")
}

extension RecordForm {
    /// The questionnaire that is chosen, when it is known here.
    public var questionnaire: Questionnaire? { Questionnaire.of(texts[instrumentField]) }

    /// Texts with the scores of another questionnaire: those that were there, or none, since another one asks other questions.
    func withScores(of instrument: String, in typed: [String: String]) -> [String: String] {
        var texts = typed
        texts[itemsField] = before[instrumentField] == instrument ? before[itemsField] : nil
        return texts
    }
}

/// A total above the highest one, or scores that do not make it: all of them are the total, a part of them is never above it.
func brokenTotal(_ texts: [String: String]) -> [String: Broken] {
    guard let of = Questionnaire.of(texts[instrumentField]), let total = texts[totalField].flatMap(filled).flatMap({ Int($0) }) else {
        return [:]
    }
    if total > of.most { return [totalField: .above(total: total, most: of.most)] }
    let scores = scores(texts[itemsField] ?? "")
    if scores.isEmpty { return [:] }
    let sum = scores.values.reduce(0, +)
    let wrong = sum > total || scores.count == of.items && sum != total
    return wrong ? [itemsField: .sum(sum, total: total)] : [:]
}
