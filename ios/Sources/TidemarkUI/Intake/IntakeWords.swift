//! The parts of the intake sheet in words.

import TidemarkLogic

extension Words {
    /// What a part of the sheet is called; one of a later version by its code.
    func intakePart(_ field: String) -> String {
        switch field {
        case "name": strings.intakeName()
        case "pronouns": strings.intakePronouns()
        case "emergency_contact": strings.intakeEmergencyContact()
        case "history": strings.intakeHistory()
        case "circulation": strings.intakeCirculation()
        case "skin": strings.intakeSkin()
        case "surgery": strings.intakeSurgery()
        case "pregnancy": strings.intakePregnancy()
        case "fever": strings.intakeFever()
        case "medicines": strings.intakeMedicines()
        case "medicine_purposes": strings.intakeMedicinePurposes()
        case "allergies": strings.intakeAllergies()
        case "concerns": strings.intakeConcerns()
        case "goals": strings.intakeGoals()
        case "pressure": strings.intakePressure()
        case "areas": strings.intakeAreas()
        case "boundaries": strings.intakeBoundaries()
        case "draping": strings.intakeDraping()
        case "comfort_needs": strings.intakeComfortNeeds()
        case "cues": strings.intakeCues()
        case "stop_signal": strings.intakeStopSignal()
        case "overwhelmed_do": strings.intakeOverwhelmedDo()
        case "overwhelmed_avoid": strings.intakeOverwhelmedAvoid()
        case "triggers": strings.intakeTriggers()
        case "clinician_contact": strings.intakeClinicianContact()
        case "permission_to_talk": strings.intakePermissionToTalk()
        default: field.replacing("_", with: " ")
        }
    }

    /// What a part of the sheet says, as a person reads it.
    func intakeText(_ part: IntakePart) -> String {
        let lines = part.text.split(separator: "\n").map(String.init)
        return switch part.field {
        case "areas":
            lines.map { item in areaOf(item).map { "\(use($0.wanted)): \(area($0))" } ?? item }.joined(separator: "; ")
        case "allergies": lines.map { sentence(allergy($0)) }.joined(separator: ", ")
        case "pressure": part.text.isEmpty ? "" : named("part.pressure.\(part.text)")
        case "circulation", "skin", "surgery", "pregnancy", "fever", "permission_to_talk": intakeAnswer(part.text)
        default: lines.joined(separator: ", ")
        }
    }

    func intakeAnswer(_ code: String) -> String {
        switch code {
        case "yes": strings.recordsYes()
        case "no": strings.recordsNo()
        case "rather_not_say": strings.intakeRatherNotSay()
        case "ask_me": strings.intakeAskMe()
        default: code
        }
    }
}
