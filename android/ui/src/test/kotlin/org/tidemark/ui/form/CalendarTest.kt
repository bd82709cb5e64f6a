package org.tidemark.ui.form

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.logic.Tab
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import java.time.LocalDate
import java.util.TimeZone
import kotlin.test.Test
import kotlin.test.assertEquals

/** The calendar beside a typed day. */
@OptIn(ExperimentalTestApi::class)
class CalendarTest {
    private val today = "2026-11-24"

    @Composable
    private fun Screen(text: String, moment: Boolean = false, put: (String) -> Unit = {}) {
        Shell("Medicines", Go.nowhere, Tab.MORE, canGoBack = true) {
            var typed by remember { mutableStateOf(text) }
            val onText = { it: String ->
                typed = it
                put(it)
            }
            if (moment) MomentField("Start", typed, onText, today) else DayField("Start", typed, onText, today)
        }
    }

    private fun ComposeUiTest.open() = onNodeWithContentDescription("Start: choose in a calendar").performClick()

    private fun ComposeUiTest.tap(day: String) = onNodeWithContentDescription(day).performClick()

    private fun ComposeUiTest.take() = onNodeWithText("Take this day").performClick()

    /** What is typed after [act] on the calendar of a field. */
    private fun taken(text: String, moment: Boolean = false, act: ComposeUiTest.() -> Unit): List<String> {
        val sent = mutableListOf<String>()
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(text, moment, sent::add) } }
            open()
            act()
        }
        return sent
    }

    @Test
    fun `the day taken is the day tapped wherever the phone is`() {
        val usual = TimeZone.getDefault()
        try {
            for (zone in listOf("Pacific/Honolulu", "UTC", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone))
                val day = taken("2026-11-02") {
                    tap("Monday 16 November 2026")
                    take()
                }
                assertEquals(listOf("2026-11-16"), day, zone)
                assertEquals(listOf("1969-07-20"), taken("1969-07-20") { take() }, zone)
            }
        } finally {
            TimeZone.setDefault(usual)
        }
    }

    @Test
    fun `it opens on the typed day and on today where none is`() {
        for ((text, day) in listOf("2026-03-29" to "2026-03-29", "" to today, "2026-13-02" to today, "0001-01-01" to "0001-01-01")) {
            assertEquals(listOf(day), taken(text) { take() }, text)
        }
    }

    @Test
    fun `leaving takes no day and a moment keeps its time`() {
        val left = taken("2026-11-02") {
            tap("Monday 16 November 2026")
            onNodeWithText("Cancel").performClick()
        }
        assertEquals(emptyList(), left)
        val moment = taken("2026-11-02 10:30", moment = true) {
            tap("Monday 16 November 2026")
            take()
        }
        assertEquals(listOf("2026-11-16 10:30"), moment)
    }

    @Test
    fun `months before and after are reached and what is typed leads the calendar`() {
        val day = taken("2026-01-31") {
            onNodeWithContentDescription("Month before: December 2025").performClick()
            onNodeWithContentDescription("Month before: November 2025").performClick()
            onNodeWithContentDescription("Month after: December 2025").performClick()
            tap("Wednesday 31 December 2025")
            take()
        }
        assertEquals(listOf("2025-12-31"), day)
        val typed = taken("2026-01-31") {
            onNodeWithContentDescription("Start").performTextReplacement("2024-02-29")
            take()
        }
        assertEquals(listOf("2024-02-29", "2024-02-29"), typed)
    }

    @Test
    fun `the open calendar is accessible in every look`() {
        assertAccessible("calendar") { Open() }
    }

    @Test
    fun `the open calendar looks as it did`() {
        for ((look, shown) in Look.ALL) assertPicture("calendar-$look", shown) { Open() }
    }

    /** A field whose calendar is open from the start. */
    @Composable
    private fun Open() = Shell("Medicines", Go.nowhere, Tab.MORE, canGoBack = true) {
        Calendar(LocalDate.parse("2026-11-02"), LocalDate.parse(today), {}, {})
    }
}
