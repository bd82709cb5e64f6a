package org.tidemark.logic.today

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.logic.Answer
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment

/** The screen without a view: reduces events and runs effects one after another, on a clock that tests move by hand. */
internal class TodayScreen(private val diary: OpenDiaryInterface, var now: Moment, state: TodayState = TodayState()) {
    var state: TodayState = state
        private set

    /** Effects that wait; nothing runs before [settle]. */
    val waiting: ArrayDeque<TodayEffect> = ArrayDeque()

    fun send(event: TodayEvent): TodayScreen {
        val next = reduce(state, event)
        state = next.state
        waiting.addAll(next.effects)
        return this
    }

    fun settle(): TodayScreen {
        while (waiting.isNotEmpty()) send(perform(waiting.removeFirst(), diary) { now })
        return this
    }

    fun tap(measure: String, number: Int): TodayScreen =
        send(TodayEvent.Rated(MeasureId(measure), Answer.Recorded(number * 1000L), now))

    fun shown(measure: String): Answer? = state.entries[MeasureId(measure)]?.shown
}

internal fun number(value: Int): Answer = Answer.Recorded(value * 1000L)
