//! When medicines were last taken before a session, as the person says. Nobody judges it: it stands beside the session.

import TidemarkBindings

/// The last dose of a medicine before a session.
public struct Dose: Hashable, Sendable {
    public let medicationId: String
    public let takenAt: Moment

    public init(medicationId: String, takenAt: Moment) {
        self.medicationId = medicationId
        self.takenAt = takenAt
    }
}

/// A medicine, as far as its last dose is asked for.
public struct Medicine: Hashable, Sendable {
    public let id: String
    /// In the person's words.
    public let name: String
    /// When it is taken, in minutes after midnight.
    public let times: [Int]

    public init(id: String, name: String, times: [Int] = []) {
        self.id = id
        self.name = name
        self.times = times
    }
}

/// A dose is told within so many days before a session.
private let mostDays: Int64 = 7

private let halfHourMs = 30 * minuteMs

extension Dose {
    /// As the diary writes it, `<id>@<moment>`.
    func item() throws -> String { "\(medicationId)@\(try momentToText(moment: takenAt))" }

    /// From what the diary wrote; none for a form of a later version.
    init?(item: String) {
        let parts = item.split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2, let id = parts.first.flatMap(filled), let at = parts.last.flatMap(filled),
            let takenAt = try? momentFromText(text: at)
        else { return nil }
        self.init(medicationId: id, takenAt: takenAt)
    }
}

extension [Dose] {
    /// The doses with that of a medicine so many minutes later, earlier below zero; none when one would lie after `at`, or more than a
    /// week before it.
    public func moved(_ medicationId: String, minutes: Int, at: Moment) -> [Dose]? {
        let moved = map { dose in
            dose.medicationId == medicationId ? Dose(medicationId: medicationId, takenAt: dose.takenAt.minus(minutes: -minutes)) : dose
        }
        let may = at.epochMs - mostDays * dayMs...at.epochMs
        return moved.allSatisfy { $0.medicationId != medicationId || may.contains($0.takenAt.epochMs) } ? moved : nil
    }
}

extension Medicine {
    /// The last dose before `at` when it was taken as the diary says: at the latest of its times within the day before, by the clock of
    /// `at`. Without times it is the last full or half hour.
    func dose(before at: Moment) -> Dose {
        let local = at.epochMs + Int64(at.offsetS) * 1000
        let midnight = local - (local % dayMs + dayMs) % dayMs
        let taken = times.map { time in
            let today = midnight + Int64(time) * minuteMs
            return today <= local ? today : today - dayMs
        }
        let then = taken.max() ?? local - (local % halfHourMs + halfHourMs) % halfHourMs
        return Dose(medicationId: id, takenAt: at.minus(ms: local - then))
    }
}

extension Moment {
    /// Earlier on the same clock.
    fileprivate func minus(ms: Int64) -> Moment { Moment(epochMs: epochMs - ms, offsetS: offsetS, zoneId: zoneId) }
}

extension OpenDiaryProtocol {
    /// Medicines in use on a day, `YYYY-MM-DD`, and those that doses name, deleted or not.
    func medicines(on day: String, and doses: [Dose]) throws -> [Medicine] {
        let inUse = try records(kind: .medication, span: Span()).filter { $0.text("stop").map { $0 >= day } ?? true }.map { try $0.medicine() }
        return try inUse + medicines(of: doses.filter { dose in !inUse.contains { $0.id == dose.medicationId } })
    }

    /// The medicines that doses name, deleted or not; without those that the diary does not know any more.
    func medicines(of doses: [Dose]) throws -> [Medicine] {
        var ids: [String] = []
        for dose in doses where !ids.contains(dose.medicationId) { ids.append(dose.medicationId) }
        return try ids.compactMap { id in
            do {
                return try showRecord(kind: .medication, id: id).record.medicine()
            } catch DiaryError.UnknownRecord {
                return nil
            }
        }
    }
}

extension DiaryRecord {
    fileprivate func medicine() throws -> Medicine {
        Medicine(id: id, name: text("name") ?? "", times: try items(text("times")).compactMap(clockMinute))
    }
}
