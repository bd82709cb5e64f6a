package org.tidemark.platform.reminder

import android.app.Activity
import android.app.AlarmManager
import android.app.Application
import android.app.NotificationManager
import android.content.Intent
import org.junit.Before
import org.junit.Test
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowAlarmManager
import org.tidemark.bindings.Ending
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Moment
import org.tidemark.platform.Device
import org.tidemark.platform.Host
import org.tidemark.platform.OnAndroid
import org.tidemark.platform.key.PromptWords
import java.io.File
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.util.TimeZone
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** An application as the real one is, on a clock that tests move by hand. */
class TestHost : Application(), Host {
    var now: Instant = Instant.parse("2026-10-24T18:30:00Z")

    var openDiary: OpenDiaryInterface? = null

    override val device: Device by lazy {
        Device(
            context = this,
            activity = Activity::class.java,
            clock = { Clock.fixed(now, ZoneId.systemDefault()) },
            background = { it.run() },
            promptWords = { PromptWords("", "") },
            noticeWords = { NoticeWords(android.R.drawable.ic_popup_reminder, "Tidemark", "private", { it.code }, "Later", "R", "T", "timer") },
            openDiary = { openDiary },
        )
    }
}

/** From a real diary to the system's alarms, and again without its key after a start of the phone. */
@Config(application = TestHost::class)
class ReceiversTest : OnAndroid() {
    private val host get() = app as TestHost
    private val alarms get() = shadowOf(service(AlarmManager::class.java)).scheduledAlarms.map { Instant.ofEpochMilli(it.triggerAtMs) }
    private val shown get() = shadowOf(service(NotificationManager::class.java))

    @Before
    fun fresh() {
        forgotten()
        File(host.device.diaryPath).deleteRecursively()
    }

    private fun OpenDiary.reminder(vararg fields: Pair<String, String>) =
        addRecord(Kind.REMINDER, fields.map { FieldText(it.first, it.second) }, RecordedBy.OWN, host.device.now())

    private fun now(): Moment = host.device.now()

    private fun system(action: String) = RearmReceiver().onReceive(app, Intent(action))

    /** The system forgets every alarm when the phone starts or the app is updated. */
    private fun forgotten() {
        // It also puts the zone back to the machine's.
        ShadowAlarmManager.reset()
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"))
    }

    @Test
    fun `after start update new time and new zone the alarm stands again without the key`() {
        OpenDiary.create(host.device.diaryPath, "four plain words here", null, now()).use { diary ->
            diary.reminder("kind" to "check_in", "wall_clock" to "21:00")
            host.openDiary = diary
            host.device.phone.rearmReminders()
            diary.shut()
        }
        host.openDiary = null
        val times = host.device.phone.reminderTimes().values.single()
        assertEquals(Instant.parse("2026-10-24T19:00:00Z"), times.next?.let { Instant.ofEpochMilli(it.atMs) })
        assertNull(times.lastMs)
        // 21:00 in Berlin on the last evening of summer time.
        assertEquals(listOf(Instant.parse("2026-10-24T19:00:00Z")), alarms)
        for (action in listOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED, Intent.ACTION_TIME_CHANGED, Intent.ACTION_TIMEZONE_CHANGED)) {
            forgotten()
            system(action)
            assertEquals(listOf(Instant.parse("2026-10-24T19:00:00Z")), alarms, action)
        }
        // The clock went back in the night: 21:00 is an hour later by any other clock.
        host.now = Instant.parse("2026-10-24T19:00:00Z")
        ReminderReceiver().onReceive(app, Intent(Alarm.RING))
        assertEquals(1, shown.size())
        assertEquals(listOf(Instant.parse("2026-10-25T20:00:00Z")), alarms)
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"))
        host.now = Instant.parse("2026-10-25T12:00:00Z")
        system(Intent.ACTION_TIMEZONE_CHANGED)
        assertEquals(listOf(Instant.parse("2026-10-26T01:00:00Z")), alarms)
    }

    @Test
    fun `a phone that was off at the time says so when it starts`() {
        OpenDiary.create(host.device.diaryPath, "four plain words here", null, now()).use { diary ->
            diary.reminder("kind" to "check_in", "wall_clock" to "21:00")
            host.openDiary = diary
            host.device.left()
            diary.shut()
        }
        host.openDiary = null
        forgotten()
        host.now = Instant.parse("2026-10-24T20:15:00Z")
        system(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(1, shown.size())
        assertEquals(listOf(Instant.parse("2026-10-25T20:00:00Z")), alarms)
    }

    @Test
    fun `a timer that runs is shown after a start of the phone`() {
        OpenDiary.create(host.device.diaryPath, "four plain words here", null, now()).use { diary ->
            val draft = SessionDraft(now(), Ending.NotHeld, SessionStatus.PLANNED, Modality.SWEDISH, RecordedBy.OWN)
            diary.startSession(draft, now())
            host.openDiary = diary
            host.device.left()
            diary.shut()
        }
        host.openDiary = null
        service(NotificationManager::class.java).cancelAll()
        system(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(Instant.parse("2026-10-24T18:30:00Z"), Instant.ofEpochMilli(shown.getNotification(Notices.TIMER).`when`))
    }

    @Test
    fun `without a diary and for any other broadcast nothing happens`() {
        system(Intent.ACTION_BOOT_COMPLETED)
        assertTrue(alarms.isEmpty())
        system(Intent.ACTION_BATTERY_LOW)
        ReminderReceiver().onReceive(app, Intent("org.tidemark.action.LATER.nobody"))
        assertTrue(alarms.isEmpty())
        assertNull(shown.getNotification(Notices.TIMER))
        assertEquals(0, shown.size())
    }
}
