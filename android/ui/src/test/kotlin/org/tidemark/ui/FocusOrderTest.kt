package org.tidemark.ui

import androidx.compose.ui.input.key.Key
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.isFocused
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.test.runComposeUiTest
import org.junit.jupiter.api.io.TempDir
import org.tidemark.logic.Place
import org.tidemark.ui.app.TidemarkApp
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** The way of the keyboard's focus through screens over a real diary: everything that can be tapped, once, in the order it is read. */
@OptIn(ExperimentalTestApi::class)
class FocusOrderTest {
    @TempDir
    lateinit var folder: Path

    /** Names of what the focus comes to, by the Tab key, until it is where it was before. */
    private fun ComposeUiTest.way(): List<String> {
        val ids = mutableListOf<Int>()
        val names = mutableListOf<String>()
        repeat(MOST) {
            onRoot().performKeyInput { pressKey(Key.Tab) }
            waitForIdle()
            val node = onAllNodes(isFocused()).fetchSemanticsNodes().lastOrNull() ?: return@repeat
            if (node.id in ids) return names
            ids += node.id
            names += node.label()
        }
        return names
    }

    private fun ComposeUiTest.tapped(): List<String> = nodes(SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick))
        .filter { it.config.getOrNull(SemanticsProperties.Disabled) == null }
        .map { it.label() }

    @Test
    fun `on today the focus goes from help through the numbers to the tabs`() = over(Place.Today) { way ->
        val numbers = (0..10).map { it.toString() } + "Skip"
        assertEquals(
            listOf("Help") + numbers + listOf("Mood –   rate", "Energy –   rate", "Sleep quality –   rate", "Add a practice + practice") + TABS,
            way,
        )
    }

    @Test
    fun `every screen lets the keyboard reach all that a finger can`() {
        val places = listOf(
            Place.Today, Place.Sessions, Place.SessionBefore(), Place.History, Place.Trends, Place.Insights, Place.Report,
            Place.More, Place.Records("goal"), Place.VisitPrep, Place.Safety, Place.Backup, Place.Settings,
            Place.Imports, Place.Practice,
            Place.Therapists, Place.Plan, Place.Intake, Place.CarePage,
        )
        RealDiary(folder).use { real ->
            for (place in places) {
                runComposeUiTest {
                    setContent { Shown(Look.LIGHT) { TidemarkApp(real.env, start = place) } }
                    waitForIdle()
                    val all = tapped()
                    assertTrue(all.size > 2, "$place has nothing to tap")
                    assertEquals(all.sorted(), way().filter { it in all }.sorted(), "$place")
                }
            }
        }
    }

    private fun over(place: Place, check: (List<String>) -> Unit) {
        RealDiary(folder).use { real ->
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { TidemarkApp(real.env, start = place) } }
                waitForIdle()
                check(way())
            }
        }
    }

    private companion object {
        /** More than any screen has to focus. */
        const val MOST = 120
        val TABS = listOf("Today", "Sessions", "Trends", "Report", "More")
    }
}
