package org.tidemark.logic.plan

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.PlanChange
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
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
import org.tidemark.logic.takeBack
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.temporal.TemporalAdjusters

/** The plan over a diary; a form that was left open is open again. */
public fun planFeature(env: Env): Feature<PlanState, PlanEvent, PlanEffect> {
    val kept = env.drafts.of(Place.Plan, PlanDrafts::class.java)
    return Feature(PlanState(form = kept?.form, change = kept?.change), PlanEvent.Shown, ::reduce) { perform(it, env) }
}

internal fun perform(effect: PlanEffect, env: Env): PlanEvent? = when (effect) {
    PlanEffect.Read -> reply { read(env.diary, env.now()) }.event({ PlanEvent.Read(it) }) { PlanEvent.NotRead(it) }
    is PlanEffect.ReadDays -> reply { readDays(env.diary, effect.from ?: monday(env)) }.event({ PlanEvent.DaysRead(it) }) { PlanEvent.DaysNotRead(it) }
    is PlanEffect.Add -> written(env) { at ->
        env.diary.addRecord(Kind.SESSION_PLAN, effect.typed.map { it.fieldText(at) }, RecordedBy.OWN, at)
    }
    is PlanEffect.Adjust -> written(env) { at ->
        val change = PlanChange(listOf(effect.to.fieldText(at)), effect.reason, effect.decidedBy, effect.at.ifEmpty { null }, effect.finding)
        env.diary.adjustPlan(change, RecordedBy.OWN, at).plan
    }
    is PlanEffect.TakeBack -> env.diary.takeBack(effect.id, env.now())?.let { PlanEvent.NotTakenBack(it) } ?: PlanEvent.TakenBack
    is PlanEffect.Keep -> {
        env.drafts.keep(Place.Plan, effect.drafts.takeIf { it.form != null || it.change != null })
        null
    }
}

private fun written(env: Env, write: (Moment) -> DiaryRecord): PlanEvent = reply { env.now().let { write(it).id to it } }
    .event({ (id, at) -> PlanEvent.Written(id, at) }) { PlanEvent.NotWritten(it) }

private fun read(diary: OpenDiaryInterface, now: Moment): PlanRead {
    val today = diary.today(now).day
    val rules = recordFields(Kind.SESSION_PLAN).filter { it.settable }
    val of = recordFields(Kind.PLAN_ADJUSTMENT)
    val cards = diary.cards(now).cards.map { Choice(it.question, it.sentence.text) }
    return PlanRead(
        today = today,
        rules = rules,
        reasons = of.codesOf("reason"),
        deciders = of.codesOf("decided_by"),
        inForce = diary.planInForce(today)?.version(rules),
        newest = diary.records(Kind.SESSION_PLAN, Span()).lastOrNull()?.version(rules),
        changes = diary.records(Kind.PLAN_ADJUSTMENT, Span()).asReversed().map { it.changed(rules, cards) },
        cards = cards,
    )
}

/** Days that are shown at a time. */
private const val DAYS = 14

private fun readDays(diary: OpenDiaryInterface, from: String): PlanDays = PlanDays(
    from,
    LocalDate.parse(from).plusDays(DAYS - 1L).toString(),
    diary.planCalendar(from, DAYS.toUShort()).filter { it.entries.isNotEmpty() },
)

/** The Monday of the week of the diary's today. */
private fun monday(env: Env): String =
    LocalDate.parse(env.diary.today(env.now()).day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString()

private fun DiaryRecord.version(rules: List<FieldRule>) = PlanVersion(id, text("version"), text("since"), shown(rules))

private fun DiaryRecord.changed(rules: List<FieldRule>, cards: List<Choice>): PlanAdjustment {
    val rule = rules.firstOrNull { it.name == text("field") }
    fun said(name: String) = text(name).ifEmpty { null }?.let { if (rule == null) it else shown(it, rule.form) }
    val finding = text("finding").ifEmpty { null }
    return PlanAdjustment(
        text("at"), text("field"), said("from"), said("to"), text("reason"), text("decided_by"),
        cards.firstOrNull { it.id == finding }?.name ?: finding,
    )
}
