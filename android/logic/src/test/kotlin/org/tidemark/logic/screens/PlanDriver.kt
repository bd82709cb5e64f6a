package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.PlanEntry
import org.tidemark.bindings.PlanLane
import org.tidemark.logic.Env
import org.tidemark.logic.plan.ChangeDraft
import org.tidemark.logic.plan.PlanEvent
import org.tidemark.logic.plan.PlanState
import org.tidemark.logic.plan.PlanVersion
import org.tidemark.logic.plan.planFeature
import org.tidemark.logic.session.code

internal val planDriver = Driver(
    feature = { env, _ -> planFeature(env) },
    event = ::planEvent,
    facts = ::planFacts,
)

private fun planEvent(step: JsonObject, @Suppress("UNUSED_PARAMETER") env: Env): PlanEvent = when (val name = step.get("event").asString) {
    "added" -> PlanEvent.Added
    "typed" -> PlanEvent.Typed(step.get("field").asString, step.get("text").asString)
    "change_asked" -> PlanEvent.ChangeAsked
    "field_chosen" -> PlanEvent.FieldChosen(step.get("field").asString)
    "to_typed" -> PlanEvent.ToTyped(step.get("text").asString)
    "emptied" -> PlanEvent.Emptied(step.get("on").asBoolean)
    "reason_chosen" -> PlanEvent.ReasonChosen(step.get("reason").asString)
    "decider_chosen" -> PlanEvent.DeciderChosen(step.get("decided_by").asString)
    "day_typed" -> PlanEvent.DayTyped(step.get("text").asString)
    "finding_chosen" -> PlanEvent.FindingChosen(step.get("finding").takeIf { !it.isJsonNull }?.asString)
    "closed" -> PlanEvent.Closed
    "submitted" -> PlanEvent.Submitted
    "undone" -> PlanEvent.Undone
    "days_moved" -> PlanEvent.DaysMoved(step.get("weeks").asInt)
    else -> error("The plan has no event $name")
}

private fun planFacts(state: PlanState): Map<String, Any?> = mapOf(
    "in_force" to state.plan?.inForce?.fact(),
    "coming" to state.plan?.coming?.fact(),
    "review_due" to state.plan?.reviewDue,
    "changes" to state.plan?.changes?.map { listOf(it.at, it.field, it.from, it.to, it.reason, it.decidedBy, it.finding) },
    "reasons" to state.plan?.reasons,
    "adjustable" to state.plan?.adjustable?.map { it.name },
    "form" to state.form?.texts,
    "form_broken" to state.form?.broken?.mapValues { (_, broken) -> broken.fact() },
    "change" to state.change?.fact(),
    "change_broken" to state.change?.broken?.mapValues { (_, broken) -> broken.fact() },
    "change_problem" to (state.form?.problem ?: state.change?.problem)?.fact(),
    "saved" to (state.saved != null),
    "days_shown" to state.days?.let { listOf(it.from, it.to) },
    "days" to state.days?.days?.flatMap { day -> day.entries.map { it.fact(day.day) } },
    "problem" to state.problem?.fact(),
)

/** Day, time, what stands there, and what is nearer to it than the plan keeps apart. */
private fun PlanEntry.fact(day: String): List<Any> {
    val time = "%02d:%02d".format(minute.toInt() / 60, minute.toInt() % 60)
    return when (val what = what) {
        is PlanLane.Session -> listOf(day, time, "session ${what.status.code}", what.apart.map { it.text })
        is PlanLane.TalkingTherapy -> listOf(day, time, listOfNotNull("talking_therapy", what.withWhom).joinToString(" "), emptyList<String>())
        is PlanLane.Dose -> listOf(day, time, "dose ${what.name}", emptyList<String>())
    }
}

private fun PlanVersion.fact() = shown + ("version" to number)

private fun ChangeDraft.fact() = mapOf(
    "field" to field, "to" to to, "empties" to empties, "reason" to reason, "decided_by" to decidedBy, "at" to at, "finding" to finding,
)
