package org.tidemark.logic.settings

import org.tidemark.logic.Next
import org.tidemark.logic.reminder.EVERY_DAY
import org.tidemark.logic.reminder.QuietHours

private typealias NextSettings = Next<SettingsState, SettingsEffect>

/** The rules of the Settings screen. */
public fun reduce(state: SettingsState, event: SettingsEvent): Next<SettingsState, SettingsEffect> = when (event) {
    SettingsEvent.Shown -> Next(state, SettingsEffect.Read)
    is SettingsEvent.Chosen -> state.ask(SettingsEffect.Choose(event.setting))
    is SettingsEvent.StarterSetChosen -> state.ask(SettingsEffect.ChooseSet(event.id))
    is SettingsEvent.DailySwitched -> state.ask(SettingsEffect.Change(event.measure.copy(daily = event.on, active = event.measure.active || event.on)))
    is SettingsEvent.ArchiveSwitched -> state.ask(SettingsEffect.Change(event.measure.copy(active = !event.archived)))
    SettingsEvent.BlockedOpened -> state.blocked?.let { Next(state, SettingsEffect.OpenSystem(it)) } ?: Next(state)
    is SettingsEvent.LockSwitched -> if (event.on && state.lock == Lock.WORDS_FIRST) Next(state) else state.ask(SettingsEffect.SetLock(event.on))
    SettingsEvent.ExportAsked -> state.ask(SettingsEffect.Export)
    is SettingsEvent.Read -> Next(
        event.found.copy(
            openReminder = state.openReminder,
            own = state.own,
            erasing = state.erasing,
            notice = state.notice,
            problem = state.problem,
        ),
    )
    is SettingsEvent.NotRead -> Next(state.copy(problem = event.problem))
    SettingsEvent.Kept -> Next(state.copy(notice = Notice.SAVED), SettingsEffect.Read)
    is SettingsEvent.NotKept -> Next(state.copy(problem = event.problem), SettingsEffect.Read)
    is SettingsEvent.Noticed -> Next(state.copy(notice = event.notice))
    else -> state.reminder(event) ?: state.form(event)
}

private fun SettingsState.ask(effect: SettingsEffect): NextSettings = Next(copy(notice = null, problem = null), effect)

/** What an event about a reminder leads to; none for any other event. */
private fun SettingsState.reminder(event: SettingsEvent): NextSettings? = when (event) {
    is SettingsEvent.ReminderAdded -> ask(SettingsEffect.AddReminder(event.clockMin))
    is SettingsEvent.ReminderSwitched -> ask(SettingsEffect.SwitchReminder(event.id, event.on))
    is SettingsEvent.ReminderMoved -> ask(SettingsEffect.MoveReminder(event.id, event.clockMin))
    is SettingsEvent.ReminderOpened -> Next(opened(event.id))
    is SettingsEvent.DaySwitched -> row(event.id)?.let { ticked(it, event.day, event.on) } ?: Next(this)
    is SettingsEvent.QuietSwitched -> row(event.id)?.let { quieted(it, event.on) } ?: Next(this)
    is SettingsEvent.QuietMoved -> row(event.id)?.let { quietMoved(it, event.quiet) } ?: Next(this)
    else -> null
}

private fun SettingsState.row(id: String): ReminderRow? = reminders.firstOrNull { it.id == id }

private fun SettingsState.opened(id: String?): SettingsState = when {
    id == null || id == openReminder -> copy(openReminder = null)
    row(id) == null -> this
    else -> copy(openReminder = id)
}

/** At least one day stays, for no days at all would mean each of them. All seven are kept as none named. */
private fun SettingsState.ticked(row: ReminderRow, day: String, on: Boolean): NextSettings {
    if (row.clockMin == null) return Next(this)
    val days = EVERY_DAY.filter { if (it == day) on else it in row.days }
    if (days.isEmpty() || days == row.days) return Next(this)
    return ask(SettingsEffect.SetDays(row.id, if (days == EVERY_DAY) emptyList() else days))
}

private fun SettingsState.quieted(row: ReminderRow, on: Boolean): NextSettings {
    if (on == (row.quiet != null)) return Next(this)
    return ask(SettingsEffect.SetQuiet(row.id, USUAL_QUIET.takeIf { on }))
}

/** Hours that end where they begin would be none at all: the switch says that, the steps do not. */
private fun SettingsState.quietMoved(row: ReminderRow, quiet: QuietHours): NextSettings =
    if (quiet.fromMin == quiet.toMin) Next(this) else ask(SettingsEffect.SetQuiet(row.id, quiet))

private fun SettingsState.form(event: SettingsEvent): NextSettings = when (event) {
    SettingsEvent.OwnAsked -> Next(copy(own = own ?: OwnMeasure(), notice = null))
    is SettingsEvent.OwnTyped -> Next(copy(own = event.own.takeIf { own != null }?.withoutWhatHoursLack()))
    SettingsEvent.OwnSaved -> ownSaved()
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

private fun SettingsState.ownSaved(): NextSettings {
    val form = own?.takeIf { it.canSave } ?: return Next(this)
    val ends = form.ends ?: return Next(this)
    return Next(copy(own = form.copy(saving = true, problem = null)), SettingsEffect.AddOwn(form, ends))
}

/** Only the whole word erases. */
private fun SettingsState.erased(word: String): NextSettings {
    val form = erasing ?: return Next(this)
    val same = form.typed.trim().equals(word, ignoreCase = true) && word.isNotBlank()
    return if (same) Next(this, SettingsEffect.Erase) else Next(copy(erasing = form.copy(wrong = true)))
}
