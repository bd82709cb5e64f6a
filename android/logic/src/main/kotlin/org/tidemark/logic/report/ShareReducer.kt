package org.tidemark.logic.report

import org.tidemark.logic.Next

/** The rules of the ways out: one at a time, and what went is said only when it went. */
public fun reduce(state: ShareState, event: ShareEvent): Next<ShareState, ShareEffect> = when (event) {
    ShareEvent.Shown -> Next(state, ShareEffect.List)
    is ShareEvent.Listed -> Next(state.copy(leaves = event.leaves, problem = null))
    is ShareEvent.FormChosen -> if (state.working) Next(state) else Next(state.copy(form = event.form, sent = null, problem = null))
    is ShareEvent.PasswordTyped -> Next(state.copy(password = event.password, problem = null))
    is ShareEvent.PasswordRepeated -> Next(state.copy(repeated = event.password, problem = null))
    is ShareEvent.TablesTicked -> Next(state.copy(tables = event.tables))
    is ShareEvent.Went -> state.went(event.way)
    is ShareEvent.Handed -> Next(state.copy(working = false, sent = event.sent, problem = null, password = "", repeated = ""))
    is ShareEvent.NotHanded -> Next(state.copy(working = false, sent = null, problem = event.problem))
}

private fun ShareState.went(way: Way): Next<ShareState, ShareEffect> {
    if (working || way !in form.ways || passwordProblem != null) return Next(this)
    return Next(copy(working = true, sent = null, problem = null), ShareEffect.Send(form, way, password, tables))
}
