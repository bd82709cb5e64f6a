package org.tidemark.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.logic.reminder.EVERY_DAY
import org.tidemark.logic.reminder.QuietHours
import org.tidemark.logic.settings.ReminderRow
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.ui.form.ClockSteps
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.form.Ticks
import org.tidemark.ui.form.WayOut
import org.tidemark.ui.records.weekday
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** The days of a reminder and its quiet hours. Each tap is kept at once; closing only closes. */
@Composable
internal fun DaysAndQuiet(reminder: ReminderRow, send: (SettingsEvent) -> Unit) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        if (reminder.clockMin != null) Days(reminder, send)
        SwitchRow(strings.settingsQuiet(), reminder.quiet != null, about = strings.settingsQuietAbout()) {
            send(SettingsEvent.QuietSwitched(reminder.id, it))
        }
        reminder.quiet?.let { quiet -> QuietEnds(quiet) { send(SettingsEvent.QuietMoved(reminder.id, it)) } }
        WayOut(strings.settingsReminderClose()) { send(SettingsEvent.ReminderOpened(null)) }
    }
}

@Composable
private fun Days(reminder: ReminderRow, send: (SettingsEvent) -> Unit) {
    val words = LocalWords.current
    val name = strings.settingsDays()
    Labelled(name, hint = strings.settingsDaysLast().takeIf { reminder.days.size == 1 }) {
        Ticks(name, EVERY_DAY.map { it to (words.strings.weekday(it) ?: it) }, reminder.days.toSet()) { day, on ->
            send(SettingsEvent.DaySwitched(reminder.id, day, on))
        }
    }
}

@Composable
private fun QuietEnds(quiet: QuietHours, onMoved: (QuietHours) -> Unit) {
    val words = LocalWords.current
    val from = strings.settingsQuietFrom(words.time(quiet.fromMin))
    val to = strings.settingsQuietTo(words.time(quiet.toMin))
    ClockSteps(from, from, quiet.fromMin, taken = quiet.toMin) { onMoved(quiet.copy(fromMin = it)) }
    ClockSteps(to, to, quiet.toMin, taken = quiet.fromMin) { onMoved(quiet.copy(toMin = it)) }
}
