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
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.logic.Tab
import org.tidemark.logic.settings.OwnMeasure
import org.tidemark.logic.settings.OwnScale
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

/** The form of a measure of one's own, on each of its scales. */
@OptIn(ExperimentalTestApi::class)
class OwnFormTest {
    private val other = OwnMeasure("Sway", scale = OwnScale.OTHER, lowest = "-5", highest = "5", session = true)
    private val states = mapOf(
        "ten" to OwnMeasure(),
        "hours" to OwnMeasure("Outdoors", scale = OwnScale.HOURS),
        "other" to other,
        "wrong" to other.copy(lowest = "5", highest = "-5"),
    )

    @Composable
    private fun Form(own: OwnMeasure, send: (SettingsEvent) -> Unit = {}) {
        Shell("Settings", Go.nowhere, Tab.MORE, canGoBack = true) { OwnForm(own, send) }
    }

    private val rule = "Whole numbers; the highest is above the lowest, by 1,000 at most."

    @Test
    fun `every choice sends itself`() = runComposeUiTest {
        val sent = mutableListOf<SettingsEvent>()
        setContent { Shown(Look.LIGHT) { Form(other, sent::add) } }
        onNodeWithText("from 0 to 100").performScrollTo().performClick()
        onNodeWithText("in hours").performScrollTo().performClick()
        onNodeWithContentDescription("Lowest number").performScrollTo().performTextReplacement("1")
        onNodeWithContentDescription("Highest number").performScrollTo().performTextReplacement("1")
        onNodeWithContentDescription("What -5 means").performScrollTo().performTextInput("left")
        onNodeWithContentDescription("What 5 means").performScrollTo().performTextInput("right")
        onNodeWithText("Ask it before and after sessions too").performScrollTo().performClick()
        onNodeWithText("Save").performScrollTo().performClick()
        val typed = listOf(
            other.copy(scale = OwnScale.HUNDRED), other.copy(scale = OwnScale.HOURS), other.copy(lowest = "1"), other.copy(highest = "1"),
            other.copy(low = "left"), other.copy(high = "right"), other.copy(session = false),
        )
        // A field that is not given what was typed goes back to what it holds, and says so.
        assertEquals(typed.map { SettingsEvent.OwnTyped(it) } + SettingsEvent.OwnSaved, sent.filter { it != SettingsEvent.OwnTyped(other) })
    }

    @Test
    fun `the meaning of an end is asked once the end is known and of hours never`() {
        for ((name, asked) in mapOf("ten" to 2, "other" to 2, "wrong" to 0, "hours" to 0)) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Form(states.getValue(name)) } }
                assertEquals(asked, onAllNodes(hasText("means", substring = true)).fetchSemanticsNodes().size, name)
                val sessions = onAllNodes(hasText("Ask it before and after sessions too")).fetchSemanticsNodes().size
                assertEquals(if (name == "hours") 0 else 1, sessions, name)
            }
        }
    }

    @Test
    fun `numbers that make no scale cannot be saved and the rule is said`() {
        for ((own, saves) in listOf(other to true, states.getValue("wrong") to false, OwnMeasure() to false)) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Form(own) } }
                onNodeWithText("Save").apply { if (saves) assertIsEnabled() else assertIsNotEnabled() }
                assertEquals(if (own.scale == OwnScale.OTHER) 1 else 0, onAllNodes(hasText(rule)).fetchSemanticsNodes().size)
            }
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, own) in states) assertAccessible("own measure $name") { Form(own) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, own) in states) assertPicture("own-$name", Look.LIGHT, 1000) { Form(own) }
        for ((look, shown) in Look.ALL - "light") assertPicture("own-other-$look", shown, 1600) { Form(other) }
    }
}
