package org.tidemark.ui.visit

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
import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.Sentence
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.visit.Prep
import org.tidemark.logic.visit.QuestionDraft
import org.tidemark.logic.visit.VisitPrepEvent
import org.tidemark.logic.visit.VisitPrepState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class VisitPrepViewTest {
    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val period = Period("2026-11-11", "2026-11-24")
    private val options = ReportOptions(evening, Paper.A4, period)
    private val visit = DiaryRecord(
        Kind.VISIT, "v", 1u, evening, RecordedBy.OWN, false,
        listOf(FieldText("at", "2026-11-25T10:00:00+01:00[Europe/Berlin]"), FieldText("logical_date", "2026-11-25"), FieldText("with", "Dr Weber")),
    )
    private val quality = Sentence("sentence.coverage", "Entries on 11 of 14 days (79 %); 2 added the next day, 0 later. Longest stretch without entries 2 days (18–19 Nov 2026).")
    private val none = VisitPrepState(Prep(null, emptyList(), emptyList(), quality, period, options))
    private val empty = VisitPrepState(Prep(visit, emptyList(), emptyList(), quality, period, options))
    private val asked = listOf("Is the new dose too strong for the mornings?", "How long does it usually take?")
    private val filled = empty.copy(
        prep = Prep(visit, asked, listOf("Sleep through the night", "Walk every day"), quality, period, options),
        saved = evening,
        undo = true,
    )
    private val long = filled.copy(saved = null, undo = false, draft = QuestionDraft("x ".repeat(104) + "y"))

    @Composable
    private fun Screen(state: VisitPrepState, send: (VisitPrepEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Next visit", go, Tab.MORE, canGoBack = true) { VisitPrepView(state, send, go) }
    }

    @Test
    fun `a question is typed added changed and removed by its own button`() = runComposeUiTest {
        val sent = mutableListOf<VisitPrepEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(draft = QuestionDraft("Why")), sent::add) } }
        onNodeWithText("Add this question").performScrollTo().performClick()
        onNodeWithContentDescription("Change question 2").performScrollTo().performClick()
        onNodeWithContentDescription("Remove question 1").performScrollTo().performClick()
        onNodeWithContentDescription("A new question").performScrollTo().performTextInput("?")
        assertEquals(VisitPrepEvent.Submitted, sent[0])
        assertEquals(listOf<VisitPrepEvent>(VisitPrepEvent.ChangeAsked(1), VisitPrepEvent.Removed(0)), sent.subList(1, 3))
        assertEquals(1, sent.drop(3).filterIsInstance<VisitPrepEvent.Typed>().size)
    }

    @Test
    fun `a question above two hundred characters cannot be added and says how long it is`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(long) } }
        // 104 times "x " and a "y".
        onNodeWithText("209 characters; at most 200 have room.").performScrollTo().assertIsDisplayed()
        onNodeWithText("Add this question").performScrollTo().assertIsNotEnabled()
    }

    @Test
    fun `five questions are the most and a full phone keeps the words`() = runComposeUiTest {
        val five = filled.copy(prep = filled.prep?.copy(questions = List(5) { "question ${it + 1}" }))
        setContent { Shown(Look.LIGHT) { Screen(five) } }
        onNodeWithText("5 of 5").performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("Add this question")).assertCountEquals(0)
    }

    @Test
    fun `without a visit the way to one is offered and the pages can be looked at all the same`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(none, go = Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Add a visit").performClick()
        onNodeWithText("Look at the pages").performScrollTo().performClick()
        assertEquals(listOf(Place.Records("visit"), Place.ReportPreview(options)), gone)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("visit prep $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("visit-$name", Look.LIGHT, height = 1260) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("visit-filled-$look", shown, height = if (look == "large") 2000 else 1260) { Screen(filled) }
    }

    private val states = mapOf(
        "loading" to VisitPrepState(),
        "none" to none,
        "empty" to empty,
        "filled" to filled,
        "change" to filled.copy(saved = null, undo = false, draft = QuestionDraft(asked[1], 1)),
        "long" to long,
        "refused" to long.copy(draft = QuestionDraft("Does the pause count?"), problem = Problem.StorageFull),
        "error" to VisitPrepState(problem = Problem.Locked),
    )
}
