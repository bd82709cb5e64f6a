package org.tidemark.platform.reminder

import android.app.Activity
import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import org.junit.After
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager
import org.tidemark.bindings.ReminderTime
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.reminder.Book
import org.tidemark.logic.reminder.EndedSession
import org.tidemark.logic.reminder.Reminder
import org.tidemark.logic.reminder.ReminderKind
import org.tidemark.logic.reminder.Rings
import org.tidemark.logic.reminder.RunningSession
import org.tidemark.platform.OnAndroid
import java.io.File
import java.time.DayOfWeek
import java.time.OffsetDateTime
import java.time.ZoneId
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Alarms and notifications as the system gets them, without the diary's key. */
class RemindersTest : OnAndroid() {
    @get:Rule
    val folder = TemporaryFolder()

    private val session = "0198a7f2-5c1e-7b3a-9d40-2f6c1e8b7a55"
    private var at = "2026-11-24T20:00:00+01:00"
    private var zone = ZoneId.of("Europe/Berlin")
    private var there = true
    private var open: List<ReminderTime>? = null
    private lateinit var file: BookFile

    private val alarms get() = shadowOf(service(AlarmManager::class.java))
    private val shown get() = shadowOf(service(NotificationManager::class.java))

    private val everyDay = DayOfWeek.entries.toSet()
    private val evening = Reminder("r1", ReminderKind.CHECK_IN, Rings.AtClock(21 * 60, everyDay), private = false)

    @Before
    fun fresh() {
        ShadowAlarmManager.reset()
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        file = BookFile(File(folder.root, "reminders.json"))
    }

    @After
    fun clean() = ShadowAlarmManager.reset()

    private fun ms(text: String) = OffsetDateTime.parse(text).toInstant().toEpochMilli()

    private val words = NoticeWords(
        icon = android.R.drawable.ic_popup_reminder,
        app = "Tidemark",
        private = "You asked for a reminder.",
        plain = { "About ${it.code}." },
        later = "Later",
        reminders = "Reminders",
        timers = "Running timer",
        timer = "A timer is running.",
    )

    private fun reminders() = Reminders(
        file = file,
        alarm = Alarm(app),
        notices = Notices(app, Activity::class.java) { words },
        now = { Moment(ms(at), 3600, zone.id) },
        zone = { zone },
        diary = { null },
        diaryThere = { there },
        openTimes = { open },
    )

    private fun alarmAt() = alarms.scheduledAlarms.also { assertTrue(it.size <= 1, "one alarm") }.firstOrNull()?.triggerAtMs

    private fun Notification.text() = extras.getCharSequence(Notification.EXTRA_TEXT).toString()

    @Test
    fun `the alarm is exact when that is allowed and the system's own time when it is not`() {
        file.write(Book(listOf(evening)))
        reminders().rearm()
        assertEquals(ms("2026-11-24T21:00:00+01:00"), alarmAt())
        val exact = alarms.scheduledAlarms.single()
        assertEquals(AlarmManager.RTC_WAKEUP, exact.getType())
        assertTrue(exact.isAllowWhileIdle)
        assertEquals(0, exact.windowLengthMs)
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        reminders().rearm()
        val loose = alarms.scheduledAlarms.single()
        assertEquals(ms("2026-11-24T21:00:00+01:00"), loose.triggerAtMs)
        assertTrue(loose.isAllowWhileIdle)
        assertFalse(loose.windowLengthMs == 0L)
    }

    @Test
    fun `a ring is shown once in its words leads to its place and sets the next alarm`() {
        file.write(Book(listOf(evening)))
        reminders().rearm()
        at = "2026-11-24T21:00:00+01:00"
        reminders().ring()
        val shown = assertNotNull(shown.getNotification("r1", Notices.REMINDER))
        assertEquals("About check_in.", shown.text())
        assertEquals("You asked for a reminder.", shown.publicVersion.text())
        assertEquals(Notification.VISIBILITY_PRIVATE, shown.visibility)
        val leads = shadowOf(shown.contentIntent)
        assertTrue(leads.isActivity)
        assertTrue(leads.isImmutable)
        assertEquals(Place.Today, placeOf(leads.savedIntent))
        assertEquals(ms("2026-11-25T21:00:00+01:00"), alarmAt())
        this.shown.cancelAllForTest()
        reminders().ring()
        assertEquals(0, this.shown.size())
    }

    private fun org.robolectric.shadows.ShadowNotificationManager.cancelAllForTest() =
        service(NotificationManager::class.java).cancelAll()

    @Test
    fun `private words say nothing of what it is about`() {
        file.write(Book(ReminderKind.entries.map { Reminder(it.code, it, Rings.AtClock(21 * 60, everyDay)) }))
        reminders().rearm()
        at = "2026-11-24T21:00:00+01:00"
        reminders().ring()
        assertEquals(9, shown.size())
        assertEquals(setOf("You asked for a reminder."), shown.allNotifications.map { it.text() }.toSet())
        assertEquals(setOf("Tidemark"), shown.allNotifications.map { it.extras.getString(Notification.EXTRA_TITLE) }.toSet())
        assertEquals(setOf("reminders"), shown.allNotifications.map { it.channelId }.toSet())
    }

    @Test
    fun `later takes it away and brings it again after its minutes`() {
        file.write(Book(listOf(evening)))
        reminders().rearm()
        at = "2026-11-24T21:00:00+01:00"
        reminders().ring()
        val later = shadowOf(shown.getNotification("r1", Notices.REMINDER).actions.single().actionIntent)
        assertTrue(later.isBroadcast)
        assertTrue(later.isImmutable)
        at = "2026-11-24T21:05:00+01:00"
        reminders().later(checkNotNull(later.savedIntent.getStringExtra(Notices.KEY)), later.savedIntent.getStringExtra(Notices.SESSION))
        assertEquals(0, shown.size())
        assertEquals(ms("2026-11-24T21:35:00+01:00"), alarmAt())
    }

    @Test
    fun `after a start the clock times of open json ring without a key in private words`() {
        open = listOf(ReminderTime("check_in", 1260u, byteArrayOf(2)), ReminderTime("of_a_newer_version", 1260u, byteArrayOf(2)))
        reminders().rearm()
        assertEquals(ms("2026-11-24T21:00:00+01:00"), alarmAt())
        at = "2026-11-24T21:00:00+01:00"
        reminders().ring()
        assertEquals(listOf("You asked for a reminder."), shown.allNotifications.map { it.text() })
        // Tuesdays only.
        assertEquals(ms("2026-12-01T21:00:00+01:00"), alarmAt())
    }

    @Test
    fun `another zone moves the clock's rings and no hours of a session`() {
        val morning = Reminder("r2", ReminderKind.FOLLOW_UP, Rings.AfterSession(24 * 60))
        file.write(Book(listOf(evening, morning), listOf(EndedSession(session, ms("2026-11-23T21:30:00+01:00")))))
        reminders().rearm()
        assertEquals(ms("2026-11-24T21:00:00+01:00"), alarmAt())
        zone = ZoneId.of("America/New_York")
        reminders().rearm()
        assertEquals(ms("2026-11-24T21:30:00+01:00"), alarmAt())
        at = "2026-11-24T21:30:00+01:00"
        reminders().ring()
        val leads = shadowOf(shown.getNotification("r2", Notices.REMINDER).contentIntent).savedIntent
        assertEquals(Place.SessionTomorrow(session), placeOf(leads))
        assertEquals(ms("2026-11-24T21:00:00-05:00"), alarmAt())
    }

    @Test
    fun `no reminder means no alarm`() {
        file.write(Book(listOf(evening)))
        reminders().rearm()
        open = emptyList()
        reminders().rearm()
        assertNull(alarmAt())
    }

    @Test
    fun `with the diary erased nothing of it stays`() {
        val morning = Reminder("r2", ReminderKind.FOLLOW_UP, Rings.AfterSession(24 * 60))
        val book = Book(listOf(evening, morning), listOf(EndedSession(session, ms("2026-11-24T19:00:00+01:00"))), running = RunningSession(session, 1))
        file.write(book)
        reminders().rearm()
        there = false
        reminders().rearm()
        assertNull(alarmAt())
        assertEquals(0, shown.size())
        assertEquals(Book(), file.read())
    }

    @Test
    fun `a running timer stays shown counts from its start and goes when it is over`() {
        file.write(Book(running = RunningSession(session, ms("2026-11-24T19:30:00+01:00"))))
        // As after a start of the phone: nothing but the file is there.
        reminders().ring()
        val timer = assertNotNull(shown.getNotification(Notices.TIMER))
        assertEquals("A timer is running.", timer.text())
        assertEquals(ms("2026-11-24T19:30:00+01:00"), timer.`when`)
        assertTrue(timer.extras.getBoolean(Notification.EXTRA_SHOW_CHRONOMETER))
        assertTrue(timer.flags and Notification.FLAG_ONGOING_EVENT != 0)
        val channel = service(NotificationManager::class.java).getNotificationChannel(timer.channelId)
        assertEquals(NotificationManager.IMPORTANCE_LOW, channel.importance)
        assertEquals(Place.SessionTimer(session), placeOf(shadowOf(timer.contentIntent).savedIntent))
        file.write(Book())
        reminders().rearm()
        assertNull(shown.getNotification(Notices.TIMER))
    }

    @Test
    fun `when the file cannot be written the alarm is set all the same`() {
        file.write(Book(listOf(evening)))
        File(folder.root, "reminders.json.part").mkdir()
        reminders().rearm()
        assertEquals(ms("2026-11-24T21:00:00+01:00"), alarmAt())
    }
}
