package org.tidemark.platform.reminder

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import org.tidemark.platform.Host

/** The alarm, and "Later" on a notification. Not exported: only this app's own intents reach it. */
public class ReminderReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val action = intent.action.orEmpty()
        inBackground(context) { reminders ->
            val key = intent.getStringExtra(Notices.KEY)
            when {
                action == Alarm.RING -> reminders.ring()
                action.startsWith(Notices.LATER) && key != null -> reminders.later(key, intent.getStringExtra(Notices.SESSION))
            }
        }
    }
}

/** What makes the system forget alarms, or makes them stand at the wrong hour. */
public class RearmReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action !in AFTER) return
        // What was slept through rings now, so this is more than arming.
        inBackground(context) { it.ring() }
    }

    internal companion object {
        val AFTER: Set<String> = setOf(
            Intent.ACTION_BOOT_COMPLETED,
            Intent.ACTION_MY_PACKAGE_REPLACED,
            Intent.ACTION_TIME_CHANGED,
            Intent.ACTION_TIMEZONE_CHANGED,
            // AlarmManager.ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED, which came with Android 12.
            "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
        )
    }
}

/** The system waits until the work is done before it puts the process to sleep; about ten seconds, of which this takes one at most. */
private fun BroadcastReceiver.inBackground(context: Context, act: (Reminders) -> Unit) {
    val device = (context.applicationContext as? Host)?.device ?: return
    val pending = goAsync()
    device.background.execute {
        try {
            act(device.reminders)
        } finally {
            pending?.finish()
        }
    }
}
