//! Massage therapists and their checklist in words. A count, no grade.

import TidemarkLogic
import TidemarkStrings

extension Words {
    /// Name and practice.
    func called(_ therapist: Therapist) -> String {
        therapist.practice.isEmpty ? therapist.name : strings.therapistsNamed(name: therapist.name, practice: therapist.practice)
    }

    /// `9 of 16 asked`.
    func asked(_ therapist: Therapist) -> String {
        let (asked, all) = ("\(therapist.asked)", "\(therapist.answers.count)")
        return therapist.notApplicable == 0
            ? strings.therapistsAsked(asked: asked, all: all)
            : strings.therapistsAskedApart(asked: asked, all: all, n: therapist.notApplicable)
    }

    /// The licence, with the day it was seen once that is old; none where nothing is written down.
    func credential(_ therapist: Therapist) -> String? {
        let credential = therapist.credential.isEmpty ? nil : therapist.credential
        guard let seen = therapist.oldCredential.map({ date($0) }) else { return credential }
        return credential.map { strings.therapistsCredential(credential: $0, date: seen) } ?? strings.therapistsCredentialSeen(date: seen)
    }

    /// An item in a few words; one of a later version by its code.
    func item(_ code: String) -> String {
        switch code {
        case "licence": strings.therapistsItemLicence()
        case "certifications": strings.therapistsItemCertifications()
        case "continuing_education": strings.therapistsItemContinuingEducation()
        case "mental_health_training": strings.therapistsItemMentalHealthTraining()
        case "trauma_informed_training": strings.therapistsItemTraumaInformedTraining()
        case "style_training": strings.therapistsItemStyleTraining()
        case "intake_first": strings.therapistsItemIntakeFirst()
        case "experience_anxiety": strings.therapistsItemExperienceAnxiety()
        case "experience_low_mood": strings.therapistsItemExperienceLowMood()
        case "experience_after_trauma": strings.therapistsItemExperienceAfterTrauma()
        case "experience_lasting_pain": strings.therapistsItemExperienceLastingPain()
        case "distress_handling": strings.therapistsItemDistressHandling()
        case "plan": strings.therapistsItemPlan()
        case "professional_body": strings.therapistsItemProfessionalBody()
        case "first_talk": strings.therapistsItemFirstTalk()
        case "privacy_and_consent": strings.therapistsItemPrivacyAndConsent()
        default: code.replacing("_", with: " ")
        }
    }

    func status(_ status: ChecklistStatus) -> String {
        switch status {
        case .notAsked: strings.therapistsStatusNotAsked()
        case .confirmed: strings.therapistsStatusConfirmed()
        case .unsure: strings.therapistsStatusUnsure()
        case .declined: strings.therapistsStatusDeclined()
        case .notApplicable: strings.therapistsStatusNotApplicable()
        }
    }

    func how(_ how: ChecklistHow) -> String {
        switch how {
        case .told: strings.therapistsHowTold()
        case .seen: strings.therapistsHowSeen()
        case .lookedUp: strings.therapistsHowLookedUp()
        case .other: strings.therapistsHowOther()
        }
    }

    /// Where an item stands, how that is known and since when: Confirmed, seen, 3 Oct 2026.
    func stands(_ answer: ItemAnswer) -> String {
        let day = answer.on.isEmpty ? nil : date(LogicalDate(answer.on))
        return [status(answer.status), answer.how.map { how($0).lowercased() }, day].compactMap { $0 }.joined(separator: ", ")
    }
}
