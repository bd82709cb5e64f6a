package org.tidemark.bindings.cases

import com.google.gson.GsonBuilder
import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive
import java.math.BigDecimal
import java.math.RoundingMode

/** JSON as the cases write it: sorted keys, no spaces, decimals as text with six places. */
internal fun obj(vararg fields: Pair<String, Any?>): JsonObject =
    JsonObject().also { made -> fields.forEach { (name, value) -> made.add(name, json(value)) } }

internal fun list(items: Iterable<Any?>): JsonArray = JsonArray().also { made -> items.forEach { made.add(json(it)) } }

internal fun json(value: Any?): JsonElement = when (value) {
    null -> JsonNull.INSTANCE
    is JsonElement -> value
    is String -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    is Double -> JsonPrimitive(decimal(value))
    is UInt -> JsonPrimitive(value.toLong())
    is UShort -> JsonPrimitive(value.toLong())
    is ULong -> JsonPrimitive(value.toLong())
    is Number -> JsonPrimitive(value)
    else -> error("no JSON for ${value::class}")
}

internal fun decimal(value: Double): String =
    BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString().let { if (it == "-0.000000") "0.000000" else it }

private val gson = GsonBuilder().disableHtmlEscaping().serializeNulls().create()

internal fun line(answer: JsonElement): String = gson.toJson(sorted(answer))

private fun sorted(value: JsonElement): JsonElement = when (value) {
    is JsonObject -> JsonObject().also { made -> value.keySet().sorted().forEach { made.add(it, sorted(value.get(it))) } }
    is JsonArray -> JsonArray().also { made -> value.forEach { made.add(sorted(it)) } }
    else -> value
}

/** Whether an answer is what was wanted: of an object the named keys, of a list every item. */
internal fun holds(wanted: JsonElement, got: JsonElement): Boolean = when {
    wanted is JsonObject && got is JsonObject -> wanted.keySet().all { got.has(it) && holds(wanted.get(it), got.get(it)) }
    wanted is JsonArray && got is JsonArray ->
        wanted.size() == got.size() && wanted.zip(got).all { (first, second) -> holds(first, second) }
    else -> line(wanted) == line(got)
}
