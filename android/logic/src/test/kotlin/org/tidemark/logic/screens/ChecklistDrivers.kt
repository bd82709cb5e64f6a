package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Kind
import org.tidemark.logic.Env
import org.tidemark.logic.session.code
import org.tidemark.logic.therapists.ChecklistEvent
import org.tidemark.logic.therapists.ChecklistHow
import org.tidemark.logic.therapists.ChecklistState
import org.tidemark.logic.therapists.ChecklistStatus
import org.tidemark.logic.therapists.ItemAnswer
import org.tidemark.logic.therapists.TherapistsEvent
import org.tidemark.logic.therapists.TherapistsState
import org.tidemark.logic.therapists.checklistFeature
import org.tidemark.logic.therapists.therapistsFeature

internal val therapistsDriver = Driver(
    feature = { env, _ -> therapistsFeature(env) },
    event = ::therapistsEvent,
    facts = ::therapistsFacts,
)

private fun therapistsEvent(step: JsonObject, @Suppress("UNUSED_PARAMETER") env: Env): TherapistsEvent = when (val name = step.get("event").asString) {
    "trauma_informed_only" -> TherapistsEvent.TraumaInformedOnly(step.get("on").asBoolean)
    "went" -> TherapistsEvent.Went(step.way())
    else -> error("The therapists have no event $name")
}

private fun therapistsFacts(state: TherapistsState): Map<String, Any?> = mapOf(
    "listed" to state.therapists?.let {
        state.listed.map { listOf(it.name, it.practice, it.credential, it.asked, it.notApplicable, it.answers.size, it.oldCredential?.iso) }
    },
    "questions" to state.questions.size,
    "first_question" to state.questions.firstOrNull()?.question,
    "sent" to state.out.sent?.way?.name?.lowercase(),
    "out_problem" to state.out.problemFact(),
    "problem" to state.problem?.fact(),
)

internal val checklistDriver = Driver(
    feature = { env, script -> checklistFeature(env, env.named(Kind.THERAPIST, script.get("therapist").asString)) },
    event = ::checklistEvent,
    facts = ::checklistFacts,
)

private fun checklistEvent(step: JsonObject, @Suppress("UNUSED_PARAMETER") env: Env): ChecklistEvent = when (val name = step.get("event").asString) {
    "opened" -> ChecklistEvent.Opened(step.get("item").asString)
    "status_chosen" -> ChecklistEvent.StatusChosen(ChecklistStatus.valueOf(step.get("status").asString.uppercase()))
    "day_typed" -> ChecklistEvent.DayTyped(step.get("text").asString)
    "how_chosen" -> ChecklistEvent.HowChosen(step.get("how").takeIf { !it.isJsonNull }?.let { ChecklistHow.valueOf(it.asString.uppercase()) })
    "note_typed" -> ChecklistEvent.NoteTyped(step.repeated())
    "closed" -> ChecklistEvent.Closed
    "submitted" -> ChecklistEvent.Submitted
    "fit_typed" -> ChecklistEvent.FitTyped(step.repeated())
    "fit_submitted" -> ChecklistEvent.FitSubmitted
    "undone" -> ChecklistEvent.Undone
    "went" -> ChecklistEvent.Went(step.way())
    else -> error("The checklist has no event $name")
}

private fun checklistFacts(state: ChecklistState): Map<String, Any?> = mapOf(
    "asked" to state.therapist?.asked,
    "not_applicable" to state.therapist?.notApplicable,
    "items" to state.therapist?.answers?.map { it.item },
    // What is known; the others were not asked and say nothing.
    "known" to state.therapist?.answers?.filter { it.status != ChecklistStatus.NOT_ASKED }?.map { it.fact() },
    "old_credential" to state.therapist?.oldCredential?.iso,
    "fit" to state.therapist?.fit,
    "fit_draft" to state.fit,
    "fit_too_long" to state.fitTooLong,
    "draft" to state.draft?.let { listOf(it.before.item, it.status.code, it.on, it.how?.code, it.note) },
    "broken_day" to state.draft?.brokenDay?.fact(),
    "broken_note" to state.draft?.brokenNote?.fact(),
    "saved" to (state.saved != null),
    "sent" to state.out.sent?.way?.name?.lowercase(),
    "out_problem" to state.out.problemFact(),
    "problem" to state.problem?.fact(),
)

private fun ItemAnswer.fact() = listOf(item, status.code, on, how?.code, note)
