package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.insights.InsightsEvent
import org.tidemark.logic.insights.InsightsState
import org.tidemark.logic.insights.NotDone
import org.tidemark.logic.insights.insightsFeature

internal val insightsDriver = Driver(
    feature = { env, _ -> insightsFeature(env.diary, env.now) },
    event = { step, _ -> insightsEvent(step) },
    facts = ::insightsFacts,
)

private fun insightsEvent(step: JsonObject): InsightsEvent {
    fun card() = step.get("card").asString
    return when (val name = step.get("event").asString) {
        "how_shown" -> InsightsEvent.HowShown(card(), step.get("on").asBoolean)
        "hide_tapped" -> InsightsEvent.HideTapped(card())
        "ask_tapped" -> InsightsEvent.AskTapped(card())
        else -> error("Insights have no event $name")
    }
}

private fun insightsFacts(state: InsightsState): Map<String, Any?> = mapOf(
    "as_of" to state.week?.asOf,
    "cards" to state.week?.cards?.map { "${it.question} n ${it.n} ${it.period.from} ${it.period.to}" },
    "waiting" to state.week?.waiting,
    "next" to state.week?.next?.id,
    "opened" to state.opened.toList(),
    "asked" to state.asked.mapValues { (_, asked) -> asked.visitOn?.iso },
    "refused" to state.refused.mapValues { (_, why) ->
        when (why) {
            NotDone.NoComingVisit -> "no_coming_visit"
            is NotDone.Refused -> "${why.act.name.lowercase()} ${why.problem.fact()}"
        }
    },
    "problem" to state.problem?.fact(),
)
