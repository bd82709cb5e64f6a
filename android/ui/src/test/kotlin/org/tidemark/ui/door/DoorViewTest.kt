package org.tidemark.ui.door

import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotEnabled
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
import org.tidemark.logic.door.Offer
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

    private val heard = SemanticsMatcher.keyIsDefined(SemanticsProperties.LiveRegion)

    @Test
    fun `each shut door says why and what is safe in its own words and is heard`() {
        val reasons = mapOf(
            Why.Shut to "Your records are locked.",
            Why.TurnedBack to "Your records are here but still locked: your finger, face or code was not taken.",
            Why.NotNow to "Your records are here but still locked: this phone gives the key only later",
            Why.NoKey to "Your records are here. This phone has no key for them; your recovery words open them.",
            Why.KeyGone to "Your records are here. This phone has lost its key for them",
            Why.KeyOrFile to "Either the key or the file does not match. Nothing was deleted.",
            Why.Damaged to "Part of the record file cannot be read. Nothing was deleted.",
            Why.Missing to "Nothing was deleted by the app.",
            Why.Newer to "Update the app; your records are as they were.",
            Why.Other(Problem.StorageFull) to "What was saved before is safe.",
        )
        for ((why, text) in reasons) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Lock(DoorState.Locked(why)) } }
                onNode(hasText(text, substring = true).and(heard)).assertIsDisplayed()
                if (Offer.EXPORT in why.offers) onNodeWithText("The copy opens only with your recovery words.").performScrollTo().assertIsDisplayed()
                val again = if (why == Why.Shut) "Unlock" else "Try again"
                if (Offer.TRY_AGAIN in why.offers) onNodeWithText(again).performScrollTo().assertIsDisplayed()
            }
        }
    }

    @Test
    fun `what came of a wish at the door is heard with what is safe`() {
        val told = mapOf(
            Notice.Exported to "The sealed copy was saved.",
            Notice.NotExported to "No copy was saved. Your records are as they were.",
            Notice.NoSnapshot to "There is no snapshot that opens. Nothing was deleted.",
            Notice.Refused(Problem.StorageFull) to "What was saved before is safe.",
        )
        for ((notice, text) in told) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Lock(DoorState.Locked(Why.Damaged, notice = notice)) } }
                onNode(hasText(text, substring = true).and(heard)).assertIsDisplayed()
            }
        }
    }

    @Test
    fun `words can be left and those of a snapshot say what they are for`() = runComposeUiTest {
        val sent = mutableListOf<DoorEvent>()
        setContent { Shown(Look.LIGHT) { Lock(DoorState.Locked(Why.Damaged, asks = WordsFor.SNAPSHOT), sent::add) } }
        onNodeWithText("The words are needed for the snapshot too.").assertIsDisplayed()
        onNodeWithText("Open").performScrollTo().assertIsNotEnabled()
        onNodeWithText("Back").performScrollTo().performClick()
        assertEquals<List<DoorEvent>>(listOf(DoorEvent.WordsLeft), sent)
    }

    @Test
    fun `while the door is tried nothing else can be begun`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Lock(DoorState.Locked(Why.Damaged, working = true)) } }
        onNodeWithText("One moment").assertIsDisplayed()
        for (offer in listOf("Open the latest snapshot to read", "Restore from a backup file", "Try again")) onAllNodes(hasText(offer)).assertCountEquals(0)
    }

    @Test
    fun `the first page says what this is and is not and each line is read once`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Welcome(DoorState.NoDiary()) } }
        val lines = listOf(
            "A diary of your mood, sleep and stress", "Private: everything is encrypted on this phone.", "Plain: each number is shown with how many entries",
            "Not a clinical measurement. It stands beside professional care", "Not monitored: nobody is alerted by what you write.",
            "Four short questions. You can skip each", "From an earlier phone, with its recovery words.",
        )
        for (line in lines) onNodeWithText(line, substring = true).performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("•")).assertCountEquals(0)
    }

    @Test
    fun `a diary that could not be made is tried again the same way and nothing else is begun while it is made`() {
        for (setUp in listOf(true, false)) {
            runComposeUiTest {
                val sent = mutableListOf<DoorEvent>()
                setContent { Shown(Look.LIGHT) { Welcome(DoorState.NoDiary(setUp = setUp, problem = Problem.StorageFull), sent::add) } }
                onNodeWithText("Try again").performScrollTo().performClick()
                assertEquals<List<DoorEvent>>(listOf(DoorEvent.Begun(setUp)), sent)
            }
        }
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Welcome(DoorState.NoDiary(making = true)) } }
            onNodeWithText("Making your diary").assertExists()
            for (way in listOf("Rate now", "Set up first", "I have a backup file")) onAllNodes(hasText(way)).assertCountEquals(0)
        }
    }

    @Test
    fun `words before the diary can wait and say what is wrong with which`() = runComposeUiTest {
        val sent = mutableListOf<DoorEvent>()
        val wrong = DoorState.NoDiary(words = check.copy(wrong = listOf(6)), problem = Problem.StorageFull)
        setContent { Shown(Look.LIGHT) { Welcome(wrong, sent::add) } }
        onNodeWithText("This phone cannot keep a key, so these words open your records each time.", substring = true).assertIsDisplayed()
        onNodeWithText("What was saved before is safe.", substring = true).assertExists()
        val broken = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Error)).fetchSemanticsNodes()
        assertEquals(listOf(listOf("Word 6")), broken.map { it.config[SemanticsProperties.ContentDescription] })
        onNodeWithText("Not now").performScrollTo().performClick()
        assertEquals<List<DoorEvent>>(listOf(DoorEvent.WordsLeft), sent)
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
