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
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.backup.BackupEvent
import org.tidemark.logic.backup.BackupState
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

    private val states = mapOf(
        "loading" to BackupState(),
        "empty" to BackupState(read = true, words = WordsState.Waiting),
        "filled" to known.copy(daysSince = 0, saving = Saving.Saved(contents), words = WordsState.Checked),
        "error" to known.copy(saving = Saving.NotSaved(Problem.StorageFull)),
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
        setContent { Shown(Look.LIGHT) { Screen(known.copy(saving = Saving.Writing), sent::add) } }
        onNodeWithText("Save a backup file").performClick()
        assertEquals(emptyList(), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("backup $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("backup-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("backup-filled-$look", shown) { Screen(states.getValue("filled")) }
    }
}
