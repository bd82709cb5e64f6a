package org.tidemark.logic.report

import org.tidemark.logic.Next

private typealias NextReport = Next<ReportState, ReportEffect>

/** The rules of the report builder. Nothing is written here: choices, what would leave, and how many pages. */
public fun reduce(state: ReportState, event: ReportEvent): Next<ReportState, ReportEffect> = when (event) {
    ReportEvent.Shown -> Next(state, ReportEffect.Read)
    is ReportEvent.Read -> state.read(event.basis)
    is ReportEvent.NotRead -> Next(state.copy(problem = event.problem))
    is ReportEvent.RecipientChosen -> state.chosen { it.copy(recipient = event.recipient, included = state.ticked(event.recipient, it)) }
    is ReportEvent.Ticked -> state.chosen { choices ->
        val included = event.tick.set(choices.included, event.on)
        // A recipient is what its ticks are; other ticks are the person's own choice.
        val same = state.basis?.ticked?.entries?.firstOrNull { it.value == included }?.key
        choices.copy(included = included, recipient = same ?: Recipient.OWN_CHOICE)
    }
    ReportEvent.UsualDays -> state.chosen { it.copy(days = Days.Usual) }
    ReportEvent.OwnDays -> state.basis?.let { basis ->
        state.chosen { if (it.days is Days.Chosen) it else it.copy(days = Days.Chosen(basis.usual.from, basis.usual.to)) }
    } ?: Next(state)
    is ReportEvent.DaysTyped -> state.chosen { it.copy(days = Days.Chosen(event.from, event.to)) }
    is ReportEvent.NameTicked -> state.chosen { it.copy(named = event.on) }
    is ReportEvent.NameTyped -> state.chosen { it.copy(name = event.name) }
    is ReportEvent.PaperChosen -> state.chosen { it.copy(paper = event.paper) }
    is ReportEvent.LaidOut -> state.copy(laid = event.laid, laying = false, problem = null).caughtUp()
    is ReportEvent.NotLaidOut -> state.copy(laying = false, problem = event.problem).caughtUp()
}

private fun ReportState.ticked(recipient: Recipient, choices: ReportChoices) = basis?.ticked?.get(recipient) ?: choices.included

private fun ReportState.read(basis: Basis): NextReport {
    val included = basis.ticked[Recipient.USUAL] ?: return Next(this)
    return copy(basis = basis, choices = choices ?: ReportChoices(included, basis.paper), problem = null).layOut()
}

private fun ReportState.chosen(change: (ReportChoices) -> ReportChoices): NextReport {
    val next = change(choices ?: return Next(this))
    if (next == choices) return Next(this)
    val laid = copy(choices = next, problem = null).layOut()
    return Next(laid.state, listOf(ReportEffect.Keep(next)) + laid.effects)
}

/** One at a time: a tick while pages are laid out waits, so that ten ticks are not ten reports. */
private fun ReportState.layOut(): NextReport {
    val options = options ?: return Next(this)
    if (laying) return Next(copy(behind = true))
    return if (options == laid?.options) Next(this) else Next(copy(laying = true, behind = false), ReportEffect.LayOut(options))
}

private fun ReportState.caughtUp(): NextReport = if (behind) copy(behind = false).layOut() else Next(this)
