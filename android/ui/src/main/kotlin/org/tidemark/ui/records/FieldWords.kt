package org.tidemark.ui.records

import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.Choice
import org.tidemark.logic.reminder.EVERY_DAY
import org.tidemark.logic.session.code
import org.tidemark.strings.Strings
import org.tidemark.ui.intake.intakePart
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.written

/** The title of a list. */
internal fun Strings.title(kind: Kind): String = when (kind) {
    Kind.MEDICATION -> recordsMedicines()
    Kind.MEDICATION_CHANGE -> recordsMedicineChanges()
    Kind.GOAL -> recordsGoals()
    Kind.EVENT -> recordsEvents()
    Kind.VISIT -> recordsVisits()
    Kind.PRACTICE -> recordsPractices()
    Kind.CARE_TEAM_MEMBER -> recordsCareTeam()
    Kind.INSTRUMENT_RESULT -> recordsQuestionnaires()
    Kind.THERAPIST -> therapistsTitle()
    else -> recordsTitle()
}

/** What stands in place of an empty list. */
internal fun Strings.empty(kind: Kind): String = when (kind) {
    Kind.MEDICATION -> recordsEmptyMedicines()
    Kind.GOAL -> recordsEmptyGoals()
    Kind.EVENT -> recordsEmptyEvents()
    Kind.VISIT -> recordsEmptyVisits()
    else -> recordsEmpty()
}

/** The label of a field. A field of the core that has none yet is named by the core's own line about it. */
internal fun Strings.label(kind: Kind, rule: FieldRule): String = ofItsKind(kind, rule.name) ?: when (rule.name) {
    "kind" -> when (kind) {
        Kind.MEDICATION_CHANGE -> recordsWhatChanged()
        Kind.VISIT -> recordsProfessional()
        Kind.PRACTICE -> recordsPracticeKind()
        else -> recordsEventKind()
    }
    "at" -> if (rule.form == FieldForm.Date) recordsOn() else recordsWhen()
    "name" -> recordsName()
    "strength" -> recordsStrength()
    "dose" -> recordsDose()
    "times" -> recordsTimes()
    "purpose" -> recordsPurpose()
    "prescriber" -> recordsPrescriber()
    "start" -> recordsStart()
    "stop", "end" -> recordsStop()
    "touch_notes" -> recordsTouchNotes()
    "touch_words" -> recordsTouchWords()
    "medication_id" -> recordsMedicine()
    "from" -> recordsDoseFrom()
    "to" -> recordsDoseTo()
    "by_whom" -> recordsByWhom()
    "reason" -> recordsReason()
    "text" -> recordsHope()
    "measure_id" -> recordsMeasure()
    "why" -> recordsWhy()
    "started_on" -> recordsStartedOn()
    "review_on" -> recordsReviewOn()
    "discussed_with" -> recordsDiscussedWith()
    "status" -> recordsStatus()
    "label" -> recordsEventLabel()
    "with" -> recordsWith()
    "questions" -> recordsQuestions()
    "outcome" -> recordsOutcome()
    "logical_date" -> recordsOn()
    "minutes" -> recordsMinutes()
    "role" -> recordsRole()
    "contact" -> recordsContact()
    "share" -> recordsShare()
    "instrument" -> recordsInstrument()
    "version" -> recordsVersion()
    "taken_at" -> recordsWhen()
    "total" -> recordsTotal()
    "items" -> recordsItems()
    "filled_by" -> recordsFilledBy()
    "place" -> recordsPlace()
    else -> rule.about.replaceFirstChar { it.titlecase() }
}

/** Fields that are called otherwise in one kind than in the others, or stand in no other. */
private fun Strings.ofItsKind(kind: Kind, field: String): String? = when (kind) {
    Kind.THERAPIST -> therapist(field)
    Kind.SESSION_PLAN -> if (field == "since") planSince() else named("label.plan.$field")
    Kind.INTAKE_SHEET -> intakePart(field)
    else -> null
}

private fun Strings.therapist(field: String): String? = when (field) {
    "practice" -> therapistsFieldPractice()
    "region" -> therapistsFieldRegion()
    "credential_type" -> therapistsFieldCredentialType()
    "credential_number" -> therapistsFieldCredentialNumber()
    "credential_on" -> therapistsFieldCredentialOn()
    "styles" -> therapistsFieldStyles()
    "languages" -> therapistsFieldLanguages()
    "first_visit_fit" -> therapistsFitField()
    else -> null
}

/** What a code of a field is called; of a code without a name, the code with spaces. */
internal fun Strings.code(kind: Kind, field: String, code: String): String = when {
    field == "touch_notes" -> touch(code)
    field == "share" -> named("label.section.$code")
    field == "styles" || field == "modality" -> named("part.style.$code")
    field == "pressure" -> named("part.pressure.$code")
    field == "preferred_days" -> weekday(code)
    kind == Kind.INTAKE_SHEET -> answer(code)
    field == "status" -> status(code)
    field == "role" || field == "kind" && kind == Kind.VISIT -> role(code)
    field == "instrument" -> named("label.questionnaire.$code")
    field == "filled_by" -> filledBy(code)
    field == "kind" && kind == Kind.MEDICATION_CHANGE -> named("part.medicine.$code")
    field == "kind" && kind == Kind.EVENT -> named("part.event.$code")
    field == "kind" && kind == Kind.PRACTICE -> named("part.practice.$code")
    else -> null
}?.replaceFirstChar { it.titlecase() } ?: code.replace('_', ' ')

/** The name of a day of the week. */
internal fun Strings.weekday(code: String): String? = named("part.weekday.$code")

/** The name of a kind of practice. */
internal fun Strings.practiceKind(code: String): String = code(Kind.PRACTICE, "kind", code)

private fun Strings.answer(code: String): String? = when (code) {
    "yes" -> recordsYes()
    "no" -> recordsNo()
    "rather_not_say" -> intakeRatherNotSay()
    "ask_me" -> intakeAskMe()
    else -> null
}

private fun Strings.status(code: String): String? = when (code) {
    "active" -> recordsStatusActive()
    "paused" -> recordsStatusPaused()
    "reached" -> recordsStatusReached()
    "dropped" -> recordsStatusDropped()
    else -> null
}

private fun Strings.touch(code: String): String? = when (code) {
    "drowsy" -> recordsTouchDrowsy()
    "numb" -> recordsTouchNumb()
    "bruises" -> recordsTouchBruises()
    "sore" -> recordsTouchSore()
    "other" -> recordsTouchOther()
    else -> null
}

internal fun Strings.role(code: String): String? = when (code) {
    "primary_care" -> recordsPrimaryCare()
    "psychiatrist" -> recordsPsychiatrist()
    "talking_therapist" -> recordsTalkingTherapist()
    "massage_therapist" -> recordsMassageTherapist()
    "physiotherapist" -> recordsPhysiotherapist()
    "caregiver" -> recordsCaregiver()
    "other" -> recordsOther()
    else -> null
}

private fun Strings.filledBy(code: String): String? = when (code) {
    "self" -> recordsFilledSelf()
    "helped" -> recordsFilledHelped()
    "clinician" -> recordsFilledClinician()
    "other" -> recordsOther()
    else -> null
}

/** Codes of a list field. The library names them in words only; without them here the field takes lines of text. */
internal fun codesOf(field: String): List<String>? = when (field) {
    "touch_notes" -> listOf("drowsy", "numb", "bruises", "sore", "other")
    "share" -> listOf("trends", "sessions", "questionnaires", "medicines", "unwanted_effects", "questions", "goals", "events", "practices", "plan")
    "styles" -> Modality.entries.map { it.code }
    "preferred_days" -> EVERY_DAY
    else -> null
}

/** What a field holds, as a list shows it. */
internal fun Words.value(kind: Kind, rule: FieldRule, text: String, choices: List<Choice>?): String = when (rule.form) {
    is FieldForm.Code -> strings.code(kind, rule.name, text)
    FieldForm.Items -> text.lines().joinToString(", ") { if (codesOf(rule.name) == null) it else strings.code(kind, rule.name, it) }
    FieldForm.Date -> written(text)
    FieldForm.Moment -> "${written(text.substringBefore(' '))}, ${text.substringAfter(' ', "")}"
    FieldForm.YesNo -> if (text == "true") strings.recordsYes() else strings.recordsNo()
    else -> choices?.firstOrNull { it.id == text }?.name ?: text
}

/** The rule a field breaks, in words. */
internal fun Strings.broken(broken: Broken): String = when (broken) {
    Broken.Needed -> recordsNeeded()
    is Broken.TooLong -> recordsTooLong(broken.most)
    Broken.NoDay -> recordsNoDay()
    Broken.NoTime -> recordsNoTime()
    Broken.NoNumber -> recordsNoNumber()
    is Broken.Outside -> recordsOutside(broken.min.toString(), broken.max.toString())
    is Broken.Above -> recordsAbove(broken.total.toString(), broken.most.toString())
    is Broken.Sum -> recordsSum(broken.sum.toString(), broken.total.toString())
    is Broken.Rule -> recordsRule(broken.reason)
}
