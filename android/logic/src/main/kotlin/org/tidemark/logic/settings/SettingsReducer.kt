package org.tidemark.logic.settings

import org.tidemark.logic.Next

private typealias NextSettings = Next<SettingsState, SettingsEffect>

/** The rules of the Settings screen. */
public fun reduce(state: SettingsState, event: SettingsEvent): Next<SettingsState, SettingsEffect> = when (event) {
    SettingsEvent.Shown -> Next(state, SettingsEffect.Read)
    is SettingsEvent.Chosen -> state.ask(SettingsEffect.Choose(event.setting))
    is SettingsEvent.StarterSetChosen -> state.ask(SettingsEffect.ChooseSet(event.id))
    is SettingsEvent.DailySwitched -> state.ask(SettingsEffect.Change(event.measure.copy(daily = event.on, active = event.measure.active || event.on)))
    is SettingsEvent.ArchiveSwitched -> state.ask(SettingsEffect.Change(event.measure.copy(active = !event.archived)))
    is SettingsEvent.ReminderAdded -> state.ask(SettingsEffect.AddReminder(event.clockMin))
    is SettingsEvent.ReminderSwitched -> state.ask(SettingsEffect.SwitchReminder(event.id, event.on))
    is SettingsEvent.ReminderMoved -> state.ask(SettingsEffect.MoveReminder(event.id, event.clockMin))
    SettingsEvent.BlockedOpened -> state.blocked?.let { Next(state, SettingsEffect.OpenSystem(it)) } ?: Next(state)
    is SettingsEvent.LockSwitched -> if (event.on && state.lock == Lock.WORDS_FIRST) Next(state) else state.ask(SettingsEffect.SetLock(event.on))
    SettingsEvent.ExportAsked -> state.ask(SettingsEffect.Export)
    is SettingsEvent.Read -> Next(
        event.found.copy(own = state.own, erasing = state.erasing, notice = state.notice, problem = state.problem),
    )
    is SettingsEvent.NotRead -> Next(state.copy(problem = event.problem))
    SettingsEvent.Kept -> Next(state.copy(notice = Notice.SAVED), SettingsEffect.Read)
    is SettingsEvent.NotKept -> Next(state.copy(problem = event.problem), SettingsEffect.Read)
    is SettingsEvent.Noticed -> Next(state.copy(notice = event.notice))
    else -> state.form(event)
}

private fun SettingsState.ask(effect: SettingsEffect): NextSettings = Next(copy(notice = null, problem = null), effect)

private fun SettingsState.form(event: SettingsEvent): NextSettings = when (event) {
    SettingsEvent.OwnAsked -> Next(copy(own = own ?: OwnMeasure(), notice = null))
    is SettingsEvent.OwnTyped -> Next(copy(own = event.own.takeIf { own != null }))
    SettingsEvent.OwnSaved -> own?.takeIf { !it.saving }
        ?.let { Next(copy(own = it.copy(saving = true, problem = null)), SettingsEffect.AddOwn(it)) }
        ?: Next(this)
    SettingsEvent.OwnLeft -> Next(copy(own = null))
    SettingsEvent.OwnKept -> Next(copy(own = null, notice = Notice.SAVED), SettingsEffect.Read)
    is SettingsEvent.OwnNotKept -> Next(copy(own = own?.copy(saving = false, problem = event.problem)))
    SettingsEvent.EraseAsked -> Next(copy(erasing = erasing ?: Erasing(), notice = null))
    is SettingsEvent.EraseTyped -> Next(copy(erasing = erasing?.copy(typed = event.typed, wrong = false)))
    is SettingsEvent.EraseConfirmed -> erased(event.word)
    SettingsEvent.EraseLeft -> Next(copy(erasing = null))
    is SettingsEvent.NotErased -> Next(copy(erasing = erasing?.copy(problem = event.problem)))
    else -> Next(this)
}

/** Only the whole word erases. */
private fun SettingsState.erased(word: String): NextSettings {
    val form = erasing ?: return Next(this)
    val same = form.typed.trim().equals(word, ignoreCase = true) && word.isNotBlank()
    return if (same) Next(this, SettingsEffect.Erase) else Next(copy(erasing = form.copy(wrong = true)))
}
