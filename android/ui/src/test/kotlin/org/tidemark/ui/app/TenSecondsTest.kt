package org.tidemark.ui.app

import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.runComposeUiTest
import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.OpenDiary
import org.tidemark.ui.Look
import org.tidemark.ui.RealDiary
import org.tidemark.ui.Shown
import org.tidemark.ui.WORDS
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals

/** Rating the day, in taps, over a real encrypted diary. */
@OptIn(ExperimentalTestApi::class)
class TenSecondsTest {
    @TempDir
    lateinit var folder: Path

    private var taps = 0

    private fun ComposeUiTest.tap(number: String) {
        taps++
        onNode(hasText(number).and(SemanticsMatcher.expectValue(SemanticsProperties.Role, Role.RadioButton))).performClick()
    }

    @Test
    fun `four ratings are four taps and each is on disk without a save button`() {
        RealDiary(folder).use { real ->
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { TidemarkApp(real.env) } }
                // The fifth tap, or the first, is the one on the reminder or the icon.
                for (number in listOf("6", "7", "4", "8")) tap(number)
                onNodeWithText("Saved 21:04").assertIsDisplayed()
            }
        }
        assertEquals(4, taps)
        OpenDiary.openWithPassphrase(real(), WORDS).use { again ->
            assertEquals(
                listOf("stress" to 6000L, "mood" to 7000L, "energy" to 4000L, "sleep_quality" to 8000L),
                again.today(org.tidemark.ui.EVENING).answers.map { it.measureId to it.valueMilli },
            )
            again.shut()
        }
    }

    private fun real() = folder.resolve("my.diary").toString()
}
