package org.tidemark.platform.reminder

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import org.tidemark.logic.Place
import org.tidemark.logic.reminder.ReminderKind
import org.tidemark.logic.reminder.Ring
import org.tidemark.logic.reminder.RunningSession
import org.tidemark.logic.reminder.place
import org.tidemark.logic.reminder.word

/** Words and picture of the notifications; the app's resources have them. */
public class NoticeWords(
    public val icon: Int,
    public val app: String,
    /** Says that there is a reminder, and nothing about what. */
    public val private: String,
    public val plain: (ReminderKind) -> String,
    public val later: String,
    public val reminders: String,
    public val timers: String,
    /** Says that a timer runs, and nothing about of what. */
    public val timer: String,
)

/** What this app shows outside itself: reminders, and the timer that runs. */
internal class Notices(private val context: Context, private val activity: Class<*>, private val words: () -> NoticeWords) {
    private val manager: NotificationManager? get() = context.getSystemService(NotificationManager::class.java)

    fun show(ring: Ring) {
        val words = words()
        channels(words)
        val reminder = ring.reminder
        val text = if (reminder.private) words.private else words.plain(reminder.kind)
        val notification = Notification.Builder(context, REMINDERS)
            .setSmallIcon(words.icon)
            .setContentTitle(words.app)
            .setContentText(text)
            .setStyle(Notification.BigTextStyle().bigText(text))
            .setCategory(Notification.CATEGORY_REMINDER)
            // Over a locked screen the system shows this one instead, whatever the wording is.
            .setVisibility(Notification.VISIBILITY_PRIVATE)
            .setPublicVersion(publicly(words))
            .setContentIntent(opens(ring.due.place(reminder.kind), reminder.key))
            .addAction(Notification.Action.Builder(null, words.later, later(ring)).build())
            .setAutoCancel(true)
            .build()
        manager?.notify(reminder.key, REMINDER, notification)
    }

    fun hide(key: String) {
        manager?.cancel(key, REMINDER)
    }

    /** Stays while a timer runs, counts by itself from the start that is in the diary, makes no sound. */
    fun showTimer(running: RunningSession) {
        val words = words()
        channels(words)
        val notification = Notification.Builder(context, TIMERS)
            .setSmallIcon(words.icon)
            .setContentTitle(words.app)
            .setContentText(words.timer)
            .setCategory(Notification.CATEGORY_STOPWATCH)
            .setVisibility(Notification.VISIBILITY_PUBLIC)
            .setWhen(running.startedMs)
            .setShowWhen(true)
            .setUsesChronometer(true)
            .setContentIntent(opens(Place.SessionTimer(running.sessionId), TIMERS))
            .setOngoing(true)
            .setOnlyAlertOnce(true)
            .build()
        manager?.notify(TIMER, notification)
    }

    fun hideTimer() {
        manager?.cancel(TIMER)
    }

    private fun publicly(words: NoticeWords): Notification =
        Notification.Builder(context, REMINDERS).setSmallIcon(words.icon).setContentTitle(words.app).setContentText(words.private).build()

    private fun channels(words: NoticeWords) {
        val reminders = NotificationChannel(REMINDERS, words.reminders, NotificationManager.IMPORTANCE_DEFAULT)
        val timers = NotificationChannel(TIMERS, words.timers, NotificationManager.IMPORTANCE_LOW)
        timers.setShowBadge(false)
        manager?.createNotificationChannels(listOf(reminders, timers))
    }

    private fun opens(place: Place, key: String): PendingIntent {
        // Told apart by the action, because extras do not count when the system compares.
        val intent = Intent(context, activity).setAction("$OPEN.$key").putExtra(PLACE, place.word())
            .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK or Intent.FLAG_ACTIVITY_CLEAR_TOP or Intent.FLAG_ACTIVITY_SINGLE_TOP)
        return PendingIntent.getActivity(context, 0, intent, PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT)
    }

    private fun later(ring: Ring): PendingIntent {
        val intent = Intent(context, ReminderReceiver::class.java).setAction(LATER + "." + ring.reminder.key)
            .putExtra(KEY, ring.reminder.key).putExtra(SESSION, ring.due.sessionId)
        return PendingIntent.getBroadcast(context, 0, intent, PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT)
    }

    internal companion object {
        const val REMINDERS = "reminders"
        const val TIMERS = "timers"
        const val REMINDER = 1
        const val TIMER = 2
        const val OPEN = "org.tidemark.action.OPEN"
        const val LATER = "org.tidemark.action.LATER"
        const val PLACE = "org.tidemark.place"
        const val KEY = "org.tidemark.reminder"
        const val SESSION = "org.tidemark.session"
    }
}

/** Where a notification that started the screen leads; Today for every other start. */
public fun leads(intent: Intent?): Boolean = intent?.hasExtra(Notices.PLACE) == true

/** Where it leads; Today when it says nothing. */
public fun placeOf(intent: Intent?): Place = place(intent?.getStringExtra(Notices.PLACE))
