package org.tidemark.ui.backup

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.BackupContents
import org.tidemark.bindings.Period
import org.tidemark.bindings.TableRows
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Problem
import org.tidemark.logic.Progress
import org.tidemark.logic.Tab
import org.tidemark.logic.backup.BackupEvent
import org.tidemark.logic.backup.BackupState
import org.tidemark.logic.backup.Copies
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.backup.Saving
import org.tidemark.logic.backup.WordsCheck
import org.tidemark.logic.backup.WordsState
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class BackupViewTest {
    private val check = WordsCheck(RecoveryWords("ocean timber velvet anchor maple silent river"), listOf(2, 5))
    private val contents = BackupContents(
        madeAtMs = 1_795_550_640_000,
        period = Period("2026-08-24", "2026-11-24"),
        program = "0.1.0",
        tables = listOf(TableRows("check_in", 118u), TableRows("session", 9u)),
    )
    private val known = BackupState(read = true, daysSince = 12, words = WordsState.Known)

    private val copies = Copies("Diary copies", LogicalDate("2026-11-24"))

    private val states = mapOf(
        "loading" to BackupState(),
        "empty" to BackupState(read = true, words = WordsState.Waiting),
        "filled" to known.copy(daysSince = 0, saving = Saving.Saved(contents), words = WordsState.Checked),
        "error" to known.copy(saving = Saving.NotSaved(Problem.StorageFull)),
        "writing" to known.copy(saving = Saving.Writing(1, Progress(23, 58)), copies = Copies("Diary copies")),
        "breaking" to known.copy(saving = Saving.Writing(1, Progress(23, 58), breakingOff = true)),
        "broken-off" to known.copy(saving = Saving.BrokenOff),
        "copies" to known.copy(daysSince = 0, copies = copies),
        "copying" to known.copy(copies = Copies("Diary copies"), copying = true),
        "copies-failed" to known.copy(copies = copies.copy(failed = true)),
        "words" to known.copy(words = WordsState.First(check)),
        "present" to known.copy(words = WordsState.Present(wrong = true)),
    )

    @Composable
    private fun Screen(state: BackupState, send: (BackupEvent) -> Unit = {}) {
        Shell("Backup", Go.nowhere, Tab.MORE, canGoBack = true) { BackupView(state, send, Go.nowhere) }
    }

    @Test
    fun `saved is said only of a file that was put somewhere`() {
        for ((name, state) in states - "filled" + ("back" to known.copy(saving = Saving.TurnedBack))) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Screen(state) } }
                assertEquals(0, onAllNodes(hasText("Saved and read back", substring = true)).fetchSemanticsNodes().size, name)
            }
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("filled")) } }
            onNodeWithText("Saved and read back whole: 118 check-ins, 9 sessions.").assertIsDisplayed()
            onNodeWithText("Latest backup: today").assertIsDisplayed()
        }
    }

    @Test
    fun `words that were never shown are named and one tap away`() = runComposeUiTest {
        val sent = mutableListOf<BackupEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("empty"), sent::add) } }
        onNodeWithText("No backup yet. If this phone is lost, your records are lost with it.").assertIsDisplayed()
        onNodeWithText("Save a backup file").performClick()
        onNodeWithText("Show my recovery words").performScrollTo().performClick()
        assertEquals(listOf<BackupEvent>(BackupEvent.SaveAsked, BackupEvent.WordsAsked), sent)
    }

    @Test
    fun `the button saves nothing twice while a file is written`() = runComposeUiTest {
        val sent = mutableListOf<BackupEvent>()
        setContent { Shown(Look.LIGHT) { Screen(known.copy(saving = Saving.Writing(1)), sent::add) } }
        onNodeWithText("Save a backup file").performClick()
        assertEquals(emptyList(), sent)
    }

    private fun absent(text: String, state: BackupState) = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(state) } }
        assertEquals(0, onAllNodes(hasText(text)).fetchSemanticsNodes().size, text)
    }

    @Test
    fun `how far the file is stands there and it is broken off once`() {
        runComposeUiTest {
            val sent = mutableListOf<BackupEvent>()
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("writing"), sent::add) } }
            onNodeWithText("Writing and reading back: 23 of 58").assertIsDisplayed()
            onNodeWithText("Break off").performClick()
            assertEquals(listOf<BackupEvent>(BackupEvent.BreakOffAsked), sent)
        }
        absent("Break off", states.getValue("breaking"))
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("broken-off")) } }
            onNodeWithText("Broken off. No file was saved; your records are as they were.").assertIsDisplayed()
        }
    }

    @Test
    fun `a folder is offered once the words were shown and never before`() {
        absent("Choose a folder", states.getValue("empty"))
        runComposeUiTest {
            val sent = mutableListOf<BackupEvent>()
            setContent { Shown(Look.LIGHT) { Screen(known, sent::add) } }
            onNodeWithText("Choose a folder").performScrollTo().performClick()
            assertEquals(listOf<BackupEvent>(BackupEvent.FolderAsked), sent)
        }
    }

    @Test
    fun `a folder says what is in it and each way on is one tap`() = runComposeUiTest {
        val sent = mutableListOf<BackupEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("copies-failed"), sent::add) } }
        onNodeWithText("Once a week into Diary copies").performScrollTo().assertIsDisplayed()
        onNodeWithText("Latest copy: 24 Nov 2026").performScrollTo().assertIsDisplayed()
        val failed = "The copy could not be put into Diary copies. Your records are safe here. Choose the folder again, or another one."
        onNodeWithText(failed).performScrollTo().assertIsDisplayed()
        for (button in listOf("Copy now", "Choose another folder", "No more copies")) onNodeWithText(button).performScrollTo().performClick()
        assertEquals(listOf(BackupEvent.CopyNowAsked, BackupEvent.FolderAsked, BackupEvent.CopiesLeft), sent)
    }

    @Test
    fun `nothing about the folder is tapped while a copy is on its way`() = runComposeUiTest {
        val sent = mutableListOf<BackupEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("copying"), sent::add) } }
        onNodeWithText("No copy there yet.").performScrollTo().assertIsDisplayed()
        for (button in listOf("Copy now", "Choose another folder", "No more copies")) onNodeWithText(button).performScrollTo().performClick()
        assertEquals(emptyList(), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("backup $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("backup-$name", Look.LIGHT, height = 1100) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("backup-filled-$look", shown, height = 1100) { Screen(states.getValue("filled")) }
    }
}
