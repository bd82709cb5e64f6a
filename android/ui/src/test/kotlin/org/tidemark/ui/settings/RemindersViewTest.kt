package org.tidemark.ui.settings

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsEnabled
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Settings
import org.tidemark.logic.Tab
import org.tidemark.logic.reminder.EVERY_DAY
import org.tidemark.logic.reminder.QuietHours
import org.tidemark.logic.settings.ReminderRow
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.logic.settings.SettingsState
import org.tidemark.logic.settings.USUAL_QUIET
import org.tidemark.ui.EVENING
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

/** Days and quiet hours of reminders. */
@OptIn(ExperimentalTestApi::class)
class RemindersViewTest {
    private val daily = ReminderRow("r", "check_in", 1230, active = true, last = EVENING, next = null, days = listOf("mon", "wed"), quiet = USUAL_QUIET)
    private val after = ReminderRow("a", "after", null, active = true, last = null, next = null)

    private fun state(vararg reminders: ReminderRow, open: String? = null) = SettingsState(
        chosen = Settings(240u, hideBefore = false, paper = Paper.A4, region = null, privateNotifications = true),
        reminders = reminders.asList(),
        openReminder = open,
    )

    private val states = mapOf(
        "closed" to state(daily, after, daily.copy(id = "off", active = false)),
        "open" to state(daily, after, open = "r"),
        "last_day" to state(daily.copy(days = listOf("sun"), quiet = null), open = "r"),
        "after" to state(after.copy(quiet = USUAL_QUIET), open = "a"),
    )

    @Composable
    private fun Reminders(state: SettingsState, send: (SettingsEvent) -> Unit = {}) {
        Shell("Settings", Go.nowhere, Tab.MORE, canGoBack = true) { state.chosen?.let { RemindersSection(state, it, send) } }
    }

    @Test
    fun `a row names its days and quiet hours and opens them`() = runComposeUiTest {
        val sent = mutableListOf<SettingsEvent>()
        setContent { Shown(Look.LIGHT) { Reminders(states.getValue("closed"), sent::add) } }
        onNode(hasText("Mon, Wed\nQuiet from 22:00 until 07:00\nLast: Tue 24 Nov, 21:04\nNext: not planned yet")).assertExists()
        // One that counts from a session has no days to name, and one that is off names none.
        onNode(hasText("Last: not yet\nNext: not planned yet")).assertExists()
        onNode(hasText("Last: Tue 24 Nov, 21:04")).assertExists()
        onNodeWithContentDescription("Check-in at 20:30: days and quiet hours").performScrollTo().performClick()
        onNodeWithText("Quiet hours").performScrollTo().performClick()
        assertEquals(listOf<SettingsEvent>(SettingsEvent.ReminderOpened("r"), SettingsEvent.ReminderOpened("a")), sent)
    }

    @Test
    fun `every tick and step sends itself`() = runComposeUiTest {
        val sent = mutableListOf<SettingsEvent>()
        setContent { Shown(Look.LIGHT) { Reminders(states.getValue("open"), sent::add) } }
        onNodeWithText("Monday").performScrollTo().performClick()
        onNodeWithText("Sunday").performScrollTo().performClick()
        onNode(hasText("Quiet hours") and hasText("A reminder that falls into them comes when they end.")).performScrollTo().performClick()
        onNodeWithContentDescription("Quiet from 22:00: half an hour earlier").performScrollTo().performClick()
        onNodeWithContentDescription("Quiet until 07:00: half an hour later").performScrollTo().performClick()
        onNodeWithText("Close").performScrollTo().performClick()
        assertEquals(
            listOf(
                SettingsEvent.DaySwitched("r", "mon", on = false), SettingsEvent.DaySwitched("r", "sun", on = true),
                SettingsEvent.QuietSwitched("r", on = false), SettingsEvent.QuietMoved("r", QuietHours(1290, 420)),
                SettingsEvent.QuietMoved("r", QuietHours(1320, 450)), SettingsEvent.ReminderOpened(null),
            ),
            sent,
        )
        assertEquals(0, onAllNodes(hasText("One day at least. To stop the reminder, switch it off.")).fetchSemanticsNodes().size)
    }

    @Test
    fun `the last day is told of and a reminder after a session has quiet hours alone`() {
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Reminders(states.getValue("last_day")) } }
            onNodeWithText("One day at least. To stop the reminder, switch it off.").assertExists()
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Reminders(states.getValue("after")) } }
            assertEquals(0, onAllNodes(hasText("Days")).fetchSemanticsNodes().size)
            onNodeWithText("Quiet from 22:00").assertExists()
        }
    }

    @Test
    fun `no step leads to hours that end where they begin`() = runComposeUiTest {
        val near = state(daily.copy(days = EVERY_DAY, quiet = QuietHours(390, 420)), open = "r")
        setContent { Shown(Look.LIGHT) { Reminders(near) } }
        onNodeWithContentDescription("Quiet from 06:30: half an hour later").assertIsNotEnabled()
        onNodeWithContentDescription("Quiet until 07:00: half an hour earlier").assertIsNotEnabled()
        onNodeWithContentDescription("Quiet until 07:00: half an hour later").assertIsEnabled()
    }

    @Test
    fun `a time of the whole day goes round midnight`() = runComposeUiTest {
        val sent = mutableListOf<SettingsEvent>()
        val late = state(daily.copy(clockMin = 0, days = EVERY_DAY, quiet = QuietHours(1425, 15)), open = "r")
        setContent { Shown(Look.LIGHT) { Reminders(late, sent::add) } }
        onNodeWithContentDescription("Check-in at 00:00: half an hour earlier").performScrollTo().performClick()
        onNodeWithContentDescription("Quiet until 00:15: half an hour later").performScrollTo().performClick()
        // A quarter past midnight is taken: quiet hours that end where they begin are none.
        onNodeWithContentDescription("Quiet from 23:45: half an hour later").assertIsNotEnabled()
        onNodeWithContentDescription("Quiet until 00:15: half an hour earlier").assertIsNotEnabled()
        assertEquals(listOf(SettingsEvent.ReminderMoved("r", 1410), SettingsEvent.QuietMoved("r", QuietHours(1425, 45))), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("reminders $name") { Reminders(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("reminders-$name", Look.LIGHT) { Reminders(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("reminders-open-$look", shown, 1400) { Reminders(states.getValue("open")) }
    }
}
