package org.tidemark.logic.reminder

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.Ending
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Phase
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionRatingDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Setting
import org.tidemark.bindings.momentFromText
import org.tidemark.bindings.readOpenFacts
import org.tidemark.bindings.uniffiEnsureInitialized
import java.nio.file.Path
import java.time.DayOfWeek
import java.time.ZoneId
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** What is read from a real diary, and what is left of it without the key. */
class ReadBookTest {
    @TempDir
    lateinit var folder: Path

    private val zone = ZoneId.of("Europe/Berlin")
    private val evening = momentFromText("2026-11-24T20:04:00+01:00[Europe/Berlin]")

    private fun create(): OpenDiary {
        uniffiEnsureInitialized()
        return OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening)
    }

    private fun ms(text: String) = momentFromText(text).epochMs

    private fun OpenDiary.reminder(vararg fields: Pair<String, String>) =
        addRecord(Kind.REMINDER, fields.map { FieldText(it.first, it.second) }, RecordedBy.OWN, evening).id

    private fun OpenDiary.rateAll(at: String, measures: List<String>) {
        val moment = momentFromText(at)
        saveCheckIn(CheckInDraft(ratedAt = moment, ratings = measures.map { Rated(it, 5000) }, recordedBy = RecordedBy.OWN), moment)
    }

    @Test
    fun `reminders are read with their quiet hours and days and those that are off are not`() = create().use { diary ->
        val weekdays = diary.reminder("kind" to "check_in", "wall_clock" to "21:00", "days" to "mon | fri", "quiet_from" to "22:00", "quiet_to" to "07:30", "snooze_min" to "10", "wording" to "plain")
        val after = diary.reminder("kind" to "follow_up", "elapsed_min" to "840")
        diary.reminder("kind" to "backup", "wall_clock" to "09:00", "active" to "false")
        diary.setSetting(Setting.PrivateNotifications(false))
        val book = readBook(diary, Book(), evening, zone)
        assertEquals(
            listOf(
                Reminder(weekdays, ReminderKind.CHECK_IN, Rings.AtClock(1260, setOf(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), QuietHours(1320, 450), 10, private = false),
                Reminder(after, ReminderKind.FOLLOW_UP, Rings.AfterSession(840), private = false),
            ).sortedBy { it.key },
            book.reminders.map { if (it.key == after) it.copy(private = false) else it }.sortedBy { it.key },
        )
        // 24 Nov 2026 is a Tuesday; the next of the two days is Friday the 27th.
        assertEquals(ms("2026-11-27T21:00:00+01:00"), book.alarmMs)
        diary.setSetting(Setting.PrivateNotifications(true))
        assertTrue(readBook(diary, book, evening, zone).reminders.all { it.private })
    }

    @Test
    fun `a day that is answered is done until the person's day ends`() = create().use { diary ->
        diary.rateAll("2026-11-24T20:00:00+01:00[Europe/Berlin]", listOf("stress", "mood", "energy"))
        assertEquals(emptyMap(), readBook(diary, Book(), evening, zone).doneUntilMs)
        diary.rateAll("2026-11-24T20:01:00+01:00[Europe/Berlin]", listOf("sleep_quality"))
        assertEquals(mapOf(ReminderKind.CHECK_IN to ms("2026-11-25T04:00:00+01:00")), readBook(diary, Book(), evening, zone).doneUntilMs)
    }

    @Test
    fun `the morning after counts from the end of a session until its rating is in`() = create().use { diary ->
        val key = diary.reminder("kind" to "follow_up", "elapsed_min" to "840")
        val session = diary.saveSession(
            SessionDraft(
                startedAt = momentFromText("2026-11-24T17:00:00+01:00[Europe/Berlin]"),
                ending = Ending.At(momentFromText("2026-11-24T18:00:00+01:00[Europe/Berlin]")),
                status = SessionStatus.HELD,
                modality = Modality.SWEDISH,
                recordedBy = RecordedBy.OWN,
            ),
            evening,
        ).id
        val book = readBook(diary, Book(), evening, zone)
        assertEquals(Due(ms("2026-11-25T08:00:00+01:00"), session), book.rung.getValue(key).next)
        val morning = momentFromText("2026-11-25T07:50:00+01:00[Europe/Berlin]")
        diary.rateSession(session, SessionRatingDraft(Phase.FOLLOW_UP, listOf(Rated("stress", 3000)), morning), RecordedBy.OWN, morning)
        assertNull(readBook(diary, book, morning, zone).alarmMs)
    }

    @Test
    fun `a running timer is found with its start`() = create().use { diary ->
        assertNull(readBook(diary, Book(), evening, zone).running)
        val draft = SessionDraft(evening, Ending.NotHeld, SessionStatus.PLANNED, Modality.SWEDISH, RecordedBy.OWN)
        val session = diary.startSession(draft, evening).id
        val later = momentFromText("2026-11-24T20:40:00+01:00[Europe/Berlin]")
        assertEquals(RunningSession(session, evening.epochMs), readBook(diary, Book(), later, zone).running)
    }

    @Test
    fun `without the key open json decides which times there are`() = create().use { diary ->
        val kept = diary.reminder("kind" to "check_in", "wall_clock" to "21:00", "quiet_from" to "22:00", "quiet_to" to "07:00", "wording" to "plain")
        val gone = diary.reminder("kind" to "backup", "wall_clock" to "10:00")
        val after = diary.reminder("kind" to "follow_up", "elapsed_min" to "840")
        diary.setSetting(Setting.PrivateNotifications(false))
        val book = readBook(diary, Book(), evening, zone)
        // Changed behind the phone's back, as by a restore: one goes, one comes.
        diary.removeRecord(Kind.REMINDER, gone, RecordedBy.OWN, evening)
        diary.reminder("kind" to "visit_eve", "wall_clock" to "18:30", "wording" to "plain")
        val locked = book.reconciled(readOpenFacts(folder.resolve("my.diary").toString()).reminderTimes)
        assertEquals(listOf(kept, "visit_eve 1110 1234567", after), locked.reminders.map { it.key })
        assertEquals(listOf(QuietHours(1320, 420), null, null), locked.reminders.map { it.quiet })
        assertTrue(locked.reminders[1].private, "a time the phone did not know rings in private words")
        assertEquals(false, locked.reminders[0].private)
    }
}
