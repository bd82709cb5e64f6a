//! What the person tells about a session that is over, from its fields and back to them. Nothing here is asked for twice.

import TidemarkBindings

/// What the person tells about a session that is over; none or empty where nothing was said.
public struct Told: Hashable, Sendable, Copied {
    /// 1 (feather-light) to 5 (deep).
    public internal(set) var pressureFelt: Int?
    public internal(set) var unwanted: [Unwanted] = []
    /// What helps afterwards, and when it was done.
    public internal(set) var aftercare: [Care] = []
    public internal(set) var note = ""

    init() {}

    init(_ text: (String) -> String?) throws {
        pressureFelt = text("pressure_felt").flatMap { Int($0) }
        unwanted = try items(text("unwanted")).map(Unwanted.init(item:))
        aftercare = try items(text("aftercare")).map { item in
            let (name, done) = parted(item)
            return Care(item: name, doneAt: done)
        }
        note = text("note") ?? ""
    }

    /// All of it, so that the last change wins and trying again repeats everything.
    func fields() throws -> [FieldText] {
        [
            FieldText(name: "pressure_felt", text: pressureFelt.map { String($0) }),
            FieldText(name: "unwanted", text: try joinItems(items: unwanted.map(\.text))),
            FieldText(name: "aftercare", text: try joinItems(items: aftercare.map { $0.item + ($0.doneAt.map { "@\($0)" } ?? "") })),
            FieldText(name: "note", text: filled(note)),
        ]
    }

    /// With `kind` noted from `onsetMin` minutes after the end on, or without it when it was noted.
    func toggled(_ kind: String, onsetMin: Int) -> Told {
        copy {
            if unwanted.contains(where: { $0.kind == kind }) {
                $0.unwanted.removeAll { $0.kind == kind }
            } else {
                $0.unwanted.append(Unwanted(kind: kind, onsetMin: onsetMin, strength: nil, overAt: nil))
            }
        }
    }

    /// With how strong `kind` was, 0 to 10; none when that is not said.
    func strength(_ kind: String, _ strength: Int?) -> Told {
        copy { $0.unwanted = unwanted.map { one in one.kind == kind ? one.copy { $0.strength = strength } : one } }
    }

    /// With `item` done at a moment, or not done any more.
    func ticked(_ item: String, at: String) -> Told {
        let done = aftercare.contains { $0.item == item && $0.doneAt != nil }
        return copy {
            $0.aftercare.removeAll { $0.item == item }
            if !done { $0.aftercare.append(Care(item: item, doneAt: at)) }
        }
    }
}

/// An effect nobody wanted. `kind` is a code of the catalogue, `part.unwanted.*`; `strength` 0 to 10, none when not said.
public struct Unwanted: Hashable, Sendable, Copied {
    public let kind: String
    /// Minutes from the session's end until it was there.
    public let onsetMin: Int
    public internal(set) var strength: Int?
    /// When it was over, as the diary writes it.
    public let overAt: String?
}

extension Unwanted {
    init(item: String) {
        let (said, over) = parted(item)
        let parts = said.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        kind = parts.first ?? ""
        onsetMin = parts.dropFirst().first.flatMap { Int($0) } ?? 0
        strength = parts.dropFirst(2).first.flatMap { Int($0) }
        overAt = over
    }

    fileprivate var text: String {
        "\(kind):\(onsetMin):\(strength.map { String($0) } ?? "")" + (overAt.map { "@\($0)" } ?? "")
    }
}

/// One thing that helps afterwards: a code, and the moment it was done as the diary writes it; none: not yet.
public struct Care: Hashable, Sendable {
    public let item: String
    public let doneAt: String?
}

/// The effects that are asked for, in their order.
public let unwantedKinds = [
    "soreness", "bruise", "headache", "dizziness", "skin_reaction", "tiredness", "low_mood", "more_pain", "other",
]

/// What is offered for the time after, in its order.
public let careItems = ["water", "light_movement", "rest", "warm_bath", "other"]

/// How far what was told is on its way to the disk.
public enum Written: Hashable, Sendable {
    /// Nothing was changed here.
    case asRead

    /// So many changes are on their way.
    case writing(left: Int)
    case saved(at: Moment)

    /// On the screen only.
    case notSaved(Problem)

    func sent() -> Written {
        if case .writing(let left) = self { .writing(left: left + 1) } else { .writing(left: 1) }
    }

    func arrived(_ at: Moment) -> Written {
        guard case .writing(let left) = self else { return self }
        return left > 1 ? .writing(left: left - 1) : .saved(at: at)
    }
}

/// What stands before and after the first `@`; none after it when there is nothing.
private func parted(_ item: String) -> (String, String?) {
    guard let at = item.firstIndex(of: "@") else { return (item, nil) }
    let after = item[item.index(after: at)...]
    return (String(item[..<at]), after.isEmpty ? nil : String(after))
}
