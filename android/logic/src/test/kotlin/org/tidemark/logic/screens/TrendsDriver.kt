package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.trends.Stretch
import org.tidemark.logic.trends.TrendsEvent
import org.tidemark.logic.trends.TrendsState
import org.tidemark.logic.trends.drawn
import org.tidemark.logic.trends.trendsFeature

internal val trendsDriver = Driver(
    feature = { env, _ -> trendsFeature(env.diary, env.now) },
    event = { step, _ -> trendsEvent(step) },
    facts = ::trendsFacts,
)

private fun trendsEvent(step: JsonObject): TrendsEvent {
    fun measure() = step.get("measure").asString
    return when (val name = step.get("event").asString) {
        "stretch_chosen" -> TrendsEvent.StretchChosen(Stretch.valueOf(step.get("stretch").asString.uppercase()))
        "table_chosen" -> TrendsEvent.TableChosen(measure(), step.get("on").asBoolean)
        "more_rows" -> TrendsEvent.MoreRows(measure())
        "markers_listed" -> TrendsEvent.MarkersListed(step.get("on").asBoolean)
        else -> error("Trends has no event $name")
    }
}

/** `panels` has a line a measure: its name, n, days without a value, points, gaps, and whether it is drawn. */
private fun trendsFacts(state: TrendsState): Map<String, Any?> = mapOf(
    "stretch" to state.stretch.name.lowercase(),
    "period" to state.page?.period?.let { "${it.from} ${it.to}" },
    "panels" to state.page?.trends?.map { "${it.measureId} n ${it.n} missing ${it.nMissing} points ${it.points.size} gaps ${it.gaps.size} ${if (it.drawn) "drawn" else "listed"}" },
    "sentences" to state.page?.trends?.map { it.sentences.first().id },
    "markers" to state.page?.markers?.map { "${it.kind.name.lowercase()} ${it.day}" },
    "tables" to state.tables,
    "markers_listed" to state.markersListed,
    "problem" to state.problem?.fact(),
)
