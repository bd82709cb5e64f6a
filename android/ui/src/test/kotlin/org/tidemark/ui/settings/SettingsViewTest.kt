package org.tidemark.ui.settings

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Direction
import org.tidemark.bindings.Frame
import org.tidemark.bindings.Measure
import org.tidemark.bindings.MeasureUnit
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Settings
import org.tidemark.bindings.StarterSet
import org.tidemark.logic.Blocked
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.reminder.EVERY_DAY
import org.tidemark.logic.settings.Erasing
import org.tidemark.logic.settings.Lock
import org.tidemark.logic.settings.Notice
import org.tidemark.logic.settings.OwnMeasure
import org.tidemark.logic.settings.ReminderRow
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.logic.settings.SettingsState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class SettingsViewTest {
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

    private fun measure(id: String, label: String, direction: Direction, daily: Boolean, active: Boolean = true) = Measure(
        id = id, version = 1u, label = label, frame = Frame.DAY_OVERALL, unit = MeasureUnit.SCORE, direction = direction,
        minMilli = 0, maxMilli = 10_000, stepMilli = 1000, anchorLow = null, anchorHigh = null, daily = daily, session = false, active = active,
    )

    private val stress = measure("stress", "Stress", Direction.HIGHER_WORSE, daily = true)
    private val pain = measure("pain", "Pain", Direction.HIGHER_WORSE, daily = false)
    private val filled = SettingsState(
        chosen = Settings(240u, hideBefore = true, paper = Paper.A4, region = "IE", privateNotifications = true),
        measures = listOf(stress, pain, measure("focus", "Focus", Direction.HIGHER_BETTER, daily = false, active = false)),
        sets = listOf(StarterSet("low_mood", "low mood", listOf("mood"))),
        regions = listOf("DE", "IE"),
        reminders = listOf(
            ReminderRow("r", "check_in", 1230, true, evening, next = evening.copy(epochMs = evening.epochMs + 84_360_000), days = EVERY_DAY),
        ),
        notice = Notice.SAVED,
    )

    private val empty = filled.copy(reminders = emptyList(), regions = emptyList(), notice = null, lock = Lock.WORDS_FIRST)

    private val states = mapOf(
        "loading" to SettingsState(),
        "empty" to empty,
        "filled" to filled.copy(lock = Lock.ON, blocked = Blocked.EXACT_ALARMS_OFF),
        "error" to SettingsState(problem = Problem.Locked),
        "own" to filled.copy(own = OwnMeasure("Focus", "scattered", "", problem = Problem.NotTaken("there is already a measure focus"))),
        "erase" to filled.copy(erasing = Erasing("earse", wrong = true)),
    )

    @Composable
    private fun Screen(state: SettingsState, send: (SettingsEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Settings", Go.nowhere, Tab.MORE, canGoBack = true) { SettingsView(state, send, go) {} }
    }

    @Test
    fun `every choice sends itself`() = runComposeUiTest {
        val sent = mutableListOf<SettingsEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        onNodeWithContentDescription("Ask Pain each day").performScrollTo().performClick()
        onNodeWithContentDescription("Archive Pain").performScrollTo().performClick()
        onNodeWithContentDescription("Bring back Focus").performScrollTo().performClick()
        onNodeWithText("Low mood").performScrollTo().performClick()
        onNodeWithText("Letter").performScrollTo().performClick()
        onNodeWithText("None chosen").performScrollTo().performClick()
        onNodeWithText("Hide the ratings before a session until those after are in").performScrollTo().performClick()
        onNodeWithText("Notifications say nothing private").performScrollTo().performClick()
        assertEquals(
            listOf(
                SettingsEvent.DailySwitched(pain, true), SettingsEvent.ArchiveSwitched(pain, archived = true),
                SettingsEvent.ArchiveSwitched(filled.measures[2], archived = false), SettingsEvent.StarterSetChosen("low_mood"),
                SettingsEvent.Chosen(Setting.SheetOfPaper(Paper.LETTER)), SettingsEvent.Chosen(Setting.RegionOf(null)),
                SettingsEvent.Chosen(Setting.HideBefore(false)), SettingsEvent.Chosen(Setting.PrivateNotifications(false)),
            ),
            sent,
        )
    }

    @Test
    fun `blocked reminders name the exact switch and a reminder says when it came and comes`() = runComposeUiTest {
        val sent = mutableListOf<SettingsEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("filled"), sent::add) } }
        onNodeWithText("The switch is in the phone settings: Alarms and reminders; Tidemark; Allow.").assertExists()
        onNodeWithText("Open that setting").performScrollTo().performClick()
        assertEquals(listOf<SettingsEvent>(SettingsEvent.BlockedOpened), sent)
        // 84,360 s are 23 h 26 min: from 21:04 on Tuesday to 20:30 on Wednesday.
        onNode(hasText("Every day\nLast: Tue 24 Nov, 21:04\nNext: Wed 25 Nov, 20:30")).assertExists()
    }

    @Test
    fun `no lock before the words are written down`() = runComposeUiTest {
        val went = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(empty, go = Go(went::add, {}, {}, {})) } }
        assertEquals(0, onAllNodes(hasText("Ask for my finger, face or code")).fetchSemanticsNodes().size)
        onNodeWithText("To my recovery words").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.Backup), went)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("settings $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        val tall = mapOf("filled" to 2300, "empty" to 1900)
        for ((name, state) in states) assertPicture("settings-$name", Look.LIGHT, tall[name] ?: 860) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("settings-filled-$look", shown, 1400) { Screen(filled) }
    }
}
