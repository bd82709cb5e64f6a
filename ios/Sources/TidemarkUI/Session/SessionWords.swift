//! How sessions are said: styles, pressures, areas, what was asked for, what helps.

import Foundation
import TidemarkBindings
import TidemarkLogic

extension Words {
    /// A style, at the beginning of a line.
    func style(_ style: Modality) -> String { named("part.style.\(style.code)") }

    /// A pressure, 1 to 5: 2 (light).
    func pressure(_ step: Int) -> String { strings.named("part.pressure.\(step)") ?? "" }

    func area(_ area: Area) -> String { sentence(strings.sessionAreaSided(region: region(area.region), side: side(area.side))) }

    func region(_ region: Region) -> String {
        switch region {
        case .headFace: strings.sessionRegionHeadFace()
        case .jaw: strings.sessionRegionJaw()
        case .neck: strings.sessionRegionNeck()
        case .shoulder: strings.sessionRegionShoulder()
        case .upperBack: strings.sessionRegionUpperBack()
        case .lowerBack: strings.sessionRegionLowerBack()
        case .chest: strings.sessionRegionChest()
        case .abdomen: strings.sessionRegionAbdomen()
        case .hip: strings.sessionRegionHip()
        case .arm: strings.sessionRegionArm()
        case .hand: strings.sessionRegionHand()
        case .thigh: strings.sessionRegionThigh()
        case .lowerLeg: strings.sessionRegionLowerLeg()
        case .foot: strings.sessionRegionFoot()
        }
    }

    func side(_ side: Side) -> String {
        switch side {
        case .left: strings.sessionSideLeft()
        case .right: strings.sessionSideRight()
        case .both: strings.sessionSideBoth()
        }
    }

    func use(_ use: AreaUse) -> String {
        switch use {
        case .focus: strings.sessionAreaFocus()
        case .avoid: strings.sessionAreaAvoid()
        }
    }

    func status(_ status: SessionStatus) -> String {
        switch status {
        case .planned: strings.sessionStatusPlanned()
        case .held: strings.sessionStatusHeld()
        case .stoppedEarly: strings.sessionStatusStoppedEarly()
        case .cancelled: strings.sessionStatusCancelled()
        case .missed: strings.sessionStatusMissed()
        }
    }

    /// What was asked for within a session.
    func asked(_ kind: MomentKind) -> String {
        switch kind {
        case .lighter: strings.sessionLighter()
        case .firmer: strings.sessionFirmer()
        case .moveArea: strings.sessionMoveArea()
        case .temperature: strings.sessionTemperature()
        case .sound: strings.sessionSound()
        case .talkLess: strings.sessionTalkLess()
        case .pause: strings.sessionNotedPause()
        case .resume: strings.sessionResume()
        case .stop: strings.sessionNotedStop()
        }
    }

    /// Something that helps afterwards.
    func care(_ item: String) -> String {
        switch item {
        case "water": strings.sessionCareWater()
        case "light_movement": strings.sessionCareLightMovement()
        case "rest": strings.sessionCareRest()
        case "warm_bath": strings.sessionCareWarmBath()
        default: strings.sessionCareOther()
        }
    }

    /// An allergy as the intake sheet writes it, `oil:lavender`.
    func allergy(_ item: String) -> String {
        let parts = item.split(separator: ":", maxSplits: 1).map(String.init)
        let kind =
            switch parts.first {
            case "scent": strings.sessionAllergyScent()
            case "oil": strings.sessionAllergyOil()
            case "latex": strings.sessionAllergyLatex()
            case "nut": strings.sessionAllergyNut()
            default: strings.sessionAllergyOther()
            }
        guard let said = parts.dropFirst().first else { return kind }
        return strings.sessionAllergyWith(kind: kind, words: said)
    }

    /// Day and time on the wall clock of a start: 24 Nov 2026, 18:00.
    func start(_ at: Moment) -> String { strings.sessionsRow(day: date(at), time: time(at)) }

    /// An answer, or the word for none.
    func answer(_ question: Question, _ answer: Answer?) -> String { answer.map { shown(question, $0) } ?? strings.sessionNotRated() }

    func label(_ part: BeforeState.Choice) -> String {
        switch part {
        case .style: strings.sessionStyle()
        case .pressure: strings.sessionPressure()
        case .minutes: strings.sessionLength()
        case .areas: strings.sessionAreas()
        case .needs: strings.sessionNeeds()
        case .oils: strings.sessionOils()
        case .doses: strings.sessionDoses()
        case .begin: strings.sessionBegunAsk()
        }
    }

    /// When a medicine was last taken: a time of the day of `at`, of another day with that day.
    func dose(_ medicine: Medicine, _ dose: Dose, _ at: Moment) -> String {
        let day = dose.takenAt.clock.day
        return strings.sessionDoseAt(medicine: medicine.name, at: day == at.clock.day ? time(dose.takenAt) : start(dose.takenAt))
    }

    /// Doses a line each; none where there are none.
    func doses(_ choices: SessionChoices, _ medicines: [Medicine], _ at: Moment) -> String? {
        together(
            choices.doses.compactMap { taken in
                medicines.first { $0.id == taken.medicationId }.map { dose($0, taken, at) }
            })
    }

    /// What was chosen, in words; none where nothing was. Doses need the names of the medicines.
    func said(_ part: BeforeState.Choice, _ choices: SessionChoices) -> String? {
        switch part {
        case .style: return choices.style.map { style($0) }
        case .pressure: return choices.pressure.map { pressure($0) }
        case .minutes: return choices.minutes.map { strings.sessionMinutes(n: $0) }
        case .areas: return together(choices.areas.map { "\(use($0.wanted)): \(area($0))" })
        case .needs: return together([trimmed(choices.comfortNeeds), trimmed(choices.stopSignal)].filter { !$0.isEmpty })
        case .oils: return together([trimmed(choices.oils)].filter { !$0.isEmpty })
        case .doses, .begin: return nil
        }
    }
}

private func together(_ lines: [String]) -> String? { lines.isEmpty ? nil : lines.joined(separator: "\n") }

/// Without blanks at its ends.
func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
