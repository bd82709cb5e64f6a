package org.tidemark.ui.door

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.logic.Problem
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.backup.WordsCheck
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.door.Notice
import org.tidemark.logic.door.Why
import org.tidemark.logic.door.WordsFor
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class DoorViewTest {
    private val check = WordsCheck(RecoveryWords("ocean timber velvet anchor maple silent river"), listOf(3, 6))

    @Composable
    private fun Welcome(state: DoorState.NoDiary, send: (DoorEvent) -> Unit = {}) {
        Shell("Welcome", Go.nowhere, null, canGoBack = false) { WelcomeView(state, send) }
    }

    @Composable
    private fun Lock(state: DoorState.Locked, send: (DoorEvent) -> Unit = {}) {
        Shell("Locked", Go.nowhere, null, canGoBack = false) { LockView(state, send) }
    }

    private val welcome = mapOf(
        "empty" to DoorState.NoDiary(),
        "loading" to DoorState.NoDiary(making = true),
        "filled" to DoorState.NoDiary(words = check.copy(wrong = listOf(6))),
        "error" to DoorState.NoDiary(problem = Problem.StorageFull),
    )

    private val locked = mapOf(
        "shut" to DoorState.Locked(Why.Shut),
        "loading" to DoorState.Locked(Why.Shut, working = true),
        "no-key" to DoorState.Locked(Why.NoKey),
        "words" to DoorState.Locked(Why.KeyGone, asks = WordsFor.DIARY, wrongWords = true),
        "filled" to DoorState.Locked(Why.Damaged, notice = Notice.Exported),
        "key-or-file" to DoorState.Locked(Why.KeyOrFile, notice = Notice.NoSnapshot),
        "newer" to DoorState.Locked(Why.Newer),
    )

    @Test
    fun `every way of the first page is one tap`() = runComposeUiTest {
        val sent = mutableListOf<DoorEvent>()
        setContent { Shown(Look.LIGHT) { Welcome(DoorState.NoDiary(), sent::add) } }
        for (way in listOf("Rate now", "Set up first", "I have a backup file")) onNodeWithText(way).performScrollTo().performClick()
        assertEquals(listOf(DoorEvent.Begun(setUp = false), DoorEvent.Begun(setUp = true), DoorEvent.RestoreAsked), sent)
    }

    @Test
    fun `no locked door offers a new diary and each says what is safe`() {
        for ((_, state) in locked) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Lock(state) } }
                for (word in listOf("Rate now", "Set up", "new diary", "Delete", "Erase")) {
                    assertEquals(0, onAllNodes(hasText(word, substring = true, ignoreCase = true) and hasClickAction()).fetchSemanticsNodes().size, "$state: $word")
                }
                onNodeWithText("Help").assertIsDisplayed()
            }
        }
    }

    @Test
    fun `a damaged diary offers snapshot restore and the sealed files in that order`() = runComposeUiTest {
        val sent = mutableListOf<DoorEvent>()
        setContent { Shown(Look.LIGHT) { Lock(DoorState.Locked(Why.Damaged), sent::add) } }
        onNodeWithText("Part of the record file cannot be read. Nothing was deleted.").assertIsDisplayed()
        val offers = listOf("Open the latest snapshot to read", "Restore from a backup file", "Save a copy of the sealed files", "Try again")
        for (offer in offers) onNodeWithText(offer).performScrollTo().performClick()
        assertEquals(listOf(DoorEvent.SnapshotAsked, DoorEvent.RestoreAsked, DoorEvent.ExportAsked, DoorEvent.Shown), sent)
    }

    @Test
    fun `words that were typed are sent as they are and stay when they are wrong`() = runComposeUiTest {
        val sent = mutableListOf<DoorEvent>()
        setContent { Shown(Look.LIGHT) { Lock(locked.getValue("words"), sent::add) } }
        onNodeWithText("These words do not open your records. Nothing was changed; try again.").assertIsDisplayed()
        onNodeWithContentDescription("Recovery words").performTextInput("ocean timber")
        onNodeWithText("Open").performClick()
        assertEquals(listOf<DoorEvent>(DoorEvent.WordsGiven(RecoveryWords("ocean timber"))), sent)
        onNodeWithText("ocean timber").assertIsDisplayed()
    }

    @Test
    fun `words are nodes of their own and two of them are asked for`() = runComposeUiTest {
        val sent = mutableListOf<DoorEvent>()
        setContent { Shown(Look.LIGHT) { Welcome(DoorState.NoDiary(words = check), sent::add) } }
        for (word in listOf("1. ocean", "2. timber", "7. river")) onNodeWithText(word).assertExists()
        onNodeWithContentDescription("Word 3").performScrollTo().performTextInput("velvet")
        onNodeWithContentDescription("Word 6").performScrollTo().performTextInput("silent")
        onNodeWithText("I have them: make my diary").performScrollTo().performClick()
        assertEquals(listOf<DoorEvent>(DoorEvent.WordsChecked(listOf("velvet", "silent"))), sent)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in welcome) assertAccessible("welcome $name") { Welcome(state) }
        for ((name, state) in locked) assertAccessible("lock $name") { Lock(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in welcome) assertPicture("welcome-$name", Look.LIGHT) { Welcome(state) }
        for ((name, state) in locked) assertPicture("lock-$name", Look.LIGHT) { Lock(state) }
        for ((look, shown) in Look.ALL - "light") {
            assertPicture("welcome-empty-$look", shown) { Welcome(welcome.getValue("empty")) }
            assertPicture("lock-filled-$look", shown) { Lock(locked.getValue("filled")) }
        }
    }
}
