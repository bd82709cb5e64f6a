package org.tidemark.ui.report

import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.AroundSessions
import org.tidemark.bindings.Included
import org.tidemark.bindings.Leaving
import org.tidemark.bindings.NoteToTick
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.report.Basis
import org.tidemark.logic.report.Days
import org.tidemark.logic.report.Laid
import org.tidemark.logic.report.ListedNotes
import org.tidemark.logic.report.NotesOf
import org.tidemark.logic.report.NotesToTick
import org.tidemark.logic.report.Recipient
import org.tidemark.logic.report.ReportChoices
import org.tidemark.logic.report.ReportEvent
import org.tidemark.logic.report.ReportState
import org.tidemark.logic.report.Tick
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

/** The usual ticks, written out: the library is not loaded here. */
internal val usualTicks: Included = Included(
    questions = true, goals = true, trends = true, questionnaires = true, sessions = true, medicines = true, events = true,
    unwanted = true, plan = true, practices = true, around = AroundSessions.ALL_MEASURES, distress = false, items = false,
    notes = false, daily = false, cutPoints = false, therapists = false, careTeam = false, intake = false,
)

internal fun leaving(vararg codes: String): List<Leaving> = codes.map { Leaving(it, it) }

@OptIn(ExperimentalTestApi::class)
class ReportViewTest {
    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val basis = Basis(evening, Period("2026-09-12", "2026-11-24"), "2026-09-11", Paper.A4, mapOf(Recipient.USUAL to usualTicks))
    private val choices = ReportChoices(usualTicks, Paper.A4)
    private val chosen = ReportState(basis, choices)
    private val filled = chosen.copy(
        laid = Laid(checkNotNull(chosen.options), leaving("questions", "goals", "trends", "questionnaires", "sessions", "medicines", "events", "unwanted_effects", "plan", "practices"), 5),
    )
    private val empty = ReportState(
        basis.copy(lastVisit = null),
        choices.copy(included = usualTicks.copy(
            questions = false, goals = false, trends = false, questionnaires = false, sessions = false, medicines = false, events = false,
            unwanted = false, plan = false, practices = false,
        ), recipient = Recipient.OWN_CHOICE),
    ).let { state -> state.copy(laid = Laid(checkNotNull(state.options), emptyList(), 1)) }

    private val three = listOf(
        NoteToTick("a", "2026-11-12", false, "Slept badly after the late shift, woke at four and lay …"),
        NoteToTick("b", "2026-11-15", true, "Shoulders softer."),
        NoteToTick("c", "2026-11-20", false, "Calmer."),
    )

    /** The list is open, and these notes in it are ticked. */
    private fun listed(vararg ticked: String, notes: List<NoteToTick> = three): ReportState {
        val own = choices.copy(included = usualTicks.copy(chosenNotes = ticked.toList()), recipient = Recipient.OWN_CHOICE)
        val state = ReportState(basis, own, notes = NotesToTick(open = true, listed = ListedNotes(NotesOf(basis.usual, true), notes)))
        val leaves = leaving("questions", "trends", "sessions") + Leaving("notes", "${ticked.size} of ${notes.size} notes")
        return state.copy(laid = Laid(checkNotNull(state.options), leaves, 5))
    }

    private val days = chosen.copy(choices = choices.copy(days = Days.Chosen("2026-11-31", "2026-11-24"), named = true, name = ""))

    @Composable
    private fun Screen(state: ReportState, send: (ReportEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Report", go, Tab.REPORT, canGoBack = false) { ReportView(state, send, go) }
    }

    @Test
    fun `name notes distress and item scores are off and a tap ticks that one alone`() = runComposeUiTest {
        val sent = mutableListOf<ReportEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        for (off in listOf("All my notes and reasons", "Distress entries and pauses", "Scores of single questions", "Every daily value", "My name")) {
            onNodeWithText(off).performScrollTo().assertIsOff()
        }
        onNodeWithText("Massage sessions").performScrollTo().assertIsOn()
        onNodeWithText("Distress entries and pauses").performScrollTo().performClick()
        onNodeWithText("My name").performScrollTo().performClick()
        assertEquals(listOf(ReportEvent.Ticked(Tick.DISTRESS, true), ReportEvent.NameTicked(true)), sent)
    }

    @Test
    fun `a recipient days and paper are chosen by a tap`() = runComposeUiTest {
        val sent = mutableListOf<ReportEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        onNodeWithText("Who prescribes").performClick()
        onNodeWithText("Days I choose").performClick()
        onNodeWithText("Letter").performScrollTo().performClick()
        assertEquals(listOf(ReportEvent.RecipientChosen(Recipient.PRESCRIBER), ReportEvent.OwnDays, ReportEvent.PaperChosen(Paper.LETTER)), sent)
    }

    @Test
    fun `the preview is made of exactly what is chosen and the pages are counted`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled, go = Go(gone::add, {}, {}, {})) } }
        onNodeWithText("5 pages").performScrollTo().assertIsDisplayed()
        onNodeWithText("Look at the pages").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.ReportPreview(checkNotNull(filled.options))), gone)
    }

    @Test
    fun `a count of pages of other choices is not shown`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(choices = choices.copy(paper = Paper.LETTER), laying = true)) } }
        onNodeWithText("Counting pages").performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("5 pages")).assertCountEquals(0)
    }

    @Test
    fun `what leaves is never that of other choices once nothing is laid out any more`() {
        for (other in listOf(choices.copy(paper = Paper.LETTER), choices.copy(days = Days.Chosen("2026-11-31", "2026-11-24")))) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Screen(filled.copy(choices = other, problem = Problem.Busy)) } }
                onAllNodes(hasText("What leaves this phone")).assertCountEquals(0)
                onNodeWithText("Something else is writing to your records.", substring = true).assertExists()
            }
        }
    }

    @Test
    fun `days that do not exist cannot be looked at`() = runComposeUiTest {
        val sent = mutableListOf<ReportEvent>()
        setContent { Shown(Look.LIGHT) { Screen(days, sent::add) } }
        onNodeWithText("Look at the pages").performScrollTo().assertIsNotEnabled()
        onNodeWithContentDescription("First day").performScrollTo().performTextReplacement("2026-11-01")
        assertEquals(listOf<ReportEvent>(ReportEvent.DaysTyped("2026-11-01", "2026-11-24")), sent)
    }

    @Test
    fun `the notes are asked for by a tap and their words stand nowhere before`() = runComposeUiTest {
        val sent = mutableListOf<ReportEvent>()
        setContent { Shown(Look.LIGHT) { Screen(listed().let { it.copy(notes = it.notes.copy(open = false)) }, sent::add) } }
        onAllNodes(hasText("Calmer", substring = true)).assertCountEquals(0)
        onNodeWithText("List my notes").performScrollTo().performClick()
        assertEquals(listOf<ReportEvent>(ReportEvent.NotesListed(true)), sent)
    }

    @Test
    fun `each note is a line with its day and first words and a tap ticks that one alone`() = runComposeUiTest {
        val sent = mutableListOf<ReportEvent>()
        setContent { Shown(Look.LIGHT) { Screen(listed("b"), sent::add) } }
        onNodeWithText("1 of 3 notes ticked").performScrollTo().assertIsDisplayed()
        onNodeWithText("Thu 12 Nov 2026: Slept badly after the late shift, woke at four and lay …").performScrollTo().assertIsOff().performClick()
        onNodeWithText("Sun 15 Nov 2026, massage session: Shoulders softer.").performScrollTo().assertIsOn().performClick()
        onNodeWithText("Fri 20 Nov 2026: Calmer.").performScrollTo().assertIsOff()
        onNodeWithText("Tick all of these").performScrollTo().performClick()
        onNodeWithText("Tick none").performScrollTo().performClick()
        onNodeWithText("Close the list").performScrollTo().performClick()
        assertEquals(
            listOf(
                ReportEvent.NoteTicked("a", true), ReportEvent.NoteTicked("b", false), ReportEvent.AllNotesTicked(true),
                ReportEvent.AllNotesTicked(false), ReportEvent.NotesListed(false),
            ),
            sent,
        )
    }

    @Test
    fun `what leaves says how many notes of how many and names no note`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(listed("b", "c").let { it.copy(notes = it.notes.copy(open = false)) }) } }
        onNodeWithText("• 2 of 3 notes").performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("softer", substring = true)).assertCountEquals(0)
    }

    @Test
    fun `where all notes are ticked each line of the list is and what leaves is all of them`() = runComposeUiTest {
        val all = listed().let { it.copy(choices = choices.copy(included = usualTicks.copy(notes = true))) }
        setContent { Shown(Look.LIGHT) { Screen(all.copy(laid = Laid(checkNotNull(all.options), leaving("notes"), 5))) } }
        for (line in listOf("Thu 12 Nov", "Sun 15 Nov", "Fri 20 Nov")) onNodeWithText(line, substring = true).performScrollTo().assertIsOn()
        onNodeWithText("3 of 3 notes ticked").assertExists()
        onNodeWithText("• Notes").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `notes that could not be read are asked for again and nothing is looked at while they are ticked`() = runComposeUiTest {
        val sent = mutableListOf<ReportEvent>()
        setContent { Shown(Look.LIGHT) { Screen(notesRefused, sent::add) } }
        onNodeWithText("Look at the pages").performScrollTo().assertIsNotEnabled()
        onNodeWithText("Try again").performScrollTo().performClick()
        assertEquals(listOf<ReportEvent>(ReportEvent.NotesListed(true)), sent)
    }

    @Test
    fun `each section is ticked by its own name and no other`() = runComposeUiTest {
        val sent = mutableListOf<ReportEvent>()
        setContent { Shown(Look.LIGHT) { Screen(empty, sent::add) } }
        val names = listOf(
            "Trends", "Massage sessions", "Questionnaire totals", "Medicines", "My questions", "Goals", "Events", "Unwanted effects",
            "Plan of sessions", "Practices", "All my notes and reasons", "Distress entries and pauses", "Scores of single questions", "Every daily value",
        )
        val box = SemanticsMatcher.expectValue(SemanticsProperties.Role, Role.Checkbox)
        for (name in names) onNode(hasText(name).and(box)).performScrollTo().performClick()
        // The names stand in the order of the ticks.
        assertEquals<List<ReportEvent>>(Tick.entries.map { ReportEvent.Ticked(it, true) }, sent)
    }

    @Test
    fun `the usual days come back by a tap and each field says its own day`() {
        runComposeUiTest {
            val sent = mutableListOf<ReportEvent>()
            setContent { Shown(Look.LIGHT) { Screen(days, sent::add) } }
            onNodeWithText("Write two days that exist, the last one not before the first, such as 2026-09-12.").assertIsDisplayed()
            onNodeWithContentDescription("Last day").performScrollTo().performTextReplacement("2026-11-30")
            onNodeWithText("Since my last visit").performScrollTo().performClick()
            assertEquals(ReportEvent.DaysTyped("2026-11-31", "2026-11-30") to ReportEvent.UsualDays, sent.first() to sent.last())
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled) } }
            onNodeWithText("to 24 Nov 2026", substring = true).assertIsDisplayed()
            onNodeWithText("The day after your visit of 11 Sep", substring = true).assertIsDisplayed()
        }
    }

    @Test
    fun `a name is typed where it is asked for and says when it is none or too long`() {
        runComposeUiTest {
            val sent = mutableListOf<ReportEvent>()
            setContent { Shown(Look.LIGHT) { Screen(days, sent::add) } }
            onNodeWithText("Without a name here, none is printed.").performScrollTo().assertIsDisplayed()
            onNodeWithContentDescription("Name to print").performScrollTo().performTextReplacement("Ada")
            assertEquals<List<ReportEvent>>(listOf(ReportEvent.NameTyped("Ada")), sent)
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled.copy(choices = choices.copy(named = true, name = "x".repeat(81)))) } }
            onNodeWithText("At most 80 characters.").performScrollTo().assertIsDisplayed()
        }
    }

    @Test
    fun `the list of what leaves says that nothing left yet and a problem says what is safe`() {
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled) } }
            onNodeWithText("Nothing leaves before you send it.").performScrollTo().assertIsDisplayed()
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled.copy(problem = Problem.Busy)) } }
            onNodeWithText("Something else is writing to your records. Nothing was lost; try again.").performScrollTo().assertIsDisplayed()
        }
        runComposeUiTest {
            val sent = mutableListOf<ReportEvent>()
            setContent { Shown(Look.LIGHT) { Screen(ReportState(problem = Problem.Locked), sent::add) } }
            onNodeWithText("Try again").performClick()
            assertEquals<List<ReportEvent>>(listOf(ReportEvent.Shown), sent)
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("report $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("report-$name", Look.LIGHT, height = TALL) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("report-filled-$look", shown, height = if (look == "large") LARGE else TALL) { Screen(filled) }
        for ((look, shown) in Look.ALL - "light") assertPicture("report-notes-$look", shown, height = if (look == "large") LARGE else TALL) { Screen(listed("b")) }
    }

    private val notesRefused = listed("b").let { it.copy(notes = NotesToTick(problem = Problem.Busy)) }

    private val states = mapOf(
        "loading" to ReportState(),
        "empty" to empty,
        "filled" to filled,
        "days" to days,
        "error" to ReportState(problem = Problem.Locked),
        "notes" to listed("b"),
        "notes-none" to listed(notes = emptyList()),
        "notes-reading" to chosen.copy(notes = NotesToTick(open = true, reading = true)),
        "notes-refused" to notesRefused,
        "refused" to filled.copy(choices = choices.copy(paper = Paper.LETTER), problem = Problem.Busy),
    )
}

private const val TALL = 2300
private const val LARGE = 4200
