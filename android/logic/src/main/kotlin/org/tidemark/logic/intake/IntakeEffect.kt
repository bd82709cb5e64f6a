package org.tidemark.logic.intake

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.Span
import org.tidemark.bindings.intakeFields
import org.tidemark.bindings.recordFields
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.event
import org.tidemark.logic.records.Choice
import org.tidemark.logic.records.fieldText
import org.tidemark.logic.records.shown
import org.tidemark.logic.records.text
import org.tidemark.logic.reply
import org.tidemark.logic.session.items
import org.tidemark.logic.sheet.send
import org.tidemark.logic.takeBack

/** The intake sheet over a diary; a form that was left open is open again, and the page is as it was chosen. */
public fun intakeFeature(env: Env): Feature<IntakeState, IntakeEvent, IntakeEffect> {
    val left = env.drafts.of(Place.Intake, IntakeDraft::class.java) ?: IntakeDraft()
    val initial = IntakeState(form = left.form, reverse = left.reverse, signatures = left.signatures)
    return Feature(initial, IntakeEvent.Shown, ::reduce) { perform(it, env) }
}

internal fun perform(effect: IntakeEffect, env: Env): IntakeEvent? = when (effect) {
    IntakeEffect.Read -> reply { read(env.diary, env.now()) }.event({ IntakeEvent.Read(it) }) { IntakeEvent.NotRead(it) }
    // What is not given is as in the version before.
    is IntakeEffect.Write -> written(env, form = true) { at ->
        env.diary.addRecord(Kind.INTAKE_SHEET, effect.typed.map { it.fieldText(at) }, RecordedBy.OWN, at).id
    }
    is IntakeEffect.Review -> written(env) { at ->
        val today = FieldText("reviewed_on", env.diary.today(at).day)
        effect.id.also { env.diary.editRecord(Kind.INTAKE_SHEET, it, listOf(today), RecordedBy.OWN, null, at) }
    }
    is IntakeEffect.Tick -> written(env) { at ->
        effect.id.also { env.diary.shareIntake(it, listOf(effect.field), effect.on, RecordedBy.OWN, at) }
    }
    is IntakeEffect.TakeBack -> env.diary.takeBack(effect.id, env.now())?.let { IntakeEvent.NotWritten(it, form = false) } ?: IntakeEvent.TakenBack
    is IntakeEffect.Send -> IntakeEvent.SheetCame(env.send(Sheet.Intake(effect.reverse, effect.signatures), effect.way))
    is IntakeEffect.Keep -> {
        env.drafts.keep(Place.Intake, effect.draft)
        null
    }
}

/** [write] answers the id of what it wrote. */
private fun written(env: Env, form: Boolean = false, write: (Moment) -> String): IntakeEvent = reply { env.now().let { write(it) to it } }
    .event({ (id, at) -> IntakeEvent.Written(id, at, form) }) { IntakeEvent.NotWritten(it, form) }

/** Fields that are no part of the form: the day is today's when something is saved, and ticks have their own way. */
private val apart = setOf("reviewed_on", "shared")

private fun read(diary: OpenDiaryInterface, now: Moment): IntakeRead {
    val today = diary.today(now).day
    val rules = recordFields(Kind.INTAKE_SHEET).filter { it.settable && it.name !in apart }
    val medicines = diary.records(Kind.MEDICATION, Span())
    val sheets = diary.records(Kind.INTAKE_SHEET, Span()).asReversed()
    return IntakeRead(
        today = today,
        rules = rules,
        medicines = medicines.map { Choice(it.id, it.text("name")) },
        versions = sheets.map { IntakeVersion(it.id, it.text("version"), it.text("reviewed_on"), it.shown(rules), it.parts(rules, medicines)) },
        withPlan = diary.planInForce(today) != null,
    )
}

private fun DiaryRecord.parts(rules: List<FieldRule>, medicines: List<DiaryRecord>): List<IntakePart> {
    val (shown, shared) = shown(rules) to items(text("shared")).toSet()
    val named = items(text("medicines")).mapNotNull { id -> medicines.firstOrNull { it.id == id } }
    return intakeFields().map { field ->
        val text = when (field) {
            "medicines" -> named.joinToString("\n") { it.text("name") }
            PURPOSES -> named.filter { it.text("purpose").isNotEmpty() }.joinToString("\n") { "${it.text("name")}: ${it.text("purpose")}" }
            else -> shown[field].orEmpty()
        }
        IntakePart(field, text, field in shared)
    }
}
