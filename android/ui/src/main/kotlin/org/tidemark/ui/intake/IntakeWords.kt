package org.tidemark.ui.intake

import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Kind
import org.tidemark.logic.intake.IntakePart
import org.tidemark.logic.session.areaOf
import org.tidemark.strings.Strings
import org.tidemark.ui.records.value
import org.tidemark.ui.session.allergy
import org.tidemark.ui.session.area
import org.tidemark.ui.session.pressure
import org.tidemark.ui.session.use
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.sentence

/** What a part of the sheet is called; none for one of a later version. */
internal fun Strings.intakePart(field: String): String? = when (field) {
    "name" -> intakeName()
    "pronouns" -> intakePronouns()
    "emergency_contact" -> intakeEmergencyContact()
    "history" -> intakeHistory()
    "circulation" -> intakeCirculation()
    "skin" -> intakeSkin()
    "surgery" -> intakeSurgery()
    "pregnancy" -> intakePregnancy()
    "fever" -> intakeFever()
    "medicines" -> intakeMedicines()
    "medicine_purposes" -> intakeMedicinePurposes()
    "allergies" -> intakeAllergies()
    "concerns" -> intakeConcerns()
    "goals" -> intakeGoals()
    "pressure" -> intakePressure()
    "areas" -> intakeAreas()
    "boundaries" -> intakeBoundaries()
    "draping" -> intakeDraping()
    "comfort_needs" -> intakeComfortNeeds()
    "cues" -> intakeCues()
    "stop_signal" -> intakeStopSignal()
    "overwhelmed_do" -> intakeOverwhelmedDo()
    "overwhelmed_avoid" -> intakeOverwhelmedAvoid()
    "triggers" -> intakeTriggers()
    "clinician_contact" -> intakeClinicianContact()
    "permission_to_talk" -> intakePermissionToTalk()
    else -> null
}

/** What a part of the sheet says, as a person reads it. */
internal fun Words.said(part: IntakePart, rules: List<FieldRule>): String = when (part.field) {
    "areas" -> part.text.lines().joinToString("; ") { item -> areaOf(item)?.let { "${use(it.wanted)}: ${area(it)}" } ?: item }
    "allergies" -> part.text.lines().filter { it.isNotEmpty() }.joinToString(", ") { sentence(allergy(it)) }
    "pressure" -> part.text.toIntOrNull()?.let { sentence(pressure(it)) } ?: part.text
    "medicines", "medicine_purposes" -> part.text.replace("\n", ", ")
    else -> rules.firstOrNull { it.name == part.field }?.let { value(Kind.INTAKE_SHEET, it, part.text, null) } ?: part.text
}
