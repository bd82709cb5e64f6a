package org.tidemark.logic

import java.util.concurrent.Executor

/** A screen without its view: where it begins, its rules, and what is done in the world for it. */
public class Feature<State, Event : Any, Effect : Any>(
    public val initial: State,
    /** What is sent when the screen comes to the front. */
    public val shown: Event?,
    public val reduce: (State, Event) -> Next<State, Effect>,
    /** Does what an effect says and answers with the event to reduce next, if any. Called off the main thread. */
    public val perform: (Effect) -> Event?,
)

/**
 * Runs a [Feature]: reduces events on [home] (the main thread) and effects on [work], one after another, each event reduced
 * before the next effect runs. What is in the queue when the screen goes is done all the same: a tap is never dropped.
 */
public class Store<State, Event : Any, Effect : Any>(
    private val feature: Feature<State, Event, Effect>,
    private val work: Executor,
    private val home: Executor,
) {
    public var state: State = feature.initial
        private set

    /** Told of each new state, on [home]. */
    public var watcher: ((State) -> Unit)? = null

    private val waiting = ArrayDeque<Effect>()
    private var busy = false

    /** Whether an effect is on its way. */
    public val working: Boolean get() = busy || waiting.isNotEmpty()

    /** Call on [home]. */
    public fun send(event: Event) {
        val next = feature.reduce(state, event)
        state = next.state
        waiting.addAll(next.effects)
        watcher?.invoke(state)
        runNext()
    }

    private fun runNext() {
        if (busy) return
        val effect = waiting.removeFirstOrNull() ?: return
        busy = true
        work.execute {
            val event = feature.perform(effect)
            home.execute {
                busy = false
                if (event != null) send(event) else runNext()
            }
        }
    }
}
