package org.tidemark.logic.settings

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Store
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorScreen
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.onboarding.OnboardingEvent
import org.tidemark.logic.onboarding.Page
import org.tidemark.logic.onboarding.onboardingFeature
import org.tidemark.logic.reminder.Due
import org.tidemark.logic.reminder.Rung
import java.io.ByteArrayInputStream
import java.io.File
import java.util.zip.ZipInputStream
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Settings and the first day's questions behind a real door: what a script cannot follow. */
class SettingsOverARealDiaryTest {
    @TempDir
    lateinit var place: File

    private val door by lazy { DoorScreen(place).send(DoorEvent.Shown, DoorEvent.Begun(setUp = true)) }
    private val env by lazy { door.env.opened(assertIs<DoorState.Open>(door.state).diary) { door.send(it) } }
    private val screen: Store<SettingsState, SettingsEvent, SettingsEffect> by lazy {
        env.store(settingsFeature(env)).also { it.send(SettingsEvent.Shown) }
    }

    @Test
    fun `erasing needs the whole word and then the door finds nothing`() {
        door.copies = "Copies"
        screen.send(SettingsEvent.EraseAsked)
        for (typed in listOf("", "eras", "erase everything")) {
            screen.send(SettingsEvent.EraseTyped(typed))
            screen.send(SettingsEvent.EraseConfirmed("erase"))
            assertEquals(true, screen.state.erasing?.wrong)
            assertTrue(File(door.folder, "diary.db").exists())
            assertEquals("Copies", door.copies)
        }
        // A word that a translation forgot erases nothing either.
        screen.send(SettingsEvent.EraseTyped(""))
        screen.send(SettingsEvent.EraseConfirmed(""))
        assertTrue(File(door.folder, "diary.db").exists())
        screen.send(SettingsEvent.EraseTyped(" Erase "))
        screen.send(SettingsEvent.EraseConfirmed("erase"))
        assertEquals(DoorState.NoDiary(), door.state)
        assertEquals(false, door.folder.exists())
        assertNull(door.vault.words)
        assertNull(door.copies)
    }

    @Test
    fun `what the phone knows of a reminder stands on the page on the clock of that day`() {
        screen.send(SettingsEvent.ReminderAdded(21 * 60))
        val id = screen.state.reminders.single().id
        // 25 October 2026, 21:00 in Berlin after the clock went back; `date -u -d 2026-10-25T20:00Z +%s` is 1792958400.
        val phone = Phone(outbox = place.path, reminderTimes = { mapOf(id to Rung(next = Due(1_792_958_400_000))) })
        val now = Moment(1_792_868_400_000, 7200, "Europe/Berlin")
        val with = Env(env.diary, { now }, phone, env.work, env.home, env.doorway)
        val row = with.store(settingsFeature(with)).also { it.send(SettingsEvent.Shown) }.state.reminders.single()
        assertEquals(Moment(1_792_958_400_000, 3600, "Europe/Berlin"), row.next)
        assertNull(row.last)
    }

    @Test
    fun `no lock while only the device has the words`() {
        assertEquals(Lock.WORDS_FIRST, screen.state.lock)
        screen.send(SettingsEvent.LockSwitched(on = true))
        assertEquals(false, door.vault.asks)
        door.vault.words = null
        screen.send(SettingsEvent.Shown)
        screen.send(SettingsEvent.LockSwitched(on = true))
        assertEquals(true to Lock.ON, door.vault.asks to screen.state.lock)
    }

    @Test
    fun `a device that cannot lock says so and stays open`() {
        door.vault.words = null
        door.vault.keepsKeys = false
        screen.send(SettingsEvent.Shown)
        screen.send(SettingsEvent.LockSwitched(on = true))
        assertEquals(Notice.LOCK_NOT_TAKEN to Lock.OFF, screen.state.notice to screen.state.lock)
    }

    @Test
    fun `everything leaves as tables and no file stays behind`() {
        screen.send(SettingsEvent.ExportAsked)
        assertEquals(Notice.EXPORTED, screen.state.notice)
        val zip = ZipInputStream(ByteArrayInputStream(door.saved.getValue("tidemark-2026-11-24.zip")))
        val names = generateSequence { zip.nextEntry }.map { it.name.substringAfterLast('/') }.toList()
        assertTrue("check_ins.csv" in names || "checkins.csv" in names, names.toString())
        assertEquals(emptyList(), door.outbox.list().orEmpty().toList())
    }

    @Test
    fun `a measure of one's own is named by the letters of its label or numbered`() {
        val known = env.diary.measures().size
        for (label in listOf("Focus", "  Deep work! ", "Müde", "集中", "2nd coffee")) {
            screen.send(SettingsEvent.OwnAsked)
            screen.send(SettingsEvent.OwnTyped(OwnMeasure(label = label)))
            screen.send(SettingsEvent.OwnSaved)
            assertNull(screen.state.own, label)
        }
        assertEquals(listOf("focus", "deep_work", "m_de", "own_${known + 4}", "nd_coffee"), screen.state.measures.drop(known).map { it.id })
    }

    @Test
    fun `each answer of the first day is on disk when it shows as chosen and none is needed`() {
        val first = env.store(onboardingFeature(env)).also { it.send(OnboardingEvent.Shown) }
        assertEquals(240 to null, first.state.rolloverMin to first.state.set)
        first.send(OnboardingEvent.SetChosen("low_mood"))
        first.send(OnboardingEvent.Went)
        first.send(OnboardingEvent.DayEnds(210))
        first.send(OnboardingEvent.Went)
        first.send(OnboardingEvent.Reminder(1230))
        first.send(OnboardingEvent.Reminder(1260))
        assertEquals(Triple("low_mood", 210, 1230), Triple(first.state.set, first.state.rolloverMin, first.state.reminderMin))
        assertEquals(210, env.diary.settings().rolloverMin.toInt())
        val reminder = env.diary.records(Kind.REMINDER, Span()).single()
        assertEquals("20:30", assertNotNull(reminder.fields.single { it.name == "wall_clock" }.text).take(5))
        first.send(OnboardingEvent.Went)
        assertEquals(Page.LOCK to false, first.state.page to first.state.over)
        first.send(OnboardingEvent.Went)
        assertEquals(true, first.state.over)
    }
}
