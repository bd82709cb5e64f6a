package org.tidemark.logic.plan

import org.tidemark.logic.Next
import org.tidemark.logic.Problem
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.records.Typed
import org.tidemark.logic.records.broken
import org.tidemark.logic.records.brokenBy
import org.tidemark.logic.records.refused
import org.tidemark.logic.records.typed
import java.time.LocalDate

private typealias NextPlan = Next<PlanState, PlanEffect>

/** The rules of the plan: a change says what, to what and why before it is sent, and stays in its form until it is on disk. */
public fun reduce(state: PlanState, event: PlanEvent): Next<PlanState, PlanEffect> = when (event) {
    PlanEvent.Shown -> state.reads()
    is PlanEvent.Read -> state.read(event.plan)
    is PlanEvent.NotRead -> Next(state.copy(problem = event.problem))
    PlanEvent.Added -> if (state.plan?.newest != null || state.form != null) Next(state) else state.copy(form = RecordForm(null), saved = null).kept()
    is PlanEvent.Typed -> state.typed(event.field, event.text)
    PlanEvent.ChangeAsked -> if (state.plan?.newest == null || state.change != null) Next(state) else state.copy(change = ChangeDraft(), saved = null).kept()
    is PlanEvent.FieldChosen -> state.changing("field", "to") { if (it.field == event.field) it else it.copy(field = event.field, to = "", empties = false) }
    is PlanEvent.ToTyped -> state.changing("to") { it.copy(to = event.text) }
    is PlanEvent.Emptied -> state.changing("to") { it.copy(empties = event.on) }
    is PlanEvent.ReasonChosen -> state.changing("reason") { it.copy(reason = event.reason) }
    is PlanEvent.DeciderChosen -> state.changing("decided_by") { it.copy(decidedBy = event.decidedBy) }
    is PlanEvent.DayTyped -> state.changing("at") { it.copy(at = event.text) }
    is PlanEvent.FindingChosen -> state.changing { it.copy(finding = event.finding) }
    PlanEvent.Closed -> if (state.working) Next(state) else state.copy(form = null, change = null).kept()
    PlanEvent.Submitted -> state.submitted()
    PlanEvent.Undone -> state.saved?.takeIf { !state.working }
        ?.let { Next(state.copy(working = true, problem = null), PlanEffect.TakeBack(it.id)) } ?: Next(state)
    is PlanEvent.Written -> state.copy(form = null, change = null, working = false, saved = Saved(event.id, event.at), problem = null)
        .reads(PlanEffect.Keep(PlanDrafts(null, null)))
    is PlanEvent.NotWritten -> state.notWritten(event.problem)
    PlanEvent.TakenBack -> state.copy(working = false, saved = null, problem = null).reads()
    is PlanEvent.NotTakenBack -> Next(state.copy(working = false, problem = event.problem))
    is PlanEvent.DaysMoved -> state.daysMoved(event.weeks)
    is PlanEvent.DaysRead -> Next(if (state.daysAsked in setOf(null, event.days.from)) state.copy(days = event.days) else state)
    // What comes next goes on from the days that are still shown.
    is PlanEvent.DaysNotRead -> Next(state.copy(daysAsked = state.daysAsked?.let { state.days?.from }, problem = event.problem))
}

/** What was written can change what is kept apart on the days shown. */
private fun PlanState.reads(vararg first: PlanEffect): NextPlan = Next(this, first.asList() + PlanEffect.Read + PlanEffect.ReadDays(daysAsked))

private fun PlanState.daysMoved(weeks: Int): NextPlan {
    val from = daysAsked ?: days?.from ?: return Next(this)
    val to = LocalDate.parse(from).plusWeeks(weeks.toLong()).toString()
    return Next(copy(daysAsked = to, problem = null), PlanEffect.ReadDays(to))
}

private fun PlanState.kept(): NextPlan = Next(this, PlanEffect.Keep(PlanDrafts(form, change)))

/** A form of a plan that is not there, or of one that was written meanwhile, has nothing to be about. */
private fun PlanState.read(plan: PlanRead): NextPlan {
    val next = copy(plan = plan, problem = null)
    return Next(if (plan.newest == null) next.copy(change = null) else next.copy(form = null))
}

private fun PlanState.typed(field: String, text: String): NextPlan {
    val form = form?.takeIf { !working && plan?.rules.orEmpty().any { it.name == field } } ?: return Next(this)
    return copy(form = form.copy(texts = form.texts + (field to text), broken = form.broken - field, problem = null)).kept()
}

/** What a change says is another; the parts it is about are no longer marked. */
private fun PlanState.changing(vararg parts: String, made: (ChangeDraft) -> ChangeDraft): NextPlan {
    val change = change?.takeIf { !working } ?: return Next(this)
    return copy(change = made(change).copy(broken = change.broken - parts.toSet(), problem = null)).kept()
}

private fun PlanState.submitted(): NextPlan {
    val plan = plan?.takeIf { !working } ?: return Next(this)
    form?.let { return firstPlan(plan, it) }
    val change = change ?: return Next(this)
    val broken = change.brokenBy(plan)
    val (field, reason, decidedBy) = Triple(change.field, change.reason, change.decidedBy)
    val rule = plan.adjustable.firstOrNull { it.name == field }
    if (broken.isNotEmpty() || rule == null || reason == null || decidedBy == null) return Next(copy(change = change.copy(broken = broken, problem = null)))
    val to = Typed(rule.name, if (change.empties) "" else change.to.trim(), rule.form)
    return Next(
        copy(change = change.copy(broken = emptyMap(), problem = null), working = true),
        PlanEffect.Adjust(to, reason, decidedBy, change.at.trim(), change.finding),
    )
}

private fun PlanState.firstPlan(plan: PlanRead, form: RecordForm): NextPlan {
    val broken = form.brokenBy(plan.rules)
    if (broken.isNotEmpty()) return Next(copy(form = form.copy(broken = broken, problem = null)))
    // A plan that says nothing is none.
    val typed = form.typed(plan.rules)
    if (typed.all { it.field == "since" }) return Next(copy(form = form.copy(broken = mapOf("aim" to Broken.Needed), problem = null)))
    return Next(copy(form = form.copy(broken = emptyMap(), problem = null), working = true), PlanEffect.Add(typed))
}

private fun ChangeDraft.brokenBy(plan: PlanRead): Map<String, Broken> {
    val rule = plan.adjustable.firstOrNull { it.name == field }
    val day = at.trim()
    return listOfNotNull(
        ("field" to Broken.Needed).takeIf { rule == null },
        rule?.takeIf { !empties }?.let { rule -> (if (to.isBlank()) Broken.Needed else rule.broken(to))?.let { "to" to it } },
        ("reason" to Broken.Needed).takeIf { reason == null },
        ("decided_by" to Broken.Needed).takeIf { decidedBy == null },
        ("at" to Broken.NoDay).takeIf { day.isNotEmpty() && runCatching { LocalDate.parse(day) }.isFailure },
    ).toMap()
}

private fun PlanState.notWritten(problem: Problem): NextPlan {
    val rules = plan?.rules.orEmpty()
    return Next(copy(form = form?.refused(problem, rules), change = change?.refused(problem, plan), working = false))
}

/** A rule of the core stands at the part it is about: what the field may hold, or the day. */
private fun ChangeDraft.refused(problem: Problem, plan: PlanRead?): ChangeDraft {
    val reason = (problem as? Problem.NotTaken)?.reason ?: return copy(problem = problem)
    val fields = RecordForm(null).refused(problem, plan?.rules.orEmpty()).broken.keys
    val part = when {
        reason.startsWith("the day of an adjustment") -> "at"
        reason.startsWith("an adjustment") || field in fields -> "to"
        else -> return copy(problem = problem)
    }
    return copy(broken = broken + (part to Broken.Rule(reason)))
}
