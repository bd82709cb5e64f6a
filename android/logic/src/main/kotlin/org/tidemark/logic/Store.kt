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
) {
    /** How an effect says something while it is still on its way, such as how far it is. */
    public var meanwhile: Meanwhile<Event>? = null
        private set

    /** Whether an effect cannot wait for its turn, because it is about the one that runs: it is done at once, and must not block. */
    public var atOnce: (Effect) -> Boolean = { false }
        private set

    /** With effects that are heard while they run. */
    public constructor(
        initial: State,
        shown: Event?,
        reduce: (State, Event) -> Next<State, Effect>,
        perform: (Effect) -> Event?,
        meanwhile: Meanwhile<Event>,
        atOnce: (Effect) -> Boolean,
    ) : this(initial, shown, reduce, perform) {
        this.meanwhile = meanwhile
        this.atOnce = atOnce
    }
}

/** The way from an effect that is still on its way to the screen. What it tells is reduced on the main thread, in order. */
public class Meanwhile<Event : Any> {
    @Volatile
    internal var heard: ((Event) -> Unit)? = null

    /** May be called from any thread. */
    public fun tell(event: Event) {
        heard?.invoke(event)
    }
}

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

    init {
        feature.meanwhile?.heard = { event -> home.execute { send(event) } }
    }

    /** Whether an effect is on its way. */
    public val working: Boolean get() = busy || waiting.isNotEmpty()

    /** Call on [home]. */
    public fun send(event: Event) {
        val next = feature.reduce(state, event)
        state = next.state
        val (urgent, others) = next.effects.partition(feature.atOnce)
        waiting.addAll(others)
        watcher?.invoke(state)
        urgent.forEach { effect -> feature.perform(effect)?.let { send(it) } }
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
