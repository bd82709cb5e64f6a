package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.MonthDay
import org.tidemark.logic.history.HistoryEvent
import org.tidemark.logic.history.HistoryState
import org.tidemark.logic.history.Neighbour
import org.tidemark.logic.history.historyFeature
import org.tidemark.logic.history.holdsNothing
import java.time.YearMonth

internal val historyDriver = Driver(
    feature = { env, _ -> historyFeature(env.diary, env.now) },
    event = { step, _ -> historyEvent(step) },
    facts = ::historyFacts,
)

private fun historyEvent(step: JsonObject): HistoryEvent = when (val name = step.get("event").asString) {
    "month_chosen" -> HistoryEvent.MonthChosen(YearMonth.parse(step.get("month").asString))
    "list_chosen" -> HistoryEvent.ListChosen(step.get("on").asBoolean)
    "tried_again" -> HistoryEvent.TriedAgain
    else -> error("History has no event $name")
}

/** `marks` has the days that hold something, each with its mark, check-ins, sessions, planned sessions and other entries. */
private fun historyFacts(state: HistoryState): Map<String, Any?> = mapOf(
    "month" to state.shown?.month?.toString(),
    "today" to state.shown?.today?.iso,
    "days" to state.shown?.days?.size,
    "marks" to state.shown?.days?.filterNot { it.holdsNothing }?.associate { it.day to it.fact() },
    "before" to state.shown?.before?.fact(),
    "after" to state.shown?.after?.fact(),
    "listed" to state.shown?.listed?.size,
    "as_list" to state.asList,
    "problem" to state.problem?.fact(),
)

private fun MonthDay.fact(): String = "${mark.name.lowercase()} $checkIns $sessions $planned $others"

/** The month an arrow leads to, and how many empty ones lie between. */
private fun Neighbour.fact(): String = "$month $empty"
