package org.tidemark.logic.insights

import org.tidemark.logic.Next

/** The rules of the insights screen. A card goes or says "on your questions" only when that is on disk. */
public fun reduce(state: InsightsState, event: InsightsEvent): Next<InsightsState, InsightsEffect> = when (event) {
    InsightsEvent.Shown -> Next(state, InsightsEffect.ReadWeek)
    is InsightsEvent.WeekRead -> Next(state.copy(week = event.week, sampleLabel = event.sampleLabel, problem = null))
    is InsightsEvent.WeekNotRead -> Next(state.copy(problem = event.problem))
    is InsightsEvent.HowShown -> Next(state.copy(opened = if (event.on) state.opened + event.card else state.opened - event.card))
    is InsightsEvent.HideTapped -> state.act(event.card, InsightsEffect.Hide(event.card))
    is InsightsEvent.AskTapped -> if (event.card in state.asked) Next(state) else state.act(event.card, InsightsEffect.Ask(event.card))
    is InsightsEvent.Hidden -> Next(state.copy(busy = null), InsightsEffect.ReadWeek)
    is InsightsEvent.OnList -> Next(state.copy(busy = null, asked = state.asked + (event.card to event.asked)))
    is InsightsEvent.ActRefused -> Next(state.copy(busy = null, refused = state.refused + (event.card to event.why)))
}

/** One act at a time: a second tap on the same button does nothing twice. */
private fun InsightsState.act(card: String, effect: InsightsEffect): Next<InsightsState, InsightsEffect> = when {
    busy != null || week?.cards.orEmpty().none { it.question == card } -> Next(this)
    else -> Next(copy(busy = card, refused = refused - card), effect)
}
