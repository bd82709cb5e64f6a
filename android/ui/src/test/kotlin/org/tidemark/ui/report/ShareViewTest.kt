package org.tidemark.ui.report

import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsEnabled
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Leaving
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.TableOptions
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.report.Sent
import org.tidemark.logic.report.ShareEvent
import org.tidemark.logic.report.ShareForm
import org.tidemark.logic.report.ShareProblem
import org.tidemark.logic.report.ShareState
import org.tidemark.logic.report.Way
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class ShareViewTest {
    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val loading = ShareState(ReportOptions(evening, Paper.A4, Period("2026-09-12", "2026-11-24")))
    private val filled = loading.copy(
        leaves = mapOf(
            ShareForm.PDF to leaving("questions", "trends", "sessions", "medicines"),
            ShareForm.LOCKED_PDF to leaving("questions", "trends", "sessions", "medicines"),
            ShareForm.TEXT to leaving("trends", "sessions", "medicines"),
        ),
    )
    private val locked = filled.copy(form = ShareForm.LOCKED_PDF, password = "correct horse", repeated = "correct hors")

    @Composable
    private fun Screen(state: ShareState, send: (ShareEvent) -> Unit = {}) {
        Shell("Send the report", Go.nowhere, Tab.REPORT, canGoBack = true) { ShareView(state, send) }
    }

    @Test
    fun `each form has its ways and a tap sends that way`() = runComposeUiTest {
        val sent = mutableListOf<ShareEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        onNodeWithText("Print").performScrollTo().performClick()
        onNodeWithText("Save to a folder").performScrollTo().performClick()
        onNodeWithText("Send with another app").performScrollTo().performClick()
        onNodeWithText("FHIR document", substring = true).performScrollTo().performClick()
        onAllNodes(hasText("Copy the text")).assertCountEquals(0)
        assertEquals(
            listOf(ShareEvent.Went(Way.PRINT), ShareEvent.Went(Way.SAVE_AS), ShareEvent.Went(Way.SHARE), ShareEvent.FormChosen(ShareForm.FHIR)),
            sent,
        )
    }

    @Test
    fun `a locked copy waits for the same password twice and shows it to nobody`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(locked) } }
        onNodeWithText("The two are not the same yet.").performScrollTo().assertIsDisplayed()
        onNodeWithText("Send with another app").performScrollTo().assertIsNotEnabled()
        val passwords = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Password)).fetchSemanticsNodes()
        assertEquals(listOf("•".repeat(13), "•".repeat(12)), passwords.map { it.config[SemanticsProperties.EditableText].text })
    }

    @Test
    fun `the tables say what is in them and leave out what is private unless ticked`() = runComposeUiTest {
        val sent = mutableListOf<ShareEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(form = ShareForm.TABLES), sent::add) } }
        onNodeWithText("Care team").performScrollTo().performClick()
        assertEquals(listOf<ShareEvent>(ShareEvent.TablesTicked(TableOptions(jsonLines = false, notes = false, distress = false, reminders = false, safety = false, therapists = false, careTeam = true, intake = false))), sent)
    }

    @Test
    fun `of notes ticked one by one it says how many leave`() = runComposeUiTest {
        val options = filled.options.copy(included = usualTicks.copy(chosenNotes = listOf("a")))
        val leaves = filled.leaves + (ShareForm.PDF to listOf(Leaving("trends", "trends"), Leaving("notes", "1 of 5 notes")))
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(options = options, leaves = leaves)) } }
        onNodeWithText("• 1 of 5 notes").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `a file that was not written is never said to be sent`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(problem = ShareProblem.NotWritten(Problem.StorageFull))) } }
        onNodeWithText("The file could not be written; no part of it is left.", substring = true).performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("handed", substring = true)).assertCountEquals(0)
        onNodeWithText("Send with another app").performScrollTo().assertIsEnabled()
    }

    @Test
    fun `each password goes where it was typed and neither is shown`() = runComposeUiTest {
        val sent = mutableListOf<ShareEvent>()
        setContent { Shown(Look.LIGHT) { Screen(locked, sent::add) } }
        onNodeWithContentDescription("Password").performScrollTo().performTextReplacement("another one")
        onNodeWithContentDescription("The password again").performScrollTo().performTextReplacement("another two")
        // A field that nobody fills says its old text again.
        assertEquals(ShareEvent.PasswordTyped("another one") to ShareEvent.PasswordRepeated("another two"), sent.first() to sent.last())
    }

    @Test
    fun `each tick of the tables is its own`() = runComposeUiTest {
        val sent = mutableListOf<ShareEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(form = ShareForm.TABLES), sent::add) } }
        for (name in listOf("My notes", "Distress entries", "Massage therapists", "Care team", "Intake sheets", "Reminders", "Safety plan and crisis contacts")) {
            onNodeWithText(name).performScrollTo().performClick()
        }
        val none = TableOptions()
        val each = listOf(
            none.copy(notes = true), none.copy(distress = true), none.copy(therapists = true), none.copy(careTeam = true),
            none.copy(intake = true), none.copy(reminders = true), none.copy(safety = true),
        )
        assertEquals<List<ShareEvent>>(each.map { ShareEvent.TablesTicked(it) }, sent)
    }

    @Test
    fun `while a file is written nothing more is begun and that is said`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(working = true)) } }
        onNodeWithText("Writing the file").performScrollTo().assertIsDisplayed()
        for (way in listOf("Send with another app", "Save to a folder", "Print")) onNodeWithText(way).performScrollTo().assertIsNotEnabled()
    }

    @Test
    fun `what came of each way is said in its own words and heard`() {
        val told = mapOf(
            filled.copy(sent = Sent(ShareForm.PDF, Way.SHARE, 213_840, noted = true)) to "The file (214 kB) is whole and was handed to the app you chose.",
            filled.copy(sent = Sent(ShareForm.PDF, Way.SAVE_AS, 213_840, noted = false)) to
                "A copy (214 kB) was saved where you chose. It could not be noted in your list of what left.",
            filled.copy(sent = Sent(ShareForm.PDF, Way.PRINT, 213_840, noted = true)) to "The pages were handed to the phone's printing.",
            filled.copy(sent = Sent(ShareForm.TEXT, Way.COPY, 900, noted = true)) to "The text can be pasted now.",
            filled.copy(problem = ShareProblem.NotTaken(Way.SHARE)) to "Nothing was sent: no app took the file, or you turned back.",
            filled.copy(problem = ShareProblem.NotTaken(Way.SAVE_AS)) to "No copy was saved: you turned back, or the place could not be written. Nothing was sent.",
            filled.copy(problem = ShareProblem.NotTaken(Way.PRINT)) to "Nothing was printed: this phone has no printing set up, or you turned back.",
            filled.copy(problem = ShareProblem.WrongSize) to
                "The file on this phone is not as long as what was written, so it was taken away. Nothing was sent. Free some space and try again.",
            filled.copy(problem = ShareProblem.NotListed(Problem.Busy)) to "Something else is writing to your records. Nothing was lost; try again.",
        )
        for ((state, text) in told) {
            runComposeUiTest {
                setContent { Shown(Look.LIGHT) { Screen(state) } }
                onNode(hasText(text).and(SemanticsMatcher.keyIsDefined(SemanticsProperties.LiveRegion))).performScrollTo().assertIsDisplayed()
            }
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("share $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("share-$name", Look.LIGHT, height = 1400) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("share-filled-$look", shown, height = if (look == "large") 2300 else 1400) { Screen(filled) }
    }

    private val states = mapOf(
        "loading" to loading,
        "filled" to filled,
        "locked" to locked,
        "tables" to filled.copy(form = ShareForm.TABLES),
        "working" to filled.copy(working = true),
        "sent" to filled.copy(sent = Sent(ShareForm.PDF, Way.SHARE, 213_840, noted = true)),
        "error" to filled.copy(problem = ShareProblem.NotWritten(Problem.StorageFull)),
        "turned" to filled.copy(problem = ShareProblem.NotTaken(Way.SAVE_AS)),
        "short" to filled.copy(problem = ShareProblem.WrongSize),
    )
}
