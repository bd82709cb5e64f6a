package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.MeasureId
import org.tidemark.logic.answer
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.RatingLine
import org.tidemark.logic.session.Told
import org.tidemark.logic.session.Written

/** The screens of sessions. */
internal val sessionDrivers: Array<Pair<String, Driver<*, *, *>>> = arrayOf(
    "sessions" to sessionsDriver,
    "session_before" to beforeDriver,
    "session_timer" to timerDriver,
    "session_after" to afterDriver,
    "session_tomorrow" to tomorrowDriver,
    "session_detail" to detailDriver,
)

/** The id of the session that a script names by its place among the given ones, from 1. */
internal fun sessionId(env: Env, script: JsonObject): String? =
    script.get("session")?.asInt?.let { env.diary.records(Kind.SESSION, Span())[it - 1].id }

/** What a step does at the pads; none for a step that is about something else. */
internal fun ratingEvent(step: JsonObject, env: Env): RatingEvent? {
    fun measure() = MeasureId(step.get("measure").asString)
    return when (step.get("event").asString) {
        "rated" -> RatingEvent.Rated(measure(), answer(step.milli("value")), env.now())
        "pad_opened" -> RatingEvent.PadOpened(measure())
        "tried_again" -> RatingEvent.TriedAgain
        "screen_reader" -> RatingEvent.ScreenReader(step.get("on").asBoolean)
        else -> null
    }
}

internal fun ratingFacts(ratings: PhaseRatings): Map<String, Any?> = mapOf(
    "asked" to ratings.questions.map { it.measure.name },
    "values" to ratings.given.map { (measure, given) -> measure.name to given.answer.fact() }.toMap(),
    "open" to ratings.open?.name,
    "line" to when (val line = ratings.line) {
        RatingLine.Empty -> "empty"
        RatingLine.Saving -> "saving"
        RatingLine.Saved -> "saved"
        is RatingLine.NotSaved -> "not_saved ${line.problem.fact()}"
    },
    "out_of_window" to ratings.outOfWindow,
)

internal fun toldFacts(told: Told, written: Written): Map<String, Any?> = mapOf(
    "pressure_felt" to told.pressureFelt,
    "unwanted" to told.unwanted.map { "${it.kind}:${it.onsetMin}:${it.strength ?: ""}" },
    "care_done" to told.aftercare.filter { it.doneAt != null }.map { it.item },
    "note" to told.note,
    "written" to when (written) {
        Written.AsRead -> "as_read"
        is Written.Writing -> "writing"
        is Written.Saved -> "saved"
        is Written.NotSaved -> "not_saved ${written.problem.fact()}"
    },
)

internal fun JsonObject.text(name: String): String? = get(name)?.takeIf { !it.isJsonNull }?.asString

internal fun JsonObject.number(name: String): Int? = get(name)?.takeIf { !it.isJsonNull }?.asInt
