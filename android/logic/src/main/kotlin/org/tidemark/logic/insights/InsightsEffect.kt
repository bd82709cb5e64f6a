package org.tidemark.logic.insights

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Refusal
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.reply

public sealed interface InsightsEffect {
    public data object ReadWeek : InsightsEffect

    public data class Hide(val card: String) : InsightsEffect

    public data class Ask(val card: String) : InsightsEffect
}

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: InsightsEffect, diary: OpenDiaryInterface, now: () -> Moment): InsightsEvent = when (effect) {
    InsightsEffect.ReadWeek ->
        reply { now().let { InsightsEvent.WeekRead(diary.cards(it), diary.today(it).sampleLabel) } }.event({ it }) { InsightsEvent.WeekNotRead(it) }
    is InsightsEffect.Hide ->
        reply { diary.hideCard(effect.card, now()) }
            .event({ InsightsEvent.Hidden(effect.card) }) { InsightsEvent.ActRefused(effect.card, NotDone.Refused(CardAct.HIDE, it)) }
    is InsightsEffect.Ask ->
        reply { diary.ask(effect.card, now()) }.event({ it }) { InsightsEvent.ActRefused(effect.card, NotDone.Refused(CardAct.ASK, it)) }
}

private fun OpenDiaryInterface.ask(card: String, now: Moment): InsightsEvent =
    try {
        InsightsEvent.OnList(card, askCard(card, RecordedBy.OWN, now).asked())
    } catch (refused: DiaryException.Refused) {
        if (refused.code != Refusal.NO_COMING_VISIT) throw refused
        InsightsEvent.ActRefused(card, NotDone.NoComingVisit)
    }

private fun DiaryRecord.asked(): Asked = Asked(fields.firstOrNull { it.name == "logical_date" }?.text?.let { LogicalDate(it) })
