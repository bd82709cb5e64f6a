//! How records and their fields are called, and what stands in a field.

import Foundation
import TidemarkBindings
import TidemarkLogic
import TidemarkStrings

extension Strings {
    /// The title of a list.
    func title(_ kind: Kind) -> String {
        switch kind {
        case .medication: recordsMedicines()
        case .medicationChange: recordsMedicineChanges()
        case .goal: recordsGoals()
        case .event: recordsEvents()
        case .visit: recordsVisits()
        case .practice: recordsPractices()
        case .careTeamMember: recordsCareTeam()
        case .instrumentResult: recordsQuestionnaires()
        case .therapist: therapistsTitle()
        default: recordsTitle()
        }
    }

    /// What stands in place of an empty list.
    func empty(_ kind: Kind) -> String {
        switch kind {
        case .medication: recordsEmptyMedicines()
        case .goal: recordsEmptyGoals()
        case .event: recordsEmptyEvents()
        case .visit: recordsEmptyVisits()
        default: recordsEmpty()
        }
    }

    /// The label of a field. A field of the core that has none yet is named by the core's own line about it.
    func label(_ kind: Kind, _ rule: FieldRule) -> String {
        if kind == .therapist, let name = therapist(rule.name) { return name }
        return switch rule.name {
        case "kind":
            switch kind {
            case .medicationChange: recordsWhatChanged()
            case .visit: recordsProfessional()
            case .practice: recordsPracticeKind()
            default: recordsEventKind()
            }
        case "at": rule.form == .date ? recordsOn() : recordsWhen()
        case "name": recordsName()
        case "strength": recordsStrength()
        case "dose": recordsDose()
        case "times": recordsTimes()
        case "purpose": recordsPurpose()
        case "prescriber": recordsPrescriber()
        case "start": recordsStart()
        case "stop", "end": recordsStop()
        case "touch_notes": recordsTouchNotes()
        case "touch_words": recordsTouchWords()
        case "medication_id": recordsMedicine()
        case "from": recordsDoseFrom()
        case "to": recordsDoseTo()
        case "by_whom": recordsByWhom()
        case "reason": recordsReason()
        case "text": recordsHope()
        case "measure_id": recordsMeasure()
        case "why": recordsWhy()
        case "started_on": recordsStartedOn()
        case "review_on": recordsReviewOn()
        case "discussed_with": recordsDiscussedWith()
        case "status": recordsStatus()
        case "label": recordsEventLabel()
        case "with": recordsWith()
        case "questions": recordsQuestions()
        case "outcome": recordsOutcome()
        case "logical_date": recordsOn()
        case "minutes": recordsMinutes()
        case "role": recordsRole()
        case "contact": recordsContact()
        case "share": recordsShare()
        case "instrument": recordsInstrument()
        case "version": recordsVersion()
        case "taken_at": recordsWhen()
        case "total": recordsTotal()
        case "items": recordsItems()
        case "filled_by": recordsFilledBy()
        case "place": recordsPlace()
        default: capital(rule.about)
        }
    }

    /// Fields that stand in no other kind.
    private func therapist(_ field: String) -> String? {
        switch field {
        case "practice": therapistsFieldPractice()
        case "region": therapistsFieldRegion()
        case "credential_type": therapistsFieldCredentialType()
        case "credential_number": therapistsFieldCredentialNumber()
        case "credential_on": therapistsFieldCredentialOn()
        case "styles": therapistsFieldStyles()
        case "languages": therapistsFieldLanguages()
        case "first_visit_fit": therapistsFitField()
        default: nil
        }
    }

    /// How a list field is typed.
    func hint(_ kind: Kind, _ field: String) -> String {
        switch field {
        case "times": recordsTimesFormat()
        case "questions" where kind == .visit: recordsFiveQuestions()
        default: recordsOneALine()
        }
    }

    /// What a code of a field is called; of a code without a name, the code with spaces.
    func code(_ kind: Kind, _ field: String, _ code: String) -> String {
        let name: String? =
            switch (field, kind) {
            case ("touch_notes", _): touch(code)
            case ("share", _): named("label.section.\(code)")
            case ("styles", _), ("modality", _): named("part.style.\(code)")
            case ("status", _): status(code)
            case ("role", _), ("kind", .visit): role(code)
            case ("instrument", _): named("label.questionnaire.\(code)")
            case ("filled_by", _): filledBy(code)
            case ("kind", .medicationChange): named("part.medicine.\(code)")
            case ("kind", .event): named("part.event.\(code)")
            case ("kind", .practice): named("part.practice.\(code)")
            default: nil
            }
        return name.map(capital) ?? code.replacingOccurrences(of: "_", with: " ")
    }

    private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func status(_ code: String) -> String? {
        switch code {
        case "active": recordsStatusActive()
        case "paused": recordsStatusPaused()
        case "reached": recordsStatusReached()
        case "dropped": recordsStatusDropped()
        default: nil
        }
    }

    private func touch(_ code: String) -> String? {
        switch code {
        case "drowsy": recordsTouchDrowsy()
        case "numb": recordsTouchNumb()
        case "bruises": recordsTouchBruises()
        case "sore": recordsTouchSore()
        case "other": recordsTouchOther()
        default: nil
        }
    }

    private func role(_ code: String) -> String? {
        switch code {
        case "primary_care": recordsPrimaryCare()
        case "psychiatrist": recordsPsychiatrist()
        case "talking_therapist": recordsTalkingTherapist()
        case "massage_therapist": recordsMassageTherapist()
        case "physiotherapist": recordsPhysiotherapist()
        case "caregiver": recordsCaregiver()
        case "other": recordsOther()
        default: nil
        }
    }

    private func filledBy(_ code: String) -> String? {
        switch code {
        case "self": recordsFilledSelf()
        case "helped": recordsFilledHelped()
        case "clinician": recordsFilledClinician()
        case "other": recordsOther()
        default: nil
        }
    }

    /// The rule a field breaks, in words.
    func broken(_ broken: Broken) -> String {
        switch broken {
        case .needed: recordsNeeded()
        case .tooLong(let most): recordsTooLong(most: most)
        case .noDay: recordsNoDay()
        case .noTime: recordsNoTime()
        case .noNumber: recordsNoNumber()
        case .outside(let min, let max): recordsOutside(min: "\(min)", max: "\(max)")
        case .above(let total, let most): recordsAbove(total: "\(total)", most: "\(most)")
        case .sum(let sum, let total): recordsSum(sum: "\(sum)", total: "\(total)")
        case .rule(let reason): recordsRule(reason: reason)
        }
    }
}

/// Codes of a list field. The library names them in words only; without them here the field takes lines of text.
func codesOf(_ field: String) -> [String]? {
    switch field {
    case "touch_notes": ["drowsy", "numb", "bruises", "sore", "other"]
    case "share":
        ["trends", "sessions", "questionnaires", "medicines", "unwanted_effects", "questions", "goals", "events", "practices", "plan"]
    case "styles": Modality.allCases.map(\.code)
    default: nil
    }
}

extension Words {
    /// What a field holds, as a list shows it.
    func value(_ kind: Kind, _ rule: FieldRule, _ text: String, _ choices: [RecordsState.Choice]?) -> String {
        switch rule.form {
        case .code: return strings.code(kind, rule.name, text)
        case .items:
            let lines = text.split(whereSeparator: \.isNewline).map(String.init)
            return lines.map { codesOf(rule.name) == nil ? $0 : strings.code(kind, rule.name, $0) }.joined(separator: ", ")
        case .date: return date(LogicalDate(text))
        case .moment:
            let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
            return "\(date(LogicalDate(parts.first ?? ""))), \(parts.dropFirst().first ?? "")"
        case .yesNo: return text == "true" ? strings.recordsYes() : strings.recordsNo()
        default: return choices?.first { $0.id == text }?.name ?? text
        }
    }
}
