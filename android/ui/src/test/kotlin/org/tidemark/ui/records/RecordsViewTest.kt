package org.tidemark.ui.records

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Revision
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.Choice
import org.tidemark.logic.records.LastAct
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.records.RecordsEvent
import org.tidemark.logic.records.RecordsState
import org.tidemark.logic.records.Row
import org.tidemark.logic.records.reduce
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import org.tidemark.ui.words.strings
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class RecordsViewTest {
    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

    private fun rule(name: String, form: FieldForm, required: Boolean = false) = FieldRule(name, "about $name", form, required, true)

    private fun row(kind: Kind, id: String, vararg shown: Pair<String, String>) =
        Row(DiaryRecord(kind, id, 1u, evening, RecordedBy.OWN, false, shown.map { FieldText(it.first, it.second) }), shown.toMap())

    private val medicineRules = listOf(
        rule("name", FieldForm.Text(80u), required = true),
        rule("strength", FieldForm.Text(80u)),
        rule("dose", FieldForm.Text(80u)),
        rule("times", FieldForm.Items),
        rule("start", FieldForm.Date),
        rule("stop", FieldForm.Date),
        rule("touch_notes", FieldForm.Items),
    )

    private val empty = RecordsState(Kind.MEDICATION, medicineRules, today = "2026-11-24", rows = emptyList())
    private val filled = empty.copy(
        rows = listOf(
            row(Kind.MEDICATION, "a", "name" to "Sertraline", "strength" to "50 mg", "dose" to "one in the morning", "times" to "08:00", "start" to "2026-09-02"),
            row(Kind.MEDICATION, "b", "name" to "Melatonin", "dose" to "as needed", "start" to "2026-10-12", "stop" to "2026-11-01"),
        ),
        undo = LastAct("a", evening, removed = false),
    )

    private val values = mapOf("name" to "Sertraline", "strength" to "50 mg", "times" to "08:00\n20:00", "start" to "2026-09-02", "touch_notes" to "drowsy\nsore")
    private val form = filled.copy(undo = null, form = RecordForm("a", values))
    private val broken = filled.copy(
        undo = null,
        form = RecordForm(
            null,
            texts = mapOf("start" to "2026-13-02", "stop" to "2026-09-01"),
            broken = mapOf("name" to Broken.Needed, "start" to Broken.NoDay, "stop" to Broken.Rule("the last day of a medicine takes its first day or a later one")),
        ),
    )

    private val refused = form.copy(form = form.form?.copy(texts = values + ("dose" to "two at night"), problem = Problem.StorageFull))
    private val history = form.copy(
        form = form.form?.copy(
            history = listOf(
                Revision(2u, "start", null, "2026-09-02", evening, RecordedBy.OWN, null),
                Revision(3u, "strength", "25 mg", "50 mg", evening.copy(epochMs = evening.epochMs + 60_000), RecordedBy.OWN, "less sleep"),
            ),
        ),
    )

    private val visit = RecordsState(
        Kind.VISIT,
        listOf(
            rule("at", FieldForm.Moment, required = true),
            rule("with", FieldForm.Text(80u)),
            rule("kind", FieldForm.Code(listOf("primary_care", "psychiatrist", "talking_therapist", "massage_therapist", "physiotherapist", "other"))),
            rule("questions", FieldForm.Items),
            rule("outcome", FieldForm.Text(4000u)),
        ),
        today = "2026-11-24",
        rows = emptyList(),
        form = RecordForm(null, texts = mapOf("at" to "2026-11-25 10:00", "with" to "Dr Weber", "kind" to "psychiatrist")),
    )

    private val change = RecordsState(
        Kind.MEDICATION_CHANGE,
        listOf(
            rule("medication_id", FieldForm.Uuid, required = true),
            rule("at", FieldForm.Date),
            rule("kind", FieldForm.Code(listOf("start", "stop", "up", "down", "time_moved", "switch", "paused")), required = true),
        ),
        today = "2026-11-24",
        rows = listOf(row(Kind.MEDICATION_CHANGE, "c", "medication_id" to "a", "at" to "2026-11-02", "kind" to "up")),
        choices = mapOf("medication_id" to listOf(Choice("a", "Sertraline"), Choice("b", "Melatonin"))),
    )

    private val questionnaire = RecordsState(
        Kind.INSTRUMENT_RESULT,
        listOf(
            rule("instrument", FieldForm.Code(listOf("phq_9", "gad_7", "pcl_5", "isi", "pss_10")), required = true),
            rule("total", FieldForm.Whole(0u, 80u), required = true),
            rule("items", FieldForm.Items),
            rule("filled_by", FieldForm.Code(listOf("self", "helped", "clinician", "other")), required = true),
            rule("place", FieldForm.Text(80u)),
        ),
        today = "2026-11-24",
        rows = emptyList(),
        form = RecordForm(
            null,
            texts = mapOf("instrument" to "gad_7", "total" to "14", "items" to "1:1\n2:1\n3:2\n4:0\n5:3\n6:2\n7:3", "filled_by" to "self"),
            broken = mapOf("items" to Broken.Sum(12, 14)),
            scored = true,
        ),
    )

    @Composable
    private fun Screen(state: RecordsState, send: (RecordsEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell(strings.title(state.kind), go, Tab.MORE, canGoBack = true) { RecordsView(state, send, go) }
    }

    /** The screen over its rules, as the app runs it; what they would do in the world is left out. */
    @Composable
    private fun Running(start: RecordsState, sent: MutableList<RecordsEvent>) {
        var state by remember { mutableStateOf(start) }
        Screen(state, { event ->
            sent += event
            state = reduce(state, event).state
        })
    }

    @Test
    fun `a tap on an entry opens it and Add opens an empty form`() = runComposeUiTest {
        val sent = mutableListOf<RecordsEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        onNodeWithText("Melatonin").performClick()
        onNodeWithText("Add").performClick()
        onNodeWithText("Undo").performClick()
        assertEquals(listOf(RecordsEvent.Opened("b"), RecordsEvent.Added, RecordsEvent.Undone), sent)
    }

    @Test
    fun `a form sends what is typed and ticked and nothing by itself`() = runComposeUiTest {
        val sent = mutableListOf<RecordsEvent>()
        setContent { Shown(Look.LIGHT) { Running(form, sent) } }
        assertEquals(emptyList(), sent)
        onNodeWithContentDescription("Dose").performScrollTo().performTextReplacement("two")
        onNodeWithText("Sore").performScrollTo().performClick()
        onNodeWithText("Save").performScrollTo().performClick()
        assertEquals(listOf(RecordsEvent.Typed("dose", "two"), RecordsEvent.Typed("touch_notes", "drowsy"), RecordsEvent.Submitted), sent)
    }

    @Test
    fun `a rule stands at the field that breaks it and is read with it`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(broken) } }
        onNodeWithText("This is needed.").assertIsDisplayed()
        val errors = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Error)).fetchSemanticsNodes().map { it.config[SemanticsProperties.Error] }
        assertEquals(
            listOf(
                "This is needed.",
                "Write a day that exists as year-month-day, such as 2026-11-24.",
                "Not saved: the last day of a medicine takes its first day or a later one.",
            ),
            errors,
        )
        onNodeWithText("Not saved yet: Name, First day, Last day still to look at.").performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("Saved", substring = true)).assertCountEquals(0)
    }

    @Test
    fun `a day and a time are two fields of one moment`() = runComposeUiTest {
        val sent = mutableListOf<RecordsEvent>()
        setContent { Shown(Look.LIGHT) { Running(visit, sent) } }
        onNodeWithText("Wed 25 Nov 2026").assertIsDisplayed()
        onNodeWithContentDescription("When (needed), time").performTextReplacement("11:30")
        onAllNodes(hasText("Today")).onFirst().performClick()
        onNodeWithText("Talking therapist").performScrollTo().performClick()
        assertEquals(
            listOf<RecordsEvent>(
                RecordsEvent.Typed("at", "2026-11-25 11:30"), RecordsEvent.Typed("at", "2026-11-24 11:30"), RecordsEvent.Typed("kind", "talking_therapist"),
            ),
            sent,
        )
    }

    @Test
    fun `a change names its medicine and without one the way to them is offered`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(change.copy(choices = mapOf("medication_id" to emptyList()), rows = emptyList()), go = Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Add a medicine first; a change belongs to one.").assertIsDisplayed()
        onAllNodes(hasText("Add")).assertCountEquals(0)
        onNodeWithText("Medicines").performClick()
        assertEquals(listOf<Place>(Place.Records("medication")), gone)
    }

    @Test
    fun `while something is on its way nothing is sent twice`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(form.copy(working = true)) } }
        onNodeWithText("Save").performScrollTo().assertIsNotEnabled()
        onNodeWithText("Delete").performScrollTo().assertIsNotEnabled()
    }

    @Test
    fun `the page with help is offered calmly and only then`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        val asked = empty.copy(kind = Kind.INSTRUMENT_RESULT, offersHelp = true)
        setContent { Shown(Look.LIGHT) { Screen(asked, go = Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Open Help").performClick()
        assertEquals(listOf<Place>(Place.Safety), gone)
    }

    @Test
    fun `a questionnaire is held to its own range and its scores are numbered and optional`() {
        runComposeUiTest {
            val sent = mutableListOf<RecordsEvent>()
            setContent { Shown(Look.LIGHT) { Running(questionnaire, sent) } }
            onNodeWithText("0 to 21").performScrollTo().assertIsDisplayed()
            onNodeWithText("Items add up to 12, total says 14.").performScrollTo().assertIsDisplayed()
            onAllNodes(hasText("Question", substring = true)).assertCountEquals(9) // seven, the field "Questionnaire" and the title
            onNode(hasText("3") and hasAnyAncestor(hasContentDescription("Question 4"))).performScrollTo().performClick()
            onNodeWithText("They add up to 15").performScrollTo().assertIsDisplayed()
            onNodeWithText("Write down single scores too").performScrollTo().performClick()
            assertEquals(listOf(RecordsEvent.Scored(4, 3), RecordsEvent.ScoresAsked(false)), sent)
            onAllNodes(hasText("Question 4")).assertCountEquals(0)
        }
        // Of one that is kept as a total alone no score is asked.
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Running(questionnaire.copy(form = RecordForm(null, texts = mapOf("instrument" to "isi"))), mutableListOf()) } }
            onAllNodes(hasText("Write down single scores too")).assertCountEquals(0)
            onNodeWithText("0 to 28").performScrollTo().assertIsDisplayed()
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("records $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("records-$name", Look.LIGHT, height = if (state.form == null) 860 else 1560) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") {
            assertPicture("records-filled-$look", shown) { Screen(filled) }
            assertPicture("records-form-$look", shown, height = 1600) { Screen(form) }
        }
    }

    private val states = mapOf(
        "loading" to RecordsState(Kind.MEDICATION),
        "empty" to empty,
        "filled" to filled,
        "deleted" to filled.copy(rows = filled.rows?.drop(1), undo = LastAct("a", evening, removed = true)),
        "error" to RecordsState(Kind.MEDICATION, problem = Problem.Locked),
        "form" to form,
        "broken" to broken,
        "refused" to refused,
        "history" to history,
        "visit" to visit,
        "questionnaire" to questionnaire,
        "changes" to change,
        "help" to empty.copy(kind = Kind.INSTRUMENT_RESULT, offersHelp = true, undo = LastAct("a", evening, removed = false)),
    )
}
