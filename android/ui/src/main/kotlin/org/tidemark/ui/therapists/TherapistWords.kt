package org.tidemark.ui.therapists

import org.tidemark.logic.therapists.ChecklistHow
import org.tidemark.logic.therapists.ChecklistStatus
import org.tidemark.logic.therapists.ItemAnswer
import org.tidemark.logic.therapists.Therapist
import org.tidemark.strings.Strings
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.written

/** Name and practice. */
internal fun Strings.called(therapist: Therapist): String =
    if (therapist.practice.isEmpty()) therapist.name else therapistsNamed(therapist.name, therapist.practice)

/** `9 of 16 asked`: a count, no grade. */
internal fun Strings.asked(therapist: Therapist): String {
    val (asked, all) = therapist.asked.toString() to therapist.answers.size.toString()
    return if (therapist.notApplicable == 0) therapistsAsked(asked, all) else therapistsAskedApart(asked, all, therapist.notApplicable)
}

/** The licence with the day it was seen once that is old; none where nothing is written down. */
internal fun Words.credential(therapist: Therapist): String? {
    val seen = therapist.oldCredential?.let { date(it) }
    return when {
        seen == null -> therapist.credential.ifEmpty { null }
        therapist.credential.isEmpty() -> strings.therapistsCredentialSeen(seen)
        else -> strings.therapistsCredential(therapist.credential, seen)
    }
}

/** An item in a few words; one of a later version by its code. */
internal fun Strings.item(code: String): String = when (code) {
    "licence" -> therapistsItemLicence()
    "certifications" -> therapistsItemCertifications()
    "continuing_education" -> therapistsItemContinuingEducation()
    "mental_health_training" -> therapistsItemMentalHealthTraining()
    "trauma_informed_training" -> therapistsItemTraumaInformedTraining()
    "style_training" -> therapistsItemStyleTraining()
    "intake_first" -> therapistsItemIntakeFirst()
    "experience_anxiety" -> therapistsItemExperienceAnxiety()
    "experience_low_mood" -> therapistsItemExperienceLowMood()
    "experience_after_trauma" -> therapistsItemExperienceAfterTrauma()
    "experience_lasting_pain" -> therapistsItemExperienceLastingPain()
    "distress_handling" -> therapistsItemDistressHandling()
    "plan" -> therapistsItemPlan()
    "professional_body" -> therapistsItemProfessionalBody()
    "first_talk" -> therapistsItemFirstTalk()
    "privacy_and_consent" -> therapistsItemPrivacyAndConsent()
    else -> code.replace('_', ' ')
}

internal fun Strings.status(status: ChecklistStatus): String = when (status) {
    ChecklistStatus.NOT_ASKED -> therapistsStatusNotAsked()
    ChecklistStatus.CONFIRMED -> therapistsStatusConfirmed()
    ChecklistStatus.UNSURE -> therapistsStatusUnsure()
    ChecklistStatus.DECLINED -> therapistsStatusDeclined()
    ChecklistStatus.NOT_APPLICABLE -> therapistsStatusNotApplicable()
}

internal fun Strings.how(how: ChecklistHow): String = when (how) {
    ChecklistHow.TOLD -> therapistsHowTold()
    ChecklistHow.SEEN -> therapistsHowSeen()
    ChecklistHow.LOOKED_UP -> therapistsHowLookedUp()
    ChecklistHow.OTHER -> therapistsHowOther()
}

/** Where an item stands, how that is known and since when: Confirmed, seen, 3 Oct 2026. */
internal fun Words.stands(answer: ItemAnswer): String {
    val day = answer.on.ifEmpty { null }?.let { written(it) }
    return listOfNotNull(strings.status(answer.status), answer.how?.let { strings.how(it).lowercase(locale) }, day).joinToString(", ")
}
