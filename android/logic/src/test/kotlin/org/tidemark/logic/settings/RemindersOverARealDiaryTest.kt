package org.tidemark.logic.settings

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Span
import org.tidemark.logic.CareDiary
import org.tidemark.logic.Phone
import org.tidemark.logic.Store
import org.tidemark.logic.evening
import org.tidemark.logic.reminder.Book
import org.tidemark.logic.reminder.EVERY_DAY
import org.tidemark.logic.reminder.QuietHours
import org.tidemark.logic.reminder.Rings
import org.tidemark.logic.reminder.readBook
import org.tidemark.logic.shown
import java.nio.file.Path
import java.time.DayOfWeek
import java.time.ZoneId
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

/** Days and quiet hours of reminders, as the diary keeps them and as the phone then plans. */
class RemindersOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private val real by lazy { CareDiary(folder) }
    private var plans = 0
    private val screen: Store<SettingsState, SettingsEvent, SettingsEffect> by lazy {
        val env = real.env(phone = Phone(outbox = real.outbox.path, rearmReminders = { plans++ }))
        env.shown(settingsFeature(env))
    }

    @AfterTest
    fun close() = real.close()

    private fun field(name: String): String? = real.diary.records(Kind.REMINDER, Span()).single().fields.single { it.name == name }.text

    private fun book(): Book = readBook(real.diary, Book(), evening, ZoneId.of("Europe/Berlin"))

    @Test
    fun `the phone plans anew for the days and quiet hours that were chosen`() {
        screen.send(SettingsEvent.ReminderAdded(23 * 60))
        val id = screen.state.reminders.single().id
        assertEquals(EVERY_DAY, screen.state.reminders.single().days)
        screen.send(SettingsEvent.DaySwitched(id, "sun", on = false))
        screen.send(SettingsEvent.QuietSwitched(id, on = true))
        assertEquals(3, plans)
        val reminder = book().reminders.single()
        assertEquals(Rings.AtClock(23 * 60, DayOfWeek.entries.toSet() - DayOfWeek.SUNDAY), reminder.rings)
        assertEquals(QuietHours(22 * 60, 7 * 60), reminder.quiet)
    }

    @Test
    fun `all seven days are kept as none named and no quiet hours as no fields`() {
        screen.send(SettingsEvent.ReminderAdded(1230))
        val id = screen.state.reminders.single().id
        screen.send(SettingsEvent.DaySwitched(id, "tue", on = false))
        assertEquals("mon | wed | thu | fri | sat | sun", field("days"))
        screen.send(SettingsEvent.DaySwitched(id, "tue", on = true))
        assertNull(field("days"))
        screen.send(SettingsEvent.QuietSwitched(id, on = true))
        assertEquals("22:00" to "07:00", field("quiet_from") to field("quiet_to"))
        screen.send(SettingsEvent.QuietSwitched(id, on = false))
        assertEquals(null to null, field("quiet_from") to field("quiet_to"))
        assertNull(screen.state.problem)
    }

    @Test
    fun `what changes nothing writes nothing`() {
        screen.send(SettingsEvent.ReminderAdded(1230))
        val id = screen.state.reminders.single().id
        val before = screen.state
        val idle = listOf(
            SettingsEvent.DaySwitched("none", "mon", on = false), SettingsEvent.QuietSwitched("none", on = true),
            SettingsEvent.QuietMoved("none", USUAL_QUIET), SettingsEvent.ReminderOpened("none"),
            SettingsEvent.DaySwitched(id, "mon", on = true), SettingsEvent.DaySwitched(id, "someday", on = true),
            SettingsEvent.QuietSwitched(id, on = false), SettingsEvent.QuietMoved(id, QuietHours(60, 60)),
        )
        idle.forEach { screen.send(it) }
        assertEquals(before to 1, screen.state to plans)
    }
}
