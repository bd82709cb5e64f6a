package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.care.CarePageEvent
import org.tidemark.logic.care.CarePageState
import org.tidemark.logic.care.carePageFeature
import org.tidemark.logic.intake.IntakeEvent
import org.tidemark.logic.intake.IntakeState
import org.tidemark.logic.intake.intakeFeature
import org.tidemark.logic.records.text
import org.tidemark.logic.report.ShareProblem
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut

internal val intakeDriver = Driver(
    feature = { env, _ -> intakeFeature(env) },
    event = ::intakeEvent,
    facts = ::intakeFacts,
)

private fun intakeEvent(step: JsonObject, env: Env): IntakeEvent = when (val name = step.get("event").asString) {
    "changed" -> IntakeEvent.Changed
    "typed" -> IntakeEvent.Typed(step.get("field").asString, step.get("text").asString)
    "closed" -> IntakeEvent.Closed
    "submitted" -> IntakeEvent.Submitted
    "reviewed" -> IntakeEvent.Reviewed
    "ticked" -> IntakeEvent.Ticked(step.get("field").asString, step.get("on").asBoolean)
    "reverse_ticked" -> IntakeEvent.ReverseTicked(step.get("on").asBoolean)
    "signatures_ticked" -> IntakeEvent.SignaturesTicked(step.get("on").asBoolean)
    // By its number: ids are drawn anew each time.
    "version_opened" -> IntakeEvent.VersionOpened(step.get("version")?.let { number -> env.diary.records(Kind.INTAKE_SHEET, Span()).first { it.text("version") == number.asString }.id })
    "undone" -> IntakeEvent.Undone
    "went" -> IntakeEvent.Went(step.way())
    else -> error("Intake has no event $name")
}

private fun intakeFacts(state: IntakeState): Map<String, Any?> = mapOf(
    "version" to state.read?.newest?.number,
    "reviewed_on" to state.read?.newest?.reviewedOn,
    "versions" to state.read?.versions?.map { "${it.number} ${it.reviewedOn}" },
    "says" to state.read?.parts?.filter { it.text.isNotEmpty() }?.associate { it.field to it.text },
    "ticked" to state.read?.parts?.filter { it.ticked }?.map { it.field },
    "leaves" to state.leaves.map { it.field },
    "open_version" to state.read?.earlier?.firstOrNull { it.id == state.openVersion }?.let { open -> open.number + open.parts.filter { it.text.isNotEmpty() }.joinToString("") { " ${it.field}=${it.text}" } },
    "with_plan" to state.read?.withPlan,
    "form" to state.form?.texts,
    "broken" to state.form?.broken?.mapValues { (_, broken) -> broken.fact() },
    "form_problem" to state.form?.problem?.fact(),
    "reverse" to state.reverse,
    "signatures" to state.signatures,
    "saved" to (state.saved != null),
    "sent" to state.out.sent?.way?.name?.lowercase(),
    "out_problem" to state.out.problemFact(),
    "problem" to state.problem?.fact(),
)

internal val carePageDriver = Driver(
    feature = { env, _ -> carePageFeature(env) },
    event = ::carePageEvent,
    facts = ::carePageFacts,
)

private fun carePageEvent(step: JsonObject, env: Env): CarePageEvent = when (val name = step.get("event").asString) {
    "reader_chosen" -> CarePageEvent.ReaderChosen(step.get("reader").takeIf { !it.isJsonNull }?.let { env.named(Kind.CARE_TEAM_MEMBER, it.asString) })
    "name_ticked" -> CarePageEvent.NameTicked(step.get("on").asBoolean)
    "name_typed" -> CarePageEvent.NameTyped(step.repeated())
    "ratings_ticked" -> CarePageEvent.RatingsTicked(step.get("on").asBoolean)
    "went" -> CarePageEvent.Went(step.way())
    else -> error("The care page has no event $name")
}

private fun carePageFacts(state: CarePageState): Map<String, Any?> = mapOf(
    "team" to state.read?.team?.map { "${it.name} ${it.role}" },
    "intake" to state.read?.intake,
    "reader" to state.reader?.name,
    "name" to state.choices.printed,
    "name_too_long" to state.choices.nameTooLong,
    "ratings" to state.ratings,
    "leaves" to state.leaves,
    "sent" to state.out.sent?.way?.name?.lowercase(),
    "out_problem" to state.out.problemFact(),
    "problem" to state.problem?.fact(),
)

/** A record by its name: ids are drawn anew each time. */
internal fun Env.named(kind: Kind, name: String): String = diary.records(kind, Span()).first { it.text("name") == name }.id

internal fun JsonObject.way(): Way = Way.valueOf(get("way").asString.uppercase())

/** A text of a step, as often as it says. */
internal fun JsonObject.repeated(): String = get("text").asString.let { text -> get("times")?.let { text.repeat(it.asInt) } ?: text }

internal fun SheetOut.problemFact(): String? = when (val problem = problem) {
    null -> null
    is ShareProblem.NotWritten -> "not_written ${problem.problem.fact()}"
    is ShareProblem.NotListed -> "not_listed ${problem.problem.fact()}"
    is ShareProblem.NotTaken -> "not_taken ${problem.way.name.lowercase()}"
    ShareProblem.WrongSize -> "wrong_size"
}
