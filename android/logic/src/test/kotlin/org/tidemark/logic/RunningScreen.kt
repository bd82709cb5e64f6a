package org.tidemark.logic

/** A screen without a view: reduces events and runs effects one after another when a test says so. */
internal class RunningScreen<State, Event : Any, Effect : Any>(private val feature: Feature<State, Event, Effect>) {
    var state: State = feature.initial
        private set

    /** Effects that wait; nothing runs before [settle]. */
    val waiting: ArrayDeque<Effect> = ArrayDeque()

    fun send(event: Event): RunningScreen<State, Event, Effect> {
        val next = feature.reduce(state, event)
        state = next.state
        waiting.addAll(next.effects)
        return this
    }

    fun settle(): RunningScreen<State, Event, Effect> {
        while (waiting.isNotEmpty()) feature.perform(waiting.removeFirst())?.let { send(it) }
        return this
    }

    fun show(): RunningScreen<State, Event, Effect> = send(checkNotNull(feature.shown)).settle()
}

/** 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640. */
internal val evening: Moment = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

internal fun minutesBefore(minutes: Long): Moment = evening.copy(epochMs = evening.epochMs - minutes * 60_000)

internal fun daysBefore(days: Long): Moment = minutesBefore(days * 24 * 60)
