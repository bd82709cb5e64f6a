package org.tidemark.platform.reminder

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Build

/** The one alarm of this app: at the earliest ring, to the minute when the person allows that, else when the system gets to it. */
internal class Alarm(private val context: Context) {
    fun set(atMs: Long?) {
        val alarms = context.getSystemService(AlarmManager::class.java) ?: return
        val rings = rings()
        if (atMs == null) return alarms.cancel(rings)
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.S || alarms.canScheduleExactAlarms()) {
            try {
                return alarms.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, atMs, rings)
            } catch (_: SecurityException) {
                // Taken away between the question and the call.
                return alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, atMs, rings)
            }
        }
        alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, atMs, rings)
    }

    private fun rings(): PendingIntent {
        val intent = Intent(context, ReminderReceiver::class.java).setAction(RING)
        return PendingIntent.getBroadcast(context, 0, intent, PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT)
    }

    internal companion object {
        const val RING = "org.tidemark.action.RING"
    }
}
