package org.tidemark.logic.visit

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.Span
import org.tidemark.bindings.joinItems
import org.tidemark.bindings.momentFromText
import org.tidemark.bindings.splitItems
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Reply
import org.tidemark.logic.event
import org.tidemark.logic.records.text
import org.tidemark.logic.reply
import org.tidemark.logic.takeBack

/** The page of the coming visit over a diary; a question that was begun is still in its field. */
public fun visitPrepFeature(env: Env): Feature<VisitPrepState, VisitPrepEvent, VisitPrepEffect> =
    Feature(
        VisitPrepState(draft = env.drafts.of(Place.VisitPrep, QuestionDraft::class.java) ?: QuestionDraft()),
        VisitPrepEvent.Shown,
        ::reduce,
    ) { perform(it, env) }

/** When a visit takes place. */
public val DiaryRecord.visitAt: Moment? get() = (reply { momentFromText(text("at")) } as? Reply.Done)?.value

internal fun perform(effect: VisitPrepEffect, env: Env): VisitPrepEvent? = when (effect) {
    VisitPrepEffect.Read -> reply { prep(env.diary, env.now()) }.event({ VisitPrepEvent.Read(it) }) { VisitPrepEvent.NotRead(it) }
    is VisitPrepEffect.Save -> reply {
        val at = env.now()
        val fields = listOf(FieldText("questions", joinItems(effect.questions)))
        env.diary.editRecord(Kind.VISIT, effect.visit, fields, RecordedBy.OWN, null, at)
        at
    }.event({ VisitPrepEvent.Saved(effect.questions, it, effect.clears) }) { VisitPrepEvent.NotSaved(it) }
    is VisitPrepEffect.TakeBack -> env.diary.takeBack(effect.visit, env.now())?.let { VisitPrepEvent.NotSaved(it) } ?: VisitPrepEvent.TakenBack
    is VisitPrepEffect.Keep -> {
        env.drafts.keep(Place.VisitPrep, effect.draft.takeIf { it.text.isNotEmpty() })
        null
    }
}

private fun prep(diary: OpenDiaryInterface, now: Moment): Prep {
    val today = diary.today(now)
    val period = diary.reportPeriod(now)
    val coming = diary.records(Kind.VISIT, Span(from = today.day)).minByOrNull { it.visitAt?.epochMs ?: Long.MAX_VALUE }
    val goals = diary.records(Kind.GOAL, Span()).filter { it.text("status") == "active" }.map { it.text("text") }
    return Prep(
        visit = coming,
        questions = coming?.text("questions")?.takeIf { it.isNotEmpty() }?.let { splitItems(it) }.orEmpty(),
        goals = goals,
        quality = diary.summary(period).firstOrNull(),
        period = period,
        options = ReportOptions(now, diary.settings().paper, period),
    )
}
