package org.tidemark.ui.restore

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
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Moment
import org.tidemark.logic.Progress
import org.tidemark.logic.Tab
import org.tidemark.logic.restore.Done
import org.tidemark.logic.restore.Refused
import org.tidemark.logic.restore.RestoreEvent
import org.tidemark.logic.restore.RestoreState
import org.tidemark.logic.restore.Step
import org.tidemark.logic.restore.Way
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class RestoreViewTest {
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val file = ChosenFile("/tmp/a", "tidemark-2026-11-24.backup")
    private val contents = BackupContents(
        madeAtMs = 1_795_550_640_000,
        period = Period("2026-08-24", "2026-11-24"),
        program = "0.1.0",
        tables = listOf(TableRows("check_in", 118u), TableRows("session", 1u), TableRows("goal", 2u), TableRows("revision_log", 40u)),
    )
    private val filled = RestoreState(step = Step.CONTENTS, here = true, file = file, contents = contents)

    private val states = mapOf(
        "empty" to RestoreState(here = true),
        "words" to RestoreState(step = Step.WORDS, file = file, refused = Refused.WrongWords),
        "loading" to RestoreState(step = Step.WORKING, file = file),
        "filled" to filled,
        "newer-entries" to filled.copy(refused = Refused.NewerEntries(2u), shut = true),
        "error" to RestoreState(refused = Refused.Damaged(1u, 3u)),
        "working" to filled.copy(step = Step.WORKING, progress = Progress(3, 9)),
        "breaking" to filled.copy(step = Step.WORKING, progress = Progress(3, 9), breakingOff = true),
        "broken-off" to filled.copy(refused = Refused.BrokenOff, shut = true),
        "done" to RestoreState(step = Step.DONE, here = true, done = Done.Merged(4u, 1u, 0u), shut = true),
    )

    @Composable
    private fun Screen(state: RestoreState, send: (RestoreEvent) -> Unit = {}, go: Go = Go.nowhere, reopen: () -> Unit = {}) {
        RestoreScreen(state, send, go, Tab.MORE, { evening }, reopen)
    }

    @Test
    fun `counts and dates come before the question what to do`() = runComposeUiTest {
        val sent = mutableListOf<RestoreEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        // Made at 21:04 in Berlin on the 24th; two other records: the program's own rows are not the person's.
        for (line in listOf("Made on 24 Nov 2026", "Entries from 24 Aug 2026 to 24 Nov 2026", "118 check-ins", "1 session", "2 other records")) {
            onNodeWithText(line).assertIsDisplayed()
        }
        onNodeWithText("Replace what is here").performScrollTo().performClick()
        onNodeWithText("Add what is missing here").performScrollTo().performClick()
        assertEquals(listOf<RestoreEvent>(RestoreEvent.WayChosen(Way.REPLACE), RestoreEvent.WayChosen(Way.MERGE)), sent)
    }

    @Test
    fun `wrong words a damaged file and a newer one are three sentences and each says what is safe`() {
        val sentences = mapOf(
            Refused.WrongWords to "This passphrase does not open this file. Try another; your records here are untouched.",
            Refused.Damaged(1u, 3u) to "This file is incomplete (1 of 3 parts). Try another copy; your records here are untouched.",
            Refused.Newer to "Made by a newer version of the app. Update the app first; the file and your records here are untouched.",
        )
        for ((refused, sentence) in sentences) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Screen(RestoreState(refused = refused)) } }
                onNodeWithText(sentence).assertIsDisplayed()
            }
        }
    }

    @Test
    fun `replacing entries the file lacks needs another tap on another button`() = runComposeUiTest {
        val sent = mutableListOf<RestoreEvent>()
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("newer-entries"), sent::add) } }
        assertEquals(0, onAllNodes(hasText("Replace what is here")).fetchSemanticsNodes().size)
        onNodeWithText("Replace all the same").performScrollTo().performClick()
        assertEquals(listOf<RestoreEvent>(RestoreEvent.WayChosen(Way.REPLACE_ALL)), sent)
    }

    @Test
    fun `once the diary was shut every way out goes through the door`() = runComposeUiTest {
        var reopened = 0
        val lost = Go({ error("to $it") }, { error("instead") }, { error("back") }, { error("tab") })
        setContent { Shown(Look.LIGHT) { Screen(states.getValue("newer-entries"), go = lost) { reopened++ } } }
        onNodeWithText("Back").performClick()
        onNodeWithText("Help").performClick()
        assertEquals(2, reopened)
    }

    @Test
    fun `what is on its way is broken off once and opening a file is not`() {
        runComposeUiTest {
            val sent = mutableListOf<RestoreEvent>()
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("working"), sent::add) } }
            onNodeWithText("3 of 9").assertIsDisplayed()
            onNodeWithText("Break off").performClick()
            assertEquals(listOf<RestoreEvent>(RestoreEvent.BreakOffAsked), sent)
        }
        for (state in listOf("loading", "breaking")) runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(states.getValue(state)) } }
            assertEquals(0, onAllNodes(hasText("Break off")).fetchSemanticsNodes().size, state)
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(states.getValue("broken-off")) } }
            onNodeWithText("Broken off. Nothing was changed; your records here are untouched.").assertIsDisplayed()
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("restore $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("restore-$name", Look.LIGHT) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("restore-filled-$look", shown) { Screen(filled) }
    }
}
