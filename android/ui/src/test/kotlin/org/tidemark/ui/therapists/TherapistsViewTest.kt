package org.tidemark.ui.therapists

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.checklistQuestions
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.report.ShareProblem
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut
import org.tidemark.logic.sheet.SheetSent
import org.tidemark.logic.therapists.ChecklistHow
import org.tidemark.logic.therapists.ChecklistStatus
import org.tidemark.logic.therapists.ItemAnswer
import org.tidemark.logic.therapists.Therapist
import org.tidemark.logic.therapists.TherapistsEvent
import org.tidemark.logic.therapists.TherapistsState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

/** A massage therapist of whom some things were asked, and one of whom nothing is known. */
internal fun sampleTherapist(): Therapist {
    val known = mapOf(
        "licence" to ItemAnswer("licence", "", ChecklistStatus.CONFIRMED, "2026-10-03", ChecklistHow.SEEN, "number on the wall"),
        "trauma_informed_training" to ItemAnswer("trauma_informed_training", "", ChecklistStatus.UNSURE, "2026-10-03", ChecklistHow.TOLD),
        "style_training" to ItemAnswer("style_training", "", ChecklistStatus.NOT_APPLICABLE),
        "plan" to ItemAnswer("plan", "", ChecklistStatus.DECLINED, "2026-10-03"),
    )
    val answers = checklistQuestions().map { known[it.item]?.copy(question = it.question) ?: ItemAnswer(it.item, it.question) }
    return Therapist("t", "R. Example", "Practice A", "555 0100", "Licence 4711", LogicalDate("2025-11-23"), answers, "")
}

@OptIn(ExperimentalTestApi::class)
class TherapistsViewTest {
    private val other = sampleTherapist().let { it.copy(id = "u", name = "S. Example", practice = "", credential = "", oldCredential = null, answers = it.answers.map { ask -> ItemAnswer(ask.item, ask.question) }) }
    private val empty = TherapistsState(emptyList(), checklistQuestions())
    private val filled = TherapistsState(listOf(sampleTherapist(), other), checklistQuestions())

    @Composable
    private fun Screen(state: TherapistsState, send: (TherapistsEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Massage therapists", go, Tab.MORE, canGoBack = true) { TherapistsView(state, send, go) }
    }

    @Test
    fun `what was asked is counted and a card leads to its checklist`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled, go = Go(gone::add, {}, {}, {})) } }
        onNodeWithText("3 of 16 asked, 1 does not apply").assertIsDisplayed()
        onNodeWithText("0 of 16 asked").assertIsDisplayed()
        onNodeWithText("Licence 4711, seen 23 Nov 2025").assertIsDisplayed()
        onNodeWithText("R. Example, Practice A").performClick()
        onNodeWithText("Names, contacts, licences").performScrollTo().performClick()
        onNodeWithText("Look at the pages").performScrollTo().performClick()
        assertEquals(listOf(Place.Checklist("t"), Place.Records("therapist"), Place.SheetPreview(Sheet.Questions(null))), gone)
    }

    @Test
    fun `without anybody the sixteen questions are there to read and to take along`() = runComposeUiTest {
        val sent = mutableListOf<TherapistsEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty, sent::add) } }
        onNodeWithText("16. How do you keep what I tell you and how do you ask for consent?").performScrollTo().assertIsDisplayed()
        onNodeWithText("Print").performScrollTo().performClick()
        onNodeWithText("Save to a folder").performScrollTo().performClick()
        assertEquals(listOf<TherapistsEvent>(TherapistsEvent.Went(Way.PRINT), TherapistsEvent.Went(Way.SAVE_AS)), sent)
    }

    @Test
    fun `the switch lists only those with the training confirmed and says so when that is nobody`() = runComposeUiTest {
        val sent = mutableListOf<TherapistsEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(traumaInformed = true), sent::add) } }
        onNodeWithText("Nobody here has it confirmed.").assertIsDisplayed()
        onAllNodes(hasText("R. Example, Practice A")).assertCountEquals(0)
        onNodeWithText("Only with trauma-informed training").performClick()
        assertEquals(listOf<TherapistsEvent>(TherapistsEvent.TraumaInformedOnly(false)), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("therapists $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("therapists-$name", Look.LIGHT, height = 1560) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("therapists-filled-$look", shown, height = if (look == "large") 2900 else 1560) { Screen(filled) }
    }

    private val states = mapOf(
        "loading" to TherapistsState(),
        "empty" to empty,
        "filled" to filled,
        "sent" to empty.copy(out = SheetOut(sent = SheetSent(Way.SAVE_AS, 31_200, noted = true))),
        "not_sent" to filled.copy(out = SheetOut(problem = ShareProblem.NotWritten(Problem.StorageFull))),
        "error" to TherapistsState(problem = Problem.Locked),
    )
}
