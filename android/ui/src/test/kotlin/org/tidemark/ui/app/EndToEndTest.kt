package org.tidemark.ui.app

import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Span
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Store
import org.tidemark.logic.Unsealed
import org.tidemark.logic.Vault
import org.tidemark.logic.door.DoorEffect
import org.tidemark.logic.door.DoorEnv
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.door.doorFeature
import org.tidemark.ui.EVENING
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import java.io.File
import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertTrue

/**
 * One life of the app by taps alone, over the real library: first start, ratings, a session with its timer, the report as a PDF on
 * disk, a backup, and everything back on another phone with the file and the words.
 */
@OptIn(ExperimentalTestApi::class)
class EndToEndTest {
    @TempDir
    lateinit var place: File

    private var now: Moment = EVENING
    private val direct = Executor { it.run() }

    /** A phone with its own folder and its own lock. */
    private inner class OnePhone(name: String, given: File? = null) {
        val home = File(place, name).apply { mkdirs() }
        val saved = File(home, "saved").apply { mkdirs() }
        var words: String? = null
        private var key: ByteArray? = null
        private val vault = Vault(
            seal = { bytes, _ -> true.also { key = bytes.copyOf() } },
            unseal = { key?.let { Unsealed.Key(it.copyOf()) } ?: Unsealed.None },
            holdWords = { text, _ -> true.also { words = text } },
            heldWords = { words },
            forgetWords = { words = null },
        )
        private val phone = Phone(
            outbox = File(home, "outbox").apply { mkdirs() }.path,
            saveAs = { path, file, _ -> File(path).copyTo(File(saved, file)).exists() },
            chooseFile = { given?.let { ChosenFile(it.path, it.name) } },
        )
        val door = DoorEnv(File(home, "my.diary").path, vault, phone, { now }, direct, direct)
        val store: Store<DoorState, DoorEvent, DoorEffect> = door.store(doorFeature(door))

        fun open() = assertIs<DoorState.Open>(store.state).diary
    }

    private fun ComposeUiTest.tap(text: String) {
        // A title may say the same as a tab; what can be tapped is meant.
        val node = onAllNodes(hasText(text).and(hasClickAction())).onFirst()
        runCatching { node.performScrollTo() }
        node.performClick()
        waitForIdle()
    }

    private fun ComposeUiTest.rate(number: String) =
        onNode(hasText(number).and(SemanticsMatcher.expectValue(SemanticsProperties.Role, Role.RadioButton))).performClick()

    @Test
    fun `from the first start to another phone nothing is lost`() {
        val first = OnePhone("first")
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { DoorApp(first.door, first.store) } }
            tap("Rate now")
            for (number in listOf("6", "7", "4", "8")) rate(number)
            onNodeWithText("Saved 21:04").assertIsDisplayed()

            tap("Sessions")
            tap("Start a session")
            rate("7")
            tap("Style")
            tap("Swedish")
            tap("Start timer")
            now = now.copy(epochMs = now.epochMs + 60 * 60_000L)
            mainClock.advanceTimeBy(6_000)
            tap("Pause and breathe")
            now = now.copy(epochMs = now.epochMs + 2 * 60_000L)
            tap("Resume")
            tap("Finish")
            rate("3")
            tap("Go on to aftercare")

            tap("Report")
            tap("Look at the pages")
            tap("Choose how to send it")
            tap("Save to a folder")
            val pdf = first.saved.listFiles().orEmpty().single()
            assertEquals("%PDF-", pdf.readBytes().decodeToString(0, 5))
            assertTrue(pdf.length() > 10_000, "${pdf.length()} bytes")

            tap("More")
            tap("Backup")
            tap("Save a backup file")
        }
        val told = first.open().entries(Span())
        assertEquals(listOf(4, 1), listOf(told.count { it.kind == "check_in" }, told.count { it.kind == "session" }))
        first.open().shut()

        val file = first.saved.listFiles().orEmpty().single { it.extension != "pdf" }
        val second = OnePhone("second", given = file)
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { DoorApp(second.door, second.store) } }
            tap("I have a backup file")
            tap("Choose a file")
            onNodeWithContentDescription("Recovery words").performTextInput(assertNotNull(first.words))
            tap("Look into the file")
            onNodeWithText("4 check-ins").assertIsDisplayed()
            onNodeWithText("1 session").assertIsDisplayed()
            tap("Restore this diary")
            tap("Open my diary")
            onNodeWithText("Saved", substring = true).assertIsDisplayed()
        }
        // Every entry is there, with the same ids, numbers and moments.
        assertEquals(told, second.open().entries(Span()))
        second.open().shut()
    }
}
