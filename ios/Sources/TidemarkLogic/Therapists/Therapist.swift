//! A massage therapist with what was asked and answered; counted, never graded.

import TidemarkBindings

/// Where an item of the checklist stands.
public enum ChecklistStatus: Hashable, Sendable, Coded {
    case notAsked, confirmed, unsure, declined, notApplicable

    public var code: String {
        switch self {
        case .notAsked: "not_asked"
        case .confirmed: "confirmed"
        case .unsure: "unsure"
        case .declined: "declined"
        case .notApplicable: "not_applicable"
        }
    }

    /// Whether the question was put.
    public var asked: Bool { self == .confirmed || self == .unsure || self == .declined }
}

/// How an answer was had.
public enum ChecklistHow: Hashable, Sendable, Coded {
    case told, seen, lookedUp, other

    public var code: String {
        switch self {
        case .told: "told"
        case .seen: "seen"
        case .lookedUp: "looked_up"
        case .other: "other"
        }
    }
}

/// What is known of one item: its question, where it stands, the day, how, and the person's words.
public struct ItemAnswer: Hashable, Sendable, Copied {
    public let item: String
    public internal(set) var question: String
    public internal(set) var status = ChecklistStatus.notAsked
    public internal(set) var on = ""
    public internal(set) var how: ChecklistHow?
    public internal(set) var note = ""
}

/// A massage therapist with what was asked.
public struct Therapist: Hashable, Sendable {
    public let id: String
    public let name: String
    public let practice: String
    public let contact: String
    /// Kind and number of licence, registration or certificate.
    public let credential: String
    /// The day that was seen, when it is more than twelve months ago and so has to be shown.
    public let oldCredential: LogicalDate?
    public let answers: [ItemAnswer]
    /// How the first talk or visit fitted, in the person's words.
    public let fit: String

    public var asked: Int { answers.filter(\.status.asked).count }

    public var notApplicable: Int { answers.filter { $0.status == .notApplicable }.count }

    public var traumaInformed: Bool {
        answers.contains { $0.item == "trauma_informed_training" && $0.status == .confirmed }
    }
}

extension DiaryRecord {
    /// A record as these screens show it; every question of `all` has an answer, if only that it was not asked.
    func therapist(_ all: [ChecklistQuestion], today: String) throws -> Therapist {
        let known = try items(text("checklist")).compactMap(ItemAnswer.init)
        let credential = [text("credential_type"), text("credential_number")].compactMap { $0 }.filter { !$0.isEmpty }
        let seen = text("credential_on").flatMap { isOld($0, today) ? LogicalDate($0) : nil }
        return Therapist(
            id: id,
            name: text("name") ?? "",
            practice: text("practice") ?? "",
            contact: text("contact") ?? "",
            credential: credential.joined(separator: " "),
            oldCredential: seen,
            answers: all.map { ask in
                known.first { $0.item == ask.item }?.copy { $0.question = ask.question }
                    ?? ItemAnswer(item: ask.item, question: ask.question)
            },
            fit: text("first_visit_fit") ?? "")
    }
}

/// Days after which the core's lists show a credential's date with it, too.
private let credentialDays = 365

private func isOld(_ day: String, _ today: String) -> Bool {
    guard let seen = CivilDay(day), let today = CivilDay(today) else { return false }
    return today.number - seen.number > credentialDays
}

extension ItemAnswer {
    /// An item as the diary writes it, `licence:confirmed:2026-10-03:seen:number on the wall`; none for a status of a later
    /// version.
    fileprivate init?(_ text: String) {
        let written = text.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        var parts = (written + Array(repeating: "", count: 4)).makeIterator()
        guard let item = parts.next(), let status: ChecklistStatus = coded(parts.next()) else { return nil }
        self.init(
            item: item, question: "", status: status, on: parts.next() ?? "", how: coded(parts.next()),
            note: parts.next() ?? "")
    }
}
