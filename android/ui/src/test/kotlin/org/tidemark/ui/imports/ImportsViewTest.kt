package org.tidemark.ui.imports

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsEnabled
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.AppliedImport
import org.tidemark.bindings.Direction
import org.tidemark.bindings.ImportChoices
import org.tidemark.bindings.ImportCounts
import org.tidemark.bindings.ImportName
import org.tidemark.bindings.ImportPreview
import org.tidemark.bindings.ImportUndone
import org.tidemark.bindings.Period
import org.tidemark.bindings.RejectedRow
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Progress
import org.tidemark.logic.Tab
import org.tidemark.logic.imports.About
import org.tidemark.logic.imports.ColumnUse
import org.tidemark.logic.imports.Edited
import org.tidemark.logic.imports.Found
import org.tidemark.logic.imports.ImportsEvent
import org.tidemark.logic.imports.ImportsState
import org.tidemark.logic.imports.KnownMeasure
import org.tidemark.logic.imports.Mapping
import org.tidemark.logic.imports.RangeTyped
import org.tidemark.logic.imports.Refused
import org.tidemark.logic.imports.Said
import org.tidemark.logic.imports.Step
import org.tidemark.logic.imports.TableColumn
import org.tidemark.logic.imports.Undo
import org.tidemark.logic.imports.reduce
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class ImportsViewTest {
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val past = AppliedImport("a", "daylio", "00", 1_795_550_640_000, ImportCounts(118u, 0u, 0u, 0u), 2u, false)
    private val empty = ImportsState(past = emptyList())
    private val listed = ImportsState(past = listOf(past, past.copy(batchId = "b", format = "columns", rejected = 0u, undone = true)))

    private fun preview(counts: ImportCounts, vararg names: ImportName, rejected: List<RejectedRow> = emptyList(), zone: String? = "Europe/Berlin") = ImportPreview(
        format = "daylio",
        file = "daylio_export.csv",
        counts = counts,
        newMeasures = listOf("daylio_mood"),
        period = Period("2026-06-01", "2026-06-04"),
        emptyRows = 1u,
        leftOutRows = 0u,
        names = names.toList(),
        zoneId = zone,
        choices = emptyList(),
        rejected = rejected.size.toUInt(),
        rejectedRows = rejected,
    )

    private fun look(preview: ImportPreview, said: Said = Said(), choices: ImportChoices = ImportChoices(false, false)) = ImportsState(
        step = Step.LOOK,
        past = emptyList(),
        file = ChosenFile("/tmp/a", "daylio_export.csv"),
        said = said,
        found = Found(preview, Said(), choices.restoreDeleted, listOf("mindfulness", "movement", "other")),
        choices = choices,
    )

    private val words = arrayOf(
        ImportName("good", "daylio_mood 4", null, 2u),
        ImportName("meditation", "practice mindfulness", null, 1u),
        ImportName("Mood", "daylio_mood, 1 to 5 in steps of 1", null, 3u),
        ImportName("super", null, "a number from 1, the lowest mood, to 5, the highest, or skip", 1u),
    )
    private val row = RejectedRow("daylio_export.csv", 41u, "time (4)", "not a date or time that exists, written %H:%M")
    private val waiting = look(preview(ImportCounts(3u, 0u, 0u, 0u), *words, rejected = listOf(row)))
    private val stale = waiting.copy(said = Said(answers = mapOf("super" to "5"), zone = "lond"))
    private val rejected = look(preview(ImportCounts(4u, 2u, 1u, 0u), rejected = listOf(row, row.copy(line = 52u, column = null, reason = "only 2 fields where 9 belong"))))
    private val nothing = look(preview(ImportCounts(0u, 6u, 0u, 0u), zone = null))
    private val ranges = look(
        preview(
            ImportCounts(0u, 0u, 0u, 0u),
            ImportName("Steps", null, "a range of at most 10,000 steps, such as 0..20000/10", 3u),
            ImportName("Floss", null, "a practice (psychotherapy, mindfulness) or skip", 1u),
            ImportName("Odd", null, "something else", 1u),
        ),
    ).copy(ranges = mapOf("Steps" to RangeTyped("0", "20000", "100")))

    private val table = listOf(
        TableColumn("Day", "03/11/2026", ColumnUse.Day(null)),
        TableColumn("Feeling down", "4", ColumnUse.Values(label = "Feeling down", range = RangeTyped("1", "7"), direction = Direction.HIGHER_WORSE)),
        TableColumn("Notes", ""),
    )
    private val columns = ImportsState(
        step = Step.COLUMNS,
        past = emptyList(),
        file = ChosenFile("/tmp/a", "own.csv"),
        mapping = Mapping(table, listOf(KnownMeasure("stress", "Stress"), KnownMeasure("mood", "Mood")), ';', checked = true),
    )
    private val calm = ColumnUse.Values(label = "Calm", range = RangeTyped("0", "10"), direction = Direction.HIGHER_BETTER, about = About.AFTER)
    private val sessions = told(
        TableColumn("Day", "20/11/2026", ColumnUse.Day("%d/%m/%Y")),
        TableColumn("Min", "60", ColumnUse.Length),
        TableColumn("How", "shiatsu", ColumnUse.Style),
        TableColumn("Stress pre", "7", ColumnUse.Values("stress", about = About.BEFORE)),
        TableColumn("Calm post", "8", calm),
    )

    private fun told(vararg table: TableColumn) = columns.copy(mapping = columns.mapping?.copy(columns = table.toList()))

    private val states = mapOf(
        "loading" to ImportsState(),
        "empty" to empty,
        "filled" to listed,
        "reading" to empty.copy(step = Step.READING),
        "error" to listed.copy(refused = Refused.OfFile("diary.csv is empty")),
        "waiting" to waiting,
        "stale" to stale,
        "rejected" to rejected,
        "nothing" to nothing,
        "ranges" to ranges,
        "columns" to columns,
        "sessions" to sessions,
        "applying" to empty.copy(step = Step.APPLYING, progress = Progress(200, 365)),
        "done" to listed.copy(step = Step.DONE, done = ImportCounts(118u, 0u, 0u, 0u)),
        "undo" to listed.copy(undo = Undo(past)),
        "undo-edited" to listed.copy(undo = Undo(past, Edited(2u, 1u))),
        "undone" to listed.copy(undone = ImportUndone(115u, 2u, 1u)),
        "not-read" to ImportsState(problem = Problem.Locked),
    )

    private val heights = mapOf("waiting" to 1500, "stale" to 1600, "ranges" to 1600, "columns" to 3000, "sessions" to 4300, "rejected" to 1200)

    @Composable
    private fun Screen(state: ImportsState, send: (ImportsEvent) -> Unit = {}, go: Go = Go.nowhere) = ImportsShell(state, send, go, Tab.MORE) { evening }

    /** The screen over its rules, as the app runs it; what they would do in the world is left out. */
    @Composable
    private fun Running(start: ImportsState, sent: MutableList<ImportsEvent>) {
        var state by remember { mutableStateOf(start) }
        Screen(state, { event ->
            sent += event
            state = reduce(state, event).state
        })
    }

    @Test
    fun `a word that waits is asked first and nothing can be added until the counts are made with its answer`() {
        runComposeUiTest {
            val sent = mutableListOf<ImportsEvent>()
            setContent { Shown(Look.LIGHT) { Screen(waiting, sent::add) } }
            onNodeWithText("1 word waits for an answer.").performScrollTo().assertIsDisplayed()
            onAllNodes(hasText("Add 3 entries")).assertCountEquals(0)
            // Rows with the word are asked about and not told as rejected.
            onAllNodes(hasText("Line 41", substring = true)).assertCountEquals(0)
            onNode(hasText("5") and hasAnyAncestor(hasContentDescription("super", substring = true))).performScrollTo().performClick()
            onNode(hasText("Leave out") and hasAnyAncestor(hasContentDescription("Mood", substring = true))).performScrollTo().performClick()
            assertEquals(listOf<ImportsEvent>(ImportsEvent.NameAnswered("super", "5"), ImportsEvent.NameAnswered("Mood", "skip")), sent)
        }
        runComposeUiTest {
            val sent = mutableListOf<ImportsEvent>()
            setContent { Shown(Look.LIGHT) { Screen(stale, sent::add) } }
            onAllNodes(hasText("Add 3 entries")).assertCountEquals(0)
            onNodeWithText("Europe/London").performScrollTo().performClick()
            onNodeWithText("Count again").performScrollTo().performClick()
            assertEquals(listOf(ImportsEvent.ZoneTyped("Europe/London"), ImportsEvent.LookAsked), sent)
        }
    }

    @Test
    fun `rows that cannot be taken are told by line and stop it unless they are left out`() {
        runComposeUiTest {
            val sent = mutableListOf<ImportsEvent>()
            setContent { Shown(Look.LIGHT) { Screen(rejected, sent::add) } }
            onNodeWithText("daylio_export.csv is an export of Daylio.").assertIsDisplayed()
            for (line in listOf("Entries from 1 Jun 2026 to 4 Jun 2026", "4 entries are new", "2 are already here and stay as they are", "1 was deleted by you before and stays out")) {
                onNodeWithText(line).performScrollTo().assertIsDisplayed()
            }
            onNodeWithText("Line 41, time (4): not a date or time that exists, written %H:%M").performScrollTo().assertIsDisplayed()
            onNodeWithText("Add 4 entries").performScrollTo().assertIsNotEnabled()
            onNodeWithText("Leave out these 2 rows and take the rest").performScrollTo().performClick()
            onNodeWithText("Bring back what I deleted").performScrollTo().performClick()
            onNodeWithText("Stop here; nothing is added").performScrollTo().performClick()
            assertEquals(listOf(ImportsEvent.SkipTicked(true), ImportsEvent.RestoreTicked(true), ImportsEvent.Left), sent)
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(rejected.copy(choices = ImportChoices(true, false))) } }
            onNodeWithText("Add 4 entries").performScrollTo().assertIsEnabled()
        }
    }

    @Test
    fun `a column is told what it is and its range is typed`() = runComposeUiTest {
        val sent = mutableListOf<ImportsEvent>()
        setContent { Shown(Look.LIGHT) { Running(columns, sent) } }
        onNodeWithText("Say how it is written.").performScrollTo().assertIsDisplayed()
        onNodeWithText("24/11/2026").performScrollTo().performClick()
        onNodeWithContentDescription("Highest number: Feeling down").performScrollTo().performTextReplacement("9")
        onNode(hasText("Note") and hasAnyAncestor(hasContentDescription("Notes"))).performScrollTo().performClick()
        onNodeWithText("Look into the file").performScrollTo().performClick()
        val values = columns.mapping?.columns?.get(1)?.use as ColumnUse.Values
        assertEquals(
            listOf(
                ImportsEvent.ColumnSet(0, ColumnUse.Day("%d/%m/%Y")),
                ImportsEvent.ColumnSet(1, values.copy(range = RangeTyped("1", "9"))),
                ImportsEvent.ColumnSet(2, ColumnUse.Note),
                ImportsEvent.ColumnsGiven,
            ),
            sent,
        )
    }

    @Test
    fun `numbers can be from before or after a session once a column is its length and stay so without it`() = runComposeUiTest {
        val sent = mutableListOf<ImportsEvent>()
        setContent { Shown(Look.LIGHT) { Running(columns, sent) } }
        fun choice(text: String, of: String) = onNode(hasText(text) and hasAnyAncestor(hasContentDescription(of)))
        val about = "These numbers are: Feeling down"
        val noLength = "This belongs to a session. Say which column is its length."
        onAllNodes(hasContentDescription(about)).assertCountEquals(0)
        choice("Length of a massage session, in minutes", "Notes").performScrollTo().performClick()
        onNodeWithText("A session needs the time it began. Choose a day that has its time with it, or say which column is the time.").performScrollTo().assertIsDisplayed()
        choice("of the day", about).performScrollTo().assertIsSelected()
        choice("from before the session", about).performScrollTo().performClick()
        onAllNodes(hasText(noLength)).assertCountEquals(0)
        choice("Pressure of a massage session, 1 to 5", "Notes").performScrollTo().performClick()
        // Under the numbers and under the pressure.
        onAllNodes(hasText(noLength)).assertCountEquals(2)
        choice("from before the session", about).performScrollTo().assertIsSelected()
        choice("Style of a massage session", "Notes").performScrollTo().performClick()
        choice("of the day", about).performScrollTo().performClick()
        onAllNodes(hasContentDescription(about)).assertCountEquals(0)
        val values = columns.mapping?.columns?.get(1)?.use as ColumnUse.Values
        assertEquals(
            listOf<ImportsEvent>(
                ImportsEvent.ColumnSet(2, ColumnUse.Length),
                ImportsEvent.ColumnSet(1, values.copy(about = About.BEFORE)),
                ImportsEvent.ColumnSet(2, ColumnUse.Pressure),
                ImportsEvent.ColumnSet(2, ColumnUse.Style),
                ImportsEvent.ColumnSet(1, values),
            ),
            sent,
        )
    }

    @Test
    fun `what a column is about stays when its measure, name, range or direction is said`() = runComposeUiTest {
        val sent = mutableListOf<ImportsEvent>()
        setContent { Shown(Look.LIGHT) { Running(sessions, sent) } }
        fun choice(text: String, of: String) = onNode(hasText(text) and hasAnyAncestor(hasContentDescription(of)))
        onNodeWithContentDescription("Highest number: Calm post").performScrollTo().performTextReplacement("5")
        choice("neither", "A higher number is: Calm post").performScrollTo().performClick()
        onNodeWithContentDescription("Its name: Calm post").performScrollTo().performTextReplacement("Ease")
        choice("Mood", "Numbers of what?: Stress pre").performScrollTo().performClick()
        val lower = calm.copy(range = RangeTyped("0", "5"))
        assertEquals(
            listOf<ImportsEvent>(
                ImportsEvent.ColumnSet(4, lower),
                ImportsEvent.ColumnSet(4, lower.copy(direction = Direction.NEUTRAL)),
                ImportsEvent.ColumnSet(4, lower.copy(label = "Ease", direction = Direction.NEUTRAL)),
                ImportsEvent.ColumnSet(3, ColumnUse.Values("mood", about = About.BEFORE)),
            ),
            sent,
        )
    }

    @Test
    fun `what differs in two columns of one measure is told where it does`() {
        val day = TableColumn("When", "", ColumnUse.Day("%Y-%m-%d %H:%M"))
        val length = TableColumn("Min", "60", ColumnUse.Length)
        val before = TableColumn("Pre", "7", calm.copy(about = About.BEFORE))
        val sentences = mapOf(
            calm.copy(range = RangeTyped("0", "5")) to "A column of the same name has another range. Give both the same one.",
            calm.copy(direction = Direction.NEUTRAL) to "A column of the same name says something else of a higher number. Say the same for both.",
            calm.copy(about = About.BEFORE) to "Another column is this measure already.",
        )
        for ((use, sentence) in sentences) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Screen(told(day, length, before, TableColumn("Post", "8", use))) } }
                onNodeWithText(sentence).performScrollTo().assertIsDisplayed()
            }
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(told(day)) } }
            onNodeWithText("Say which column holds numbers, a note or a session.").performScrollTo().assertIsDisplayed()
        }
    }

    @Test
    fun `taking back is asked twice when entries were edited and never done by one tap`() {
        runComposeUiTest {
            val sent = mutableListOf<ImportsEvent>()
            setContent { Shown(Look.LIGHT) { Screen(listed, sent::add) } }
            onNodeWithText("Take back").performScrollTo().performClick()
            assertEquals(listOf<ImportsEvent>(ImportsEvent.UndoAsked("a")), sent)
        }
        runComposeUiTest {
            val sent = mutableListOf<ImportsEvent>()
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("undo-edited"), sent::add) } }
            onNodeWithText("You changed 2 of these entries since, or built on them. Nothing was taken out yet.").performScrollTo().assertIsDisplayed()
            onNodeWithText("Keep those, take the rest out").performScrollTo().performClick()
            onNodeWithText("Leave everything as it is").performScrollTo().performClick()
            assertEquals(listOf(ImportsEvent.UndoConfirmed, ImportsEvent.UndoLeft), sent)
        }
    }

    @Test
    fun `the way back leads one step back and never away from what was said`() {
        for ((state, event) in listOf(columns to ImportsEvent.Left, rejected to ImportsEvent.Left, rejected.copy(mapping = columns.mapping) to ImportsEvent.ColumnsAsked)) {
            runComposeUiTest {
                val sent = mutableListOf<ImportsEvent>()
                setContent { Shown(Look.LIGHT) { Screen(state, sent::add, Go({}, {}, { error("away") }, {})) } }
                onNodeWithText("Back").performClick()
                assertEquals(listOf<ImportsEvent>(event), sent)
            }
        }
    }

    @Test
    fun `each refusal says that nothing was changed`() {
        val sentences = mapOf(
            Refused.NotRead to "This file could not be read. Nothing was changed.",
            Refused.NoFormat to "It is not clear what this file is, and it is not a table. Nothing was changed.",
            Refused.OfFile("a.csv is empty") to "This file cannot be taken: a.csv is empty. Nothing was changed.",
            Refused.BrokenOff to "Broken off. Nothing was added.",
        )
        for ((refused, sentence) in sentences) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Screen(empty.copy(refused = refused)) } }
                onNodeWithText(sentence).assertIsDisplayed()
            }
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("imports $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("imports-$name", Look.LIGHT, height = heights[name] ?: 860) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("imports-rejected-$look", shown, height = 1500) { Screen(rejected) }
    }
}
