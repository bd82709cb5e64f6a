package org.tidemark.logic.screens

import org.tidemark.logic.session.code
import org.tidemark.logic.sessions.SessionsEvent
import org.tidemark.logic.sessions.sessionsFeature

internal val sessionsDriver = Driver(
    feature = { env, _ -> sessionsFeature(env.diary, env.now) },
    event = { step, _ ->
        when (val name = step.get("event").asString) {
            "more_asked" -> SessionsEvent.MoreAsked
            else -> error("Sessions has no event $name")
        }
    },
    facts = { state ->
        mapOf(
            "sessions" to state.sessions?.map { listOf(it.day.iso, it.status.code, it.style.code, it.minutes, it.pressure) },
            // Its place in the list, from 1.
            "running" to state.sessions?.indexOfFirst { it.id == state.running }?.plus(1)?.takeIf { it > 0 },
            "morning_after" to state.morningAfter.map { id -> state.sessions?.indexOfFirst { it.id == id }?.plus(1) },
            "shown" to state.shown,
            "problem" to state.problem?.fact(),
        )
    },
)
