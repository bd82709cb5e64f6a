//! What an entry of a day says, from the fields that the diary holds.

import Foundation
import TidemarkBindings
import TidemarkLogic

extension Entry {
    /// The kind of an entry as the bindings name it; none for one that this app does not know.
    var recordKind: Kind? { Kind.allCases.first { $0.code == kind } }

    func said(_ field: String) -> String? { fields.first { $0.name == field }?.text }
}

extension Words {
    /// "Check-in, 21:04"; without a time when it was not written on its day.
    func head(_ entry: Entry) -> String {
        let kind = kind(entry.recordKind)
        let at = entry.said("started_at") ?? entry.said("at") ?? entry.said("rated_at") ?? entry.recordedAt
        guard let clock = WallClock(at), clock.day.iso == entry.day else { return kind }
        return strings.entriesHead(kind: kind, time: time(clock.minutes))
    }

    func kind(_ kind: Kind?) -> String {
        switch kind {
        case .checkIn: strings.entriesKindCheckIn()
        case .session: strings.entriesKindSession()
        case .sessionMoment: strings.entriesKindSessionMoment()
        case .distressEvent: strings.entriesKindDistressEvent()
        case .medication: strings.entriesKindMedication()
        case .medicationChange: strings.entriesKindMedicationChange()
        case .goal: strings.entriesKindGoal()
        case .visit: strings.entriesKindVisit()
        case .event: strings.entriesKindEvent()
        case .practice: strings.entriesKindPractice()
        case .instrumentResult: strings.entriesKindInstrumentResult()
        case .sessionPlan: strings.entriesKindSessionPlan()
        case .planAdjustment: strings.entriesKindPlanAdjustment()
        default: strings.entriesKindOther()
        }
    }

    /// What is worth knowing about how an entry was written: nothing for one of the person's own on its day.
    func about(_ entry: Entry) -> String? {
        let written = WallClock(entry.recordedAt).map { date($0.day) } ?? ""
        let mode: String? =
            switch entry.entryMode {
            case "late": strings.entriesWritten(mode: strings.historyHalf(), date: written)
            case "backfill": strings.entriesWritten(mode: strings.historyRing(), date: written)
            case "imported": strings.entriesImported()
            default: nil
            }
        let by: String? =
            switch entry.recordedBy {
            case "helped": strings.entriesByHelped()
            case "proxy": strings.entriesByProxy()
            default: nil
            }
        let about = [mode, by].compactMap { $0 }
        return about.isEmpty ? nil : about.joined(separator: ", ")
    }

    /// What an entry says beside its ratings, a line each. Names come from the catalogue; the person's words stand as they are.
    func lines(_ entry: Entry) -> [String] {
        let lines: [String?] =
            switch entry.recordKind {
            case .checkIn: [practices(entry.said("practices")), entry.said("note")]
            case .session: [session(entry), entry.said("reason"), entry.said("note")]
            case .event: [named("part.event", entry.said("event_kind")), entry.said("label")]
            case .practice: [named("part.practice", entry.said("practice_kind"))]
            case .distressEvent: [named("part.distress", entry.said("distress_kind")), entry.said("what_helped")]
            case .instrumentResult: [questionnaire(entry)]
            default: ownWords.map { entry.said($0) }
            }
        return lines.compactMap { $0 }
    }

    private func practices(_ text: String?) -> String? {
        text.map { $0.components(separatedBy: " | ").compactMap { strings.named("part.practice.\($0)") }.joined(separator: ", ") }
    }

    private func questionnaire(_ entry: Entry) -> String {
        let name = entry.said("instrument").map { named("label.questionnaire", $0) ?? $0 }
        return [name, entry.said("total")].compactMap { $0 }.joined(separator: " ")
    }

    private func named(_ part: String, _ code: String?) -> String? { code.flatMap { strings.named("\(part).\($0)") } }

    private func session(_ entry: Entry) -> String {
        let status: String? =
            switch entry.said("status") {
            case "planned": strings.entriesPlanned()
            case "missed", "cancelled": strings.entriesMissed()
            case "stopped_early": strings.entriesStoppedEarly()
            default: nil
            }
        let minutes = (entry.said("actual_min") ?? entry.said("planned_min")).flatMap { Int($0) }
        return [named("part.style", entry.said("modality")), minutes.map { strings.entriesMinutes(n: $0) }, status].compactMap { $0 }
            .joined(separator: ", ")
    }

    func phase(_ phase: String) -> String {
        switch phase {
        case "before": strings.entriesBefore()
        case "after": strings.entriesAfter()
        default: strings.entriesFollowUp()
        }
    }

    /// A value in its measure's unit; a skip in words.
    func value(_ question: Question?, _ value: EntryValue) -> String {
        if let question { return shown(question, value.answer) }
        return value.answer.milli.map { number($0) } ?? strings.ratingSkipped()
    }

    /// One change of an entry; none for a field that the app has no name for and that is no rating.
    func changed(_ revision: Revision, _ page: DayPage) -> String? {
        let at = "\(date(revision.changedAt)) \(time(revision.changedAt))"
        if revision.field == "deleted_at" {
            return revision.new == nil ? strings.entriesWasRestored(moment: at) : strings.entriesWasDeleted(moment: at)
        }
        guard revision.field.hasPrefix("value.") else { return nil }
        let measure = String(revision.field.dropFirst("value.".count))
        let question = page.question(measure)
        return strings.entriesChanged(
            moment: at, what: question?.label ?? measure, old: value(question, revision.old), new: value(question, revision.new))
    }

    /// A rating as the revision log spells it: a decimal, or the word for a skip.
    private func value(_ question: Question?, _ text: String?) -> String {
        guard let text else { return strings.entriesNothingSaid() }
        guard let milli = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")).map({ NSDecimalNumber(decimal: $0 * 1000).int64Value })
        else { return strings.ratingSkipped() }
        return question.map { value($0, milli) } ?? text
    }
}

/// Fields that hold the person's words, in the order to show.
private let ownWords = ["name", "text", "label", "with", "reason", "outcome", "note"]
