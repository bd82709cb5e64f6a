package org.tidemark.ui.session

import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Ending
import org.tidemark.bindings.Modality
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.ui.Look
import org.tidemark.ui.RealDiary
import org.tidemark.ui.Shown
import org.tidemark.ui.app.TidemarkApp
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull

/** A session in taps, over a real encrypted diary and every screen of it. */
@OptIn(ExperimentalTestApi::class)
class ThreeTapsTest {
    @TempDir
    lateinit var folder: Path

    private var taps = 0

    private fun ComposeUiTest.tap(text: String) {
        taps++
        onNodeWithText(text).performClick()
        waitForIdle()
    }

    private fun RealDiary.heldLastWeek() {
        val week = now.copy(epochMs = now.epochMs - 7 * 86_400_000L)
        diary.saveSession(SessionDraft(week, Ending.After(60u), SessionStatus.HELD, Modality.SHIATSU, RecordedBy.OWN, plannedMin = 60u), week)
    }

    @Test
    fun `a session like the last one starts with three taps and one ends it`() {
        RealDiary(folder).use { real ->
            real.heldLastWeek()
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { TidemarkApp(real.env) } }
                tap("Sessions")
                tap("Start a session")
                onNodeWithText("Start timer").performScrollTo()
                tap("Start timer")
                assertEquals(3, taps)
                onNodeWithText("0 of 60 min").assertIsDisplayed()
                val id = assertNotNull(real.diary.today(real.now).runningSessionId)
                real.now = real.now.copy(epochMs = real.now.epochMs + 61 * 60_000L)
                // The time on the screen follows the clock without a tap.
                mainClock.advanceTimeBy(6_000)
                onNodeWithText("61 of 60 min").assertIsDisplayed()
                onNodeWithText("Finish").performScrollTo()
                tap("Finish")
                onNodeWithText("After the session").assertIsDisplayed()
                assertNull(real.diary.today(real.now).runningSessionId)
                assertEquals("61", real.diary.viewSession(id, false, real.now).session.fields.single { it.name == "actual_min" }.text)
                onNodeWithText("Go on to aftercare").performScrollTo()
                tap("Go on to aftercare")
                onNodeWithText("Water").assertIsDisplayed()
                onNodeWithText("Back").performClick()
                waitForIdle()
                // A finished timer is not gone back to.
                onNodeWithText("All sessions").assertIsDisplayed()
                assertEquals(2, onAllNodes(hasText("Shiatsu · ", substring = true)).fetchSemanticsNodes().size)
            }
        }
    }
}
