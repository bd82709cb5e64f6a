package org.tidemark.ui.intake

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.intakeFields
import org.tidemark.bindings.recordFields
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.intake.IntakeEvent
import org.tidemark.logic.intake.IntakePart
import org.tidemark.logic.intake.IntakeRead
import org.tidemark.logic.intake.IntakeState
import org.tidemark.logic.intake.IntakeVersion
import org.tidemark.logic.intake.Saved
import org.tidemark.logic.intake.reduce
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.Choice
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut
import org.tidemark.logic.sheet.SheetSent
import org.tidemark.strings.Strings
import org.tidemark.ui.EVENING
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull

@OptIn(ExperimentalTestApi::class)
class IntakeViewTest {
    private val rules = recordFields(Kind.INTAKE_SHEET).filter { it.settable && it.name !in setOf("reviewed_on", "shared") }
    private val shown = mapOf(
        "name" to "Ada", "pressure" to "2", "allergies" to "oil:lavender\nlatex", "areas" to "focus:shoulder:both\navoid:abdomen:both",
        "stop_signal" to "red", "triggers" to "sudden noise", "circulation" to "rather_not_say", "boundaries" to "no feet\nask before moving on",
    )
    private val ticked = setOf("name", "pronouns", "allergies", "goals", "pressure", "areas", "boundaries", "draping", "comfort_needs", "cues", "stop_signal")
    private val none = IntakeRead("2026-11-24", rules, listOf(Choice("m", "Sertraline")))
    private val written = none.copy(
        versions = listOf(
            IntakeVersion("s2", "2", "2026-11-20", shown, intakeFields().map { IntakePart(it, shown[it].orEmpty(), it in ticked) }),
            IntakeVersion("s1", "1", "2026-03-02", mapOf("name" to "Ada"), listOf(IntakePart("name", "Ada", true), IntakePart("allergies", "scent", false), IntakePart("cues", "", true))),
            IntakeVersion("s0", "0", "2026-03-01", emptyMap()),
        ),
        withPlan = true,
    )
    private val filled = IntakeState(written)
    private val form = filled.copy(form = RecordForm("s2", shown))

    @Composable
    private fun Screen(state: IntakeState, go: Go = Go.nowhere, send: (IntakeEvent) -> Unit = {}) {
        Shell("Intake sheet", go, Tab.MORE, canGoBack = true) { IntakeView(state, send, go) }
    }

    @Test
    fun `each part has its own tick and what leaves is listed in its words`() = runComposeUiTest {
        val sent = mutableListOf<IntakeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, send = sent::add) } }
        onNodeWithText("Version 2, gone through on 20 Nov 2026").assertIsDisplayed()
        onNodeWithText("Triggers").performScrollTo().performClick()
        onNodeWithText("• Allergies and sensitivities: Oil: lavender, Latex").performScrollTo().assertIsDisplayed()
        onNodeWithText("• Areas to work on or to avoid: ", substring = true).performScrollTo().assertIsDisplayed()
        onNodeWithText("• Length and style of sessions, from the plan in force").performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("• Triggers", substring = true)).assertCountEquals(0)
        onNodeWithText("Send with another app").performScrollTo().performClick()
        assertEquals(listOf(IntakeEvent.Ticked("triggers", true), IntakeEvent.Went(Way.SHARE)), sent)
    }

    @Test
    fun `an earlier version opens to be read with what it said and nothing else`() {
        val sent = mutableListOf<IntakeEvent>()
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled, send = sent::add) } }
            // The newest one stands above, part by part.
            onAllNodes(hasText("Version 2, 20 Nov 2026") and hasClickAction()).assertCountEquals(0)
            onAllNodes(hasText("Name to show: Ada")).assertCountEquals(0)
            onNodeWithText("Version 1, 2 Mar 2026").performScrollTo().performClick()
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled.copy(openVersion = "s1"), send = sent::add) } }
            onNodeWithText("Name to show: Ada").performScrollTo().assertIsDisplayed()
            onNodeWithText("Allergies and sensitivities: Scent").assertExists()
            onAllNodes(hasText("Nothing was written in this version.")).assertCountEquals(0)
            onNodeWithText("Close").performScrollTo().performClick()
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled.copy(openVersion = "s0"), send = sent::add) } }
            onNodeWithText("Nothing was written in this version.").performScrollTo().assertIsDisplayed()
        }
        assertEquals(listOf<IntakeEvent>(IntakeEvent.VersionOpened("s1"), IntakeEvent.VersionOpened(null)), sent)
    }

    @Test
    fun `the page as it is ticked can be looked at before it leaves`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(reverse = true), Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Look at the pages").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.SheetPreview(Sheet.Intake(reverse = true, signatures = false))), gone)
    }

    @Test
    fun `no answer is given whether massage suits and going through it is noted`() = runComposeUiTest {
        val sent = mutableListOf<IntakeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, send = sent::add) } }
        onNodeWithText("I went through it; nothing changed").performScrollTo().performClick()
        onNodeWithText("The app does not say whether massage suits you. Ask a professional who knows you.").performScrollTo().assertIsDisplayed()
        assertEquals(listOf<IntakeEvent>(IntakeEvent.Reviewed), sent)
    }

    @Test
    fun `without a sheet one is begun and nothing can be sent`() = runComposeUiTest {
        val sent = mutableListOf<IntakeEvent>()
        setContent { Shown(Look.LIGHT) { Screen(IntakeState(none), send = sent::add) } }
        onNodeWithText("Write it down").performClick()
        onAllNodes(hasText("Send with another app")).assertCountEquals(0)
        assertEquals(listOf<IntakeEvent>(IntakeEvent.Changed), sent)
    }

    @Test
    fun `allergies are ticked by kind and medicines by name`() = runComposeUiTest {
        var state by mutableStateOf(form)
        setContent { Shown(Look.LIGHT) { Screen(state) { state = reduce(state, it).state } } }
        onNodeWithText("Scent").performScrollTo().performClick()
        onNodeWithContentDescription("Latex: which?").performScrollTo().performTextInput("gloves")
        onNodeWithText("Sertraline").performScrollTo().performClick()
        onNodeWithText("Ask me first").performScrollTo().performClick()
        val changed = mapOf("allergies" to "scent\noil:lavender\nlatex:gloves", "medicines" to "m", "permission_to_talk" to "ask_me")
        assertEquals(shown + changed, state.form?.texts)
    }

    @Test
    fun `a space and a second line beside an allergy can be typed as they come`() = runComposeUiTest {
        var state by mutableStateOf(form)
        setContent { Shown(Look.LIGHT) { Screen(state) { state = reduce(state, it).state } } }
        onNodeWithText("Nut").performScrollTo().performClick()
        for (piece in listOf("almond", " ", "oil", "\n", "hazel")) {
            onNodeWithContentDescription("Nut: which?").performScrollTo().performTextInput(piece)
        }
        assertEquals("oil:lavender\nlatex\nnut:almond oil\nnut:hazel", state.form?.texts?.get("allergies"))
    }

    @Test
    fun `every part has a name`() {
        for (field in intakeFields() + rules.map { it.name }) assertNotNull(Strings().intakePart(field), field)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("intake $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("intake-$name", Look.LIGHT, height = if (state.form == null) 3000 else 4600) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("intake-filled-$look", shown, height = if (look == "large") 5200 else 3000) { Screen(filled) }
    }

    private val states = mapOf(
        "loading" to IntakeState(),
        "empty" to IntakeState(none),
        "filled" to filled.copy(saved = Saved("v2", EVENING), reverse = true),
        "version" to filled.copy(openVersion = "s1"),
        "sent" to filled.copy(out = SheetOut(sent = SheetSent(Way.SHARE, 41_000, noted = false))),
        "form" to form,
        "broken" to form.copy(form = form.form?.copy(broken = mapOf("history" to Broken.Rule("history takes words")), problem = Problem.StorageFull)),
        "error" to IntakeState(problem = Problem.Locked),
    )
}
