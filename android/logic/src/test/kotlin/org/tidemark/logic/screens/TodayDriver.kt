package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Answer
import org.tidemark.logic.Env
import org.tidemark.logic.MeasureId
import org.tidemark.logic.answer
import org.tidemark.logic.milli
import org.tidemark.logic.today.Line
import org.tidemark.logic.today.TodayEvent
import org.tidemark.logic.today.TodayState
import org.tidemark.logic.today.todayFeature

internal val todayDriver = Driver(
    feature = { env, _ -> todayFeature(env.diary, env.now) },
    event = ::todayEvent,
    facts = ::todayFacts,
)

private fun todayEvent(step: JsonObject, env: Env): TodayEvent {
    fun measure() = MeasureId(step.get("measure").asString)
    return when (val name = step.get("event").asString) {
        "rated" -> TodayEvent.Rated(measure(), answer(step.milli("value")), env.now())
        "pad_opened" -> TodayEvent.PadOpened(measure())
        "tried_again" -> TodayEvent.TriedAgain(measure())
        "undone" -> TodayEvent.Undone
        "screen_reader" -> TodayEvent.ScreenReader(step.get("on").asBoolean)
        else -> error("Today has no event $name")
    }
}

private fun todayFacts(state: TodayState): Map<String, Any?> = mapOf(
    "date" to state.date?.iso,
    "asked" to state.questions.map { it.measure.name },
    "values" to state.entries.map { (measure, entry) -> measure.name to entry.shown.fact() }.toMap(),
    "open" to state.open?.name,
    "undo" to state.undo?.measure?.name,
    "line" to when (val line = state.line) {
        Line.Empty -> "empty"
        Line.Saving -> "saving"
        is Line.Saved -> "saved"
        is Line.NotSaved -> "not_saved ${line.measure.name} ${line.problem.fact()}"
    },
    "problem" to state.problem?.fact(),
)

/** A number in thousandths; a skip is the word. */
internal fun Answer.fact(): Any = milli() ?: "skipped"
