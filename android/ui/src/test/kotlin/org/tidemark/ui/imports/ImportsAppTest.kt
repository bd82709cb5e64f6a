package org.tidemark.ui.imports

import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Span
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Phone
import org.tidemark.ui.Look
import org.tidemark.ui.RealDiary
import org.tidemark.ui.Shown
import org.tidemark.ui.app.TidemarkApp
import java.nio.file.Path
import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals

/** Another app's file into the diary and out again, and a practice, by taps alone over a real diary. */
@OptIn(ExperimentalTestApi::class)
class ImportsAppTest {
    @TempDir
    lateinit var folder: Path

    private fun ComposeUiTest.tap(text: String) {
        val node = onAllNodes(hasText(text).and(hasClickAction())).onFirst()
        runCatching { node.performScrollTo() }
        node.performClick()
        waitForIdle()
    }

    @Test
    fun `from More through the words of the file into the diary and out again`() {
        val file = folder.resolve("daylio_export.csv").also {
            it.writeText(
                "full_date,date,weekday,time,mood,activities,scales,note_title,note\n" +
                    "2026-06-02,x,x,20:00,super,,,,\n2026-06-01,x,x,20:00,good,,,,\n2026-02-30,x,x,20:00,good,,,,\n",
            )
        }
        val phone = Phone(outbox = folder.toString(), chooseFile = { ChosenFile(file.toString(), "daylio_export.csv") })
        RealDiary(folder, phone).use { real ->
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { TidemarkApp(real.env) } }
                tap("More")
                tap("Import")
                tap("Choose a file")
                onNode(hasText("5") and hasAnyAncestor(hasContentDescription("super", substring = true))).performScrollTo().performClick()
                tap("Count again")
                tap("Leave out this 1 row and take the rest")
                tap("Add 2 entries")
                onNodeWithText("2 entries were added").assertIsDisplayed()
                assertEquals(listOf<Double?>(4.0, 5.0), real.diary.entries(Span()).map { it.values.single().value })
                tap("Take back")
                tap("Take them out")
                onNodeWithText("2 entries were taken out.").performScrollTo().assertIsDisplayed()
                assertEquals(emptyList(), real.diary.entries(Span()))
            }
        }
    }

    @Test
    fun `from Today a practice is one tap more`() = RealDiary(folder).use { real ->
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { TidemarkApp(real.env) } }
            tap("+ practice")
            tap("Breathing")
            onNodeWithText("Breathing: saved 21:04").performScrollTo().assertIsDisplayed()
        }
        val saved = real.diary.records(Kind.PRACTICE, Span()).single().fields.associate { it.name to it.text }
        assertEquals(listOf("2026-11-24", "breathing", null), listOf(saved["logical_date"], saved["kind"], saved["minutes"]))
    }
}
