package org.tidemark.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Settings
import org.tidemark.logic.Blocked
import org.tidemark.logic.Moment
import org.tidemark.logic.reminder.EVERY_DAY
import org.tidemark.logic.settings.ReminderRow
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.logic.settings.SettingsState
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.form.ClockSteps
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.onboarding.FIRST_REMINDER
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.dayOf
import org.tidemark.ui.words.shortWeekdays
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** Reminders with when they last came and come next. What the phone holds back is said with the exact switch. */
@Composable
internal fun RemindersSection(state: SettingsState, chosen: Settings, send: (SettingsEvent) -> Unit) = Section(strings.settingsReminders()) {
    state.blocked?.let { BlockedCard(it) { send(SettingsEvent.BlockedOpened) } }
    if (state.reminders.isEmpty()) Text(strings.settingsRemindersNone(), style = MaterialTheme.typography.bodyLarge)
    state.reminders.forEach { ReminderCard(it, it.id == state.openReminder, send) }
    Deed(strings.settingsReminderAdd(LocalWords.current.time(FIRST_REMINDER))) { send(SettingsEvent.ReminderAdded(FIRST_REMINDER)) }
    SwitchRow(strings.settingsPrivate(), chosen.privateNotifications) { send(SettingsEvent.Chosen(Setting.PrivateNotifications(it))) }
}

@Composable
private fun ReminderCard(reminder: ReminderRow, open: Boolean, send: (SettingsEvent) -> Unit) = Card(Modifier.fillMaxWidth()) {
    Column(Modifier.padding(12.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        val words = LocalWords.current
        val kind = words.kind(reminder.kind)
        val clock = reminder.clockMin
        val name = if (clock == null) strings.settingsReminderAfter(kind) else strings.settingsReminderSwitch(kind, words.time(clock))
        val about = words.about(reminder).joinToString("\n")
        SwitchRow(name, reminder.active, about = about) { send(SettingsEvent.ReminderSwitched(reminder.id, it)) }
        if (clock != null && reminder.active) {
            ClockSteps(name, null, clock) { send(SettingsEvent.ReminderMoved(reminder.id, it)) }
        }
        when {
            !reminder.active -> Unit
            open -> DaysAndQuiet(reminder, send)
            else -> {
                val change = if (clock == null) strings.settingsReminderQuietChange() else strings.settingsReminderChange()
                LineButton(change, strings.settingsReminderChangeOf(name)) { send(SettingsEvent.ReminderOpened(reminder.id)) }
            }
        }
    }
}

/** What is said under the name of a reminder; of one that is off, only when it last came. */
private fun Words.about(reminder: ReminderRow): List<String> {
    val last = reminder.last?.let { strings.settingsReminderLast(moment(it)) } ?: strings.settingsReminderNever()
    if (!reminder.active) return listOf(last)
    val days = when {
        reminder.days.isEmpty() -> null
        reminder.days == EVERY_DAY -> strings.settingsEveryDay()
        else -> shortWeekdays(reminder.days)
    }
    val quiet = reminder.quiet?.let { strings.settingsQuietHours(time(it.fromMin), time(it.toMin)) }
    val next = reminder.next?.let { strings.settingsReminderNext(moment(it)) } ?: strings.settingsReminderUnplanned()
    return listOfNotNull(days, quiet, last, next)
}

@Composable
private fun BlockedCard(blocked: Blocked, onOpen: () -> Unit) = Card(
    Modifier.fillMaxWidth(),
    colors = CardDefaults.cardColors(
        containerColor = MaterialTheme.colorScheme.errorContainer,
        contentColor = MaterialTheme.colorScheme.onErrorContainer,
    ),
) {
    Column(Modifier.padding(12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(strings.settingsBlocked(), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
        val switch = when (blocked) {
            Blocked.NOTIFICATIONS_OFF -> strings.settingsBlockedNotifications()
            Blocked.EXACT_ALARMS_OFF -> strings.settingsBlockedAlarms()
            Blocked.BATTERY_SAVING -> strings.settingsBlockedBattery()
        }
        Text(switch, style = MaterialTheme.typography.bodyLarge)
        Deed(strings.settingsBlockedOpen(), onClick = onOpen)
    }
}

private fun Words.moment(at: Moment): String = strings.settingsWhen(dayOf(at), time(at))

private fun Words.kind(code: String): String = when (code) {
    "check_in" -> strings.settingsKindCheckIn()
    "before" -> strings.settingsKindBefore()
    "after" -> strings.settingsKindAfter()
    "follow_up" -> strings.settingsKindFollowUp()
    "aftercare" -> strings.settingsKindAftercare()
    "instrument" -> strings.settingsKindInstrument()
    "plan_review" -> strings.settingsKindPlanReview()
    "visit_eve" -> strings.settingsKindVisitEve()
    "backup" -> strings.settingsKindBackup()
    // A kind of a newer core keeps its code rather than another kind's name.
    else -> code
}
