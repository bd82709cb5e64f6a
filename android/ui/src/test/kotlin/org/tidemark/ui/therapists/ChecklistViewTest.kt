package org.tidemark.ui.therapists

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Sheet
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.records.Broken
import org.tidemark.logic.therapists.AnswerDraft
import org.tidemark.logic.therapists.ChecklistEvent
import org.tidemark.logic.therapists.ChecklistHow
import org.tidemark.logic.therapists.ChecklistState
import org.tidemark.logic.therapists.ChecklistStatus
import org.tidemark.ui.EVENING
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

@OptIn(ExperimentalTestApi::class)
class ChecklistViewTest {
    private val filled = ChecklistState(sampleTherapist(), "2026-11-24")
    private val open = filled.copy(draft = AnswerDraft(sampleTherapist().answers.first()))

    @Composable
    private fun Screen(state: ChecklistState, send: (ChecklistEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Checklist", go, Tab.MORE, canGoBack = true) { ChecklistView(state, send, go) }
    }

    @Test
    fun `an item says where it stands and opens by a tap`() = runComposeUiTest {
        val sent = mutableListOf<ChecklistEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        onNodeWithText("Confirmed, seen, 3 Oct 2026\nnumber on the wall", substring = true).assertIsDisplayed()
        onNodeWithText("Professional body", substring = true).performScrollTo().performClick()
        assertEquals(listOf<ChecklistEvent>(ChecklistEvent.Opened("professional_body")), sent)
    }

    @Test
    fun `an open item takes its status day how and note and saves when told`() = runComposeUiTest {
        val sent = mutableListOf<ChecklistEvent>()
        setContent { Shown(Look.LIGHT) { Screen(open, sent::add) } }
        onNodeWithText("Declined", useUnmergedTree = false).performScrollTo().performClick()
        onNodeWithText("Looked up").performScrollTo().performClick()
        onNodeWithContentDescription("Note").performScrollTo().performTextInput("!")
        onNodeWithText("Save").performScrollTo().performClick()
        onNodeWithText("Cancel").performScrollTo().performClick()
        assertEquals(ChecklistEvent.StatusChosen(ChecklistStatus.DECLINED), sent[0])
        assertEquals(ChecklistEvent.HowChosen(ChecklistHow.LOOKED_UP), sent[1])
        assertIs<ChecklistEvent.NoteTyped>(sent[2])
        assertEquals(listOf<ChecklistEvent>(ChecklistEvent.Submitted, ChecklistEvent.Closed), sent.takeLast(2))
    }

    @Test
    fun `the questions left to ask can be looked at before they leave`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled, go = Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Look at the pages").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.SheetPreview(Sheet.Questions("t"))), gone)
    }

    @Test
    fun `put back to not asked it says what goes`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(open.copy(draft = open.draft?.copy(status = ChecklistStatus.NOT_ASKED))) } }
        onNodeWithText("Not asked: day, answer and note of this item go. Undo brings them back.").performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("How you know")).assertCountEquals(0)
    }

    @Test
    fun `words on the first talk are saved by their own button once they were touched`() = runComposeUiTest {
        val sent = mutableListOf<ChecklistEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(fit = "kind and calm"), sent::add) } }
        onNodeWithText("Save these words").performScrollTo().performClick()
        assertEquals(listOf<ChecklistEvent>(ChecklistEvent.FitSubmitted), sent)
    }

    @Test
    fun `too many words cannot be saved and undo is offered for what was`() = runComposeUiTest {
        val (sent, gone) = mutableListOf<ChecklistEvent>() to mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(fit = "x".repeat(4001), saved = EVENING), sent::add, Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Save these words").performScrollTo().assertIsNotEnabled()
        onNodeWithText("Undo").performScrollTo().performClick()
        onNodeWithText("Intake sheet").performScrollTo().performClick()
        assertEquals(listOf<ChecklistEvent>(ChecklistEvent.Undone) to listOf<Place>(Place.Intake), sent to gone)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("checklist $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("checklist-$name", Look.LIGHT, height = 2060) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("checklist-open-$look", shown, height = if (look == "large") 3900 else 2060) { Screen(open) }
    }

    private val states = mapOf(
        "loading" to ChecklistState(),
        "filled" to filled.copy(saved = EVENING),
        "open" to open,
        "broken" to open.copy(draft = open.draft?.copy(on = "2026-02-30", brokenDay = Broken.NoDay, brokenNote = Broken.TooLong(200)), problem = Problem.StorageFull),
        "error" to ChecklistState(problem = Problem.Locked),
    )
}
