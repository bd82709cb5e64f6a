package org.tidemark.logic.screens

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Store

/** How a script drives one screen: what its events are called, and what of its state a script can look at. */
internal class Driver<State, Event : Any, Effect : Any>(
    val feature: (Env, JsonObject) -> Feature<State, Event, Effect>,
    /** The event of a step; its words are those of `tests/screens/README.md`. */
    val event: (JsonObject, Env) -> Event,
    /** What stands on the screen, in codes and numbers, not in sentences. */
    val facts: (State) -> Map<String, Any?>,
) {
    fun start(env: Env, given: JsonObject): Run<*> = Run(env.store(feature(env, given)), { event(it, env) }, facts, feature(env, given).shown)
}

/** A screen as a script sees it. Effects run to their end within each step, because both executors of the test are direct. */
internal class Run<Event : Any>(
    private val send: (JsonObject) -> Unit,
    val facts: () -> JsonObject,
) {
    fun step(step: JsonObject) = send(step)

    companion object {
        operator fun <State, Event : Any, Effect : Any> invoke(
            store: Store<State, Event, Effect>,
            event: (JsonObject) -> Event,
            facts: (State) -> Map<String, Any?>,
            shown: Event?,
        ): Run<Event> = Run(
            { step -> store.send(if (step.get("event").asString == "shown" && shown != null) shown else event(step)) },
            { json(facts(store.state)) as JsonObject },
        )
    }
}

/** JSON of maps, lists, texts, whole numbers, truth values and nothing. */
internal fun json(value: Any?): JsonElement = when (value) {
    null -> JsonNull.INSTANCE
    is JsonElement -> value
    is String -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    is Number -> JsonPrimitive(value)
    is UInt -> JsonPrimitive(value.toLong())
    is Map<*, *> -> JsonObject().also { made -> value.forEach { (key, item) -> made.add(key.toString(), json(item)) } }
    is Iterable<*> -> JsonArray().also { made -> value.forEach { made.add(json(it)) } }
    else -> error("no JSON for ${value::class}")
}
