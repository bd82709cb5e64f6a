package org.tidemark.ui.app

import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Feature
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Phone
import org.tidemark.logic.Unsealed
import org.tidemark.logic.Vault
import org.tidemark.logic.door.DoorEnv
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.door.doorFeature
import org.tidemark.logic.door.perform
import org.tidemark.logic.door.reduce
import org.tidemark.ui.EVENING
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.WORDS
import java.io.File
import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull

/** The whole app from its first start, over the real library: install to first rating, a lost phone, a lost key. */
@OptIn(ExperimentalTestApi::class)
class DoorAppTest {
    @TempDir
    lateinit var place: File

    private var key: ByteArray? = null
    private var words: String? = null
    private val path get() = File(place, "my.diary").path
    private val direct = Executor { it.run() }
    private val vault = Vault(
        seal = { bytes, _ -> true.also { key = bytes.copyOf() } },
        unseal = { key?.let { Unsealed.Key(it.copyOf()) } ?: Unsealed.Gone },
        holdWords = { text, _ -> true.also { words = text } },
        heldWords = { words },
        forgetWords = { words = null },
    )

    private val backup get() = File(place, "my.backup")
    private val copied = mutableListOf<String>()
    private val phone = {
        Phone(
            place.path,
            chooseFile = { ChosenFile(backup.path, backup.name) },
            copyFolder = { "Copies" },
            copyInto = { _, name, _ -> copied.add(name) },
        )
    }
    private val door by lazy { DoorEnv(path, vault, phone(), { EVENING }, direct, direct) }
    private val store by lazy { door.store(doorFeature(door)) }

    private fun ComposeUiTest.app() = setContent { Shown(Look.LIGHT) { DoorApp(door, store) } }

    private fun ComposeUiTest.tap(text: String) = onNodeWithText(text).performScrollTo().performClick()

    private fun ComposeUiTest.rate(number: String) =
        onNode(hasText(number).and(SemanticsMatcher.expectValue(SemanticsProperties.Role, Role.RadioButton))).performClick()

    private fun shut() = (store.state as? DoorState.Open)?.diary?.shut()

    @Test
    fun `the first rating is two taps after the first start`() = runComposeUiTest {
        app()
        tap("Rate now")
        rate("6")
        onNodeWithText("Saved 21:04").assertIsDisplayed()
        assertNotNull(words)
        shut()
    }

    @Test
    fun `every question of the first day can be passed and the last page leads to the words`() = runComposeUiTest {
        app()
        tap("Set up first")
        // Nothing lies before the first question.
        onAllNodes(hasText("Back")).assertCountEquals(0)
        repeat(3) { tap("Next") }
        onNodeWithText("Back").assertIsDisplayed()
        tap("Show my recovery words")
        onNodeWithText("No backup yet. If this phone is lost, your records are lost with it.").assertIsDisplayed()
        tap("Show my recovery words")
        val each = assertNotNull(words).split(' ')
        each.forEachIndexed { at, word -> onNodeWithText("${at + 1}. $word").assertExists() }
        shut()
    }

    @Test
    fun `a lost phone is file words counts and open`() = runComposeUiTest {
        OpenDiary.create(File(place, "other.diary").path, WORDS, null, EVENING).use { other ->
            other.backup(backup.path, null, null, EVENING)
            other.shut()
        }
        app()
        tap("I have a backup file")
        tap("Choose a file")
        onNodeWithContentDescription("Recovery words").performTextInput(WORDS)
        tap("Look into the file")
        onNodeWithText("No entries").assertIsDisplayed()
        tap("Restore this diary")
        tap("Open my diary")
        onNodeWithText("Nothing yet today. Each number saves itself.").assertExists()
        shut()
    }

    @Test
    fun `a lost key shows the door with help open and the words lead in`() = runComposeUiTest {
        OpenDiary.create(path, WORDS, null, EVENING).use { it.shut() }
        app()
        onNodeWithText("Locked").assertIsDisplayed()
        tap("Use my recovery words")
        onNodeWithText("Help").performClick()
        onNodeWithText("If you may harm yourself or someone else, contact emergency or crisis help now.").assertIsDisplayed()
        onNodeWithText("Back").performClick()
        onNodeWithContentDescription("Recovery words").performTextInput(WORDS)
        tap("Open")
        onNodeWithText("Nothing yet today. Each number saves itself.").assertExists()
        assertIs<DoorState.Open>(store.state)
        shut()
    }

    @Test
    fun `a copy goes into the chosen folder once the diary is open and its words were shown`() = runComposeUiTest {
        OpenDiary.create(path, WORDS, null, EVENING).use { it.shut() }
        key = keyFromPassphrase(path, WORDS)
        words = WORDS
        app()
        onNodeWithText("Nothing yet today. Each number saves itself.").assertExists()
        waitForIdle()
        assertEquals(emptyList(), copied)
        words = null
        store.send(DoorEvent.LockAsked)
        tap("Unlock")
        onNodeWithText("Nothing yet today. Each number saves itself.").assertExists()
        waitForIdle()
        assertEquals(listOf("tidemark-2026-11-24.backup"), copied)
        onNodeWithText("More").performClick()
        waitForIdle()
        assertEquals(1, copied.size)
        shut()
    }

    @Test
    fun `nothing is copied from behind a snapshot`() = runComposeUiTest {
        OpenDiary.create(path, WORDS, null, EVENING).use { diary ->
            val snapshot = door.store(Feature(DoorState.Open(diary, snapshotOf = LogicalDate("2026-11-23")), DoorEvent.Shown, ::reduce) { perform(it, door) })
            setContent { Shown(Look.LIGHT) { DoorApp(door, snapshot) } }
            onNodeWithText("Nothing yet today. Each number saves itself.").assertExists()
            waitForIdle()
            assertEquals(emptyList(), copied)
            diary.shut()
        }
    }
}
