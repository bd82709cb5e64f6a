package org.tidemark.ui.session

import org.tidemark.bindings.Area
import org.tidemark.bindings.Modality
import org.tidemark.bindings.MomentKind
import org.tidemark.bindings.Region
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Side
import org.tidemark.logic.Moment
import org.tidemark.logic.session.Dose
import org.tidemark.logic.session.Medicine
import org.tidemark.logic.session.code
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.time
import java.util.Locale

/** A style, at the beginning of a line. */
internal fun Words.style(style: Modality): String = strings.named("part.style.${style.code}").orEmpty().capital(locale)

/** A pressure, 1 to 5: 2 (light). */
internal fun Words.pressure(step: Int): String = strings.named("part.pressure.$step").orEmpty()

/** A name of the catalogue that stands alone. */
internal fun Words.named(id: String): String = strings.named(id).orEmpty().capital(locale)

internal fun Words.area(area: Area): String = strings.sessionAreaSided(region(area.region), side(area.side)).capital(locale)

internal fun Words.region(region: Region): String = when (region) {
    Region.HEAD_FACE -> strings.sessionRegionHeadFace()
    Region.JAW -> strings.sessionRegionJaw()
    Region.NECK -> strings.sessionRegionNeck()
    Region.SHOULDER -> strings.sessionRegionShoulder()
    Region.UPPER_BACK -> strings.sessionRegionUpperBack()
    Region.LOWER_BACK -> strings.sessionRegionLowerBack()
    Region.CHEST -> strings.sessionRegionChest()
    Region.ABDOMEN -> strings.sessionRegionAbdomen()
    Region.HIP -> strings.sessionRegionHip()
    Region.ARM -> strings.sessionRegionArm()
    Region.HAND -> strings.sessionRegionHand()
    Region.THIGH -> strings.sessionRegionThigh()
    Region.LOWER_LEG -> strings.sessionRegionLowerLeg()
    Region.FOOT -> strings.sessionRegionFoot()
}

internal fun Words.side(side: Side): String = when (side) {
    Side.LEFT -> strings.sessionSideLeft()
    Side.RIGHT -> strings.sessionSideRight()
    Side.BOTH -> strings.sessionSideBoth()
}

internal fun Words.status(status: SessionStatus): String = when (status) {
    SessionStatus.PLANNED -> strings.sessionStatusPlanned()
    SessionStatus.HELD -> strings.sessionStatusHeld()
    SessionStatus.STOPPED_EARLY -> strings.sessionStatusStoppedEarly()
    SessionStatus.CANCELLED -> strings.sessionStatusCancelled()
    SessionStatus.MISSED -> strings.sessionStatusMissed()
}

/** What was asked for within a session. */
internal fun Words.asked(kind: MomentKind): String = when (kind) {
    MomentKind.LIGHTER -> strings.sessionLighter()
    MomentKind.FIRMER -> strings.sessionFirmer()
    MomentKind.MOVE_AREA -> strings.sessionMoveArea()
    MomentKind.TEMPERATURE -> strings.sessionTemperature()
    MomentKind.SOUND -> strings.sessionSound()
    MomentKind.TALK_LESS -> strings.sessionTalkLess()
    MomentKind.PAUSE -> strings.sessionNotedPause()
    MomentKind.RESUME -> strings.sessionResume()
    MomentKind.STOP -> strings.sessionNotedStop()
}

/** Something that helps afterwards. */
internal fun Words.care(item: String): String = when (item) {
    "water" -> strings.sessionCareWater()
    "light_movement" -> strings.sessionCareLightMovement()
    "rest" -> strings.sessionCareRest()
    "warm_bath" -> strings.sessionCareWarmBath()
    else -> strings.sessionCareOther()
}

/** An allergy as the intake sheet writes it, `oil:lavender`. */
internal fun Words.allergy(item: String): String {
    val kind = when (item.substringBefore(':')) {
        "scent" -> strings.sessionAllergyScent()
        "oil" -> strings.sessionAllergyOil()
        "latex" -> strings.sessionAllergyLatex()
        "nut" -> strings.sessionAllergyNut()
        else -> strings.sessionAllergyOther()
    }
    val said = item.substringAfter(':', "")
    return if (said.isEmpty()) kind else strings.sessionAllergyWith(kind, said)
}

/** Day and time on the wall clock of a start: 24 Nov 2026, 18:00. */
internal fun Words.start(at: Moment): String = strings.sessionsRow(date(at), time(at))

/** A medicine with when it was last taken: the time on the day of [like], the day too on another one. */
internal fun Words.doseAt(dose: Dose, of: Medicine, like: Moment): String =
    strings.sessionDoseAt(of.name, if (date(dose.takenAt) == date(like)) time(dose.takenAt) else start(dose.takenAt))

/** Doses, a line each; none where there are none. */
internal fun Words.doses(doses: List<Dose>, medicines: List<Medicine>, like: Moment): String? =
    doses.mapNotNull { dose -> medicines.firstOrNull { it.id == dose.medicationId }?.let { doseAt(dose, it, like) } }.ifEmpty { null }?.joinToString("\n")

/** As it stands at the beginning of a line. */
internal fun String.capital(locale: Locale): String = replaceFirstChar { it.titlecase(locale) }
