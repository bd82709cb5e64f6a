package org.tidemark.ui.safety

import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.OpenContact
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Problem
import org.tidemark.logic.safety.CrisisEntry
import org.tidemark.logic.safety.PlanPart
import org.tidemark.logic.safety.SafetyEvent
import org.tidemark.logic.safety.SafetyState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import org.tidemark.ui.nodes
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

@OptIn(ExperimentalTestApi::class)
class SafetyViewTest {
    // Numbers of no service: they are only to be shown.
    private val sister = OpenContact("Ines", "030 1234567", "030 7654321", "evenings")
    private val emergency = CrisisEntry("Emergency", "112", null, null, null, needsCheck = true, region = "IE")
    private val line = CrisisEntry("Listening line", "000 111", null, "day and night", LogicalDate("2026-11-01"), needsCheck = false, region = "IE")
    private val old = CrisisEntry("Night line", "000 222", "000 333", null, null, needsCheck = true, region = "DE")
    private val locked = SafetyState(read = true, locked = true, own = listOf(sister), plan = listOf(PlanPart(null, listOf("Walk round the block"))))
    private val filled = SafetyState(
        read = true,
        locked = false,
        own = listOf(sister),
        plan = listOf(PlanPart("what_helps", listOf("Walk round the block", "Cold water on my hands")), PlanPart("people", listOf("Ines"))),
        region = "IE",
        regions = listOf("DE", "IE"),
        services = listOf(emergency, line, old),
    )

    private val states = mapOf(
        "loading" to SafetyState(),
        "empty" to SafetyState(read = true, locked = true),
        "filled" to filled,
        "locked" to locked,
        "region" to filled.copy(region = null, choosing = true),
        "error" to locked.copy(own = emptyList(), plan = emptyList(), problem = Problem.Damaged, byHand = "112"),
    )

    @Composable
    private fun Screen(state: SafetyState, send: (SafetyEvent) -> Unit = {}) {
        Shell("Help", Go.nowhere, null, canGoBack = true, help = false) { SafetyView(state, send) }
    }

    @Test
    fun `a call and a text are one tap each and own people come before services`() = runComposeUiTest {
        val sent = mutableListOf<SafetyEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        for (button in listOf("Call Emergency", "Call Ines", "Text Ines", "Call Listening line", "Text Night line")) {
            onNode(hasText(button)).performScrollTo().performClick()
        }
        assertEquals(
            listOf(
                SafetyEvent.CallAsked("112"), SafetyEvent.CallAsked("030 1234567"), SafetyEvent.TextAsked("030 7654321"),
                SafetyEvent.CallAsked("000 111"), SafetyEvent.TextAsked("000 333"),
            ),
            sent,
        )
        fun top(text: String) = onNodeWithText(text, substring = true).fetchSemanticsNode().positionInRoot.y
        assertTrue(top("Call Ines") < top("Call Listening line"))
    }

    @Test
    fun `an unchecked number says so and a checked one its day`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        assertEquals(2, onAllNodes(hasText("check this number")).fetchSemanticsNodes().size)
        onNodeWithText("day and night · checked 1 Nov 2026").assertExists()
    }

    @Test
    fun `without a country each number says which it is for`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("region")) } }
        for (name in listOf("Call Emergency, Ireland", "Call Night line, Germany", "Text Night line, Germany")) onNodeWithText(name).assertExists()
    }

    @Test
    fun `while locked only what was marked open stands there and the rest asks to unlock`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(locked) } }
        onNodeWithText("Walk round the block").assertExists()
        onNodeWithText("Unlock to see the rest of your plan.").assertExists()
    }

    @Test
    fun `a device that cannot call shows the number`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("error")) } }
        onNodeWithText("This device cannot call or text. The number is 112.").assertIsDisplayed()
    }

    @Test
    fun `the buttons that reach somebody are the largest of the app`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled) } }
        val reaching = nodes(SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick)).filter { node ->
            node.config.getOrNull(SemanticsProperties.Text).orEmpty().any { it.text.startsWith("Call") || it.text.startsWith("Text") }
        }
        assertEquals(6, reaching.size)
        // 76 by the design of the screen; any other button is 48.
        assertTrue(reaching.all { it.size.height >= 76 }, reaching.map { it.size }.toString())
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("safety $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("safety-$name", Look.LIGHT, if (name == "filled") 1560 else 1000) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("safety-filled-$look", shown) { Screen(filled) }
    }
}
