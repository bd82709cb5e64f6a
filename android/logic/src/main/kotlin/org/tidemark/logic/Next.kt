package org.tidemark.logic

/** What a reducer answers: the new state, and what is to be done in the world, in order. */
public data class Next<out State, out Effect>(val state: State, val effects: List<Effect> = emptyList()) {
    public constructor(state: State, effect: Effect) : this(state, listOf(effect))
}
