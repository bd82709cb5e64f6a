package org.tidemark.ui.rating

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.runComposeUiTest
import org.junit.jupiter.api.io.TempDir
import org.tidemark.logic.Place
import org.tidemark.ui.Look
import org.tidemark.ui.RealDiary
import org.tidemark.ui.Shown
import org.tidemark.ui.app.TidemarkApp
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals

/** Pads of Today and of a session, over a real diary, while a screen reader runs and after it was switched off. */
@OptIn(ExperimentalTestApi::class)
class ScreenReaderTest {
    @TempDir
    lateinit var folder: Path

    private var heard by mutableStateOf(true)

    private fun ComposeUiTest.app(start: Place) = RealDiary(folder).also { real ->
        setContent { Shown(Look.LIGHT) { CompositionLocalProvider(LocalScreenReader provides heard) { TidemarkApp(real.env, start) } } }
    }

    private fun ComposeUiTest.tap(number: String) =
        onNode(hasText(number).and(SemanticsMatcher.expectValue(SemanticsProperties.Role, Role.RadioButton))).performClick()

    /** Rows that are closed and have no answer. */
    private fun ComposeUiTest.closed() = onAllNodesWithText("–   rate").fetchSemanticsNodes().size

    private fun ComposeUiTest.staysUntilOpened() {
        assertEquals(3, closed())
        tap("6")
        assertEquals(3, closed(), "the answered pad stays open")
        onNodeWithText("Mood").performClick()
        assertEquals(2, closed())
        heard = false
        waitForIdle()
        tap("7")
        assertEquals(1, closed(), "the next pad opens by itself")
    }

    @Test
    fun `on Today`() = runComposeUiTest { app(Place.Today).use { staysUntilOpened() } }

    @Test
    fun `before a session`() = runComposeUiTest { app(Place.SessionBefore()).use { staysUntilOpened() } }
}
