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
import org.tidemark.logic.settings.ReminderRow
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.logic.settings.SettingsState
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.ClockSteps
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.onboarding.FIRST_REMINDER
import org.tidemark.ui.onboarding.LATEST
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.dayOf
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** Reminders with when they last came and come next. What the phone holds back is said with the exact switch. */
@Composable
internal fun RemindersSection(state: SettingsState, chosen: Settings, send: (SettingsEvent) -> Unit) = Section(strings.settingsReminders()) {
    state.blocked?.let { BlockedCard(it) { send(SettingsEvent.BlockedOpened) } }
    if (state.reminders.isEmpty()) Text(strings.settingsRemindersNone(), style = MaterialTheme.typography.bodyLarge)
    state.reminders.forEach { ReminderCard(it, send) }
    Deed(strings.settingsReminderAdd(LocalWords.current.time(FIRST_REMINDER))) { send(SettingsEvent.ReminderAdded(FIRST_REMINDER)) }
    SwitchRow(strings.settingsPrivate(), chosen.privateNotifications) { send(SettingsEvent.Chosen(Setting.PrivateNotifications(it))) }
}

@Composable
private fun ReminderCard(reminder: ReminderRow, send: (SettingsEvent) -> Unit) = Card(Modifier.fillMaxWidth()) {
    Column(Modifier.padding(12.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        val words = LocalWords.current
        val kind = words.kind(reminder.kind)
        val clock = reminder.clockMin
        val name = if (clock == null) strings.settingsReminderAfter(kind) else strings.settingsReminderSwitch(kind, words.time(clock))
        val last = reminder.last?.let { strings.settingsReminderLast(words.moment(it)) } ?: strings.settingsReminderNever()
        val next = reminder.next?.let { strings.settingsReminderNext(words.moment(it)) } ?: strings.settingsReminderUnplanned()
        SwitchRow(name, reminder.active, about = if (reminder.active) "$last\n$next" else last) { send(SettingsEvent.ReminderSwitched(reminder.id, it)) }
        if (clock != null && reminder.active) {
            ClockSteps(name, null, clock, 0..LATEST) { send(SettingsEvent.ReminderMoved(reminder.id, it)) }
        }
    }
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
