package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Paper
import org.tidemark.bindings.ReportOptions
import org.tidemark.logic.Env
import org.tidemark.logic.report.ShareEvent
import org.tidemark.logic.report.ShareForm
import org.tidemark.logic.report.ShareProblem
import org.tidemark.logic.report.ShareState
import org.tidemark.logic.report.Way
import org.tidemark.logic.report.shareFeature

internal val shareDriver = Driver(
    feature = { env, _ -> shareFeature(env, ReportOptions(env.now(), Paper.A4)) },
    event = ::shareEvent,
    facts = ::shareFacts,
)

private fun shareEvent(step: JsonObject, @Suppress("UNUSED_PARAMETER") env: Env): ShareEvent = when (val name = step.get("event").asString) {
    "form_chosen" -> ShareEvent.FormChosen(ShareForm.valueOf(step.get("form").asString.uppercase()))
    "password_typed" -> ShareEvent.PasswordTyped(step.get("password").asString)
    "password_repeated" -> ShareEvent.PasswordRepeated(step.get("password").asString)
    "went" -> ShareEvent.Went(Way.valueOf(step.get("way").asString.uppercase()))
    else -> error("Share has no event $name")
}

private fun shareFacts(state: ShareState): Map<String, Any?> = mapOf(
    "form" to state.form.name.lowercase(),
    "leaves" to state.leaves[state.form]?.map { it.code }?.sorted(),
    "password_problem" to state.passwordProblem?.name?.lowercase(),
    "password_kept" to state.password.isNotEmpty(),
    "sent" to state.sent?.let { "${it.form.name.lowercase()} ${it.way.name.lowercase()}" },
    "whole" to state.sent?.let { it.bytes > 0 },
    "problem" to when (val problem = state.problem) {
        null -> null
        is ShareProblem.NotWritten -> "not_written ${problem.problem.fact()}"
        is ShareProblem.NotListed -> "not_listed ${problem.problem.fact()}"
        is ShareProblem.NotTaken -> "not_taken ${problem.way.name.lowercase()}"
        ShareProblem.WrongSize -> "wrong_size"
    },
)
