package org.tidemark.ui.care

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.Sheet
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.care.CareChoices
import org.tidemark.logic.care.CarePageEvent
import org.tidemark.logic.care.CarePageState
import org.tidemark.logic.care.CareRead
import org.tidemark.logic.care.Member
import org.tidemark.logic.report.ShareProblem
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

@OptIn(ExperimentalTestApi::class)
class CarePageViewTest {
    private val team = listOf(Member("a", "Anna", "caregiver", getsTrends = true), Member("w", "Dr Weber", "psychiatrist", getsTrends = false))
    private val none = CarePageState(CareRead(emptyList(), emptyList()))
    private val filled = CarePageState(CareRead(team, listOf("emergency_contact", "overwhelmed_do")))
    private val named = filled.copy(choices = CareChoices(reader = "a", named = true, name = "Ada"))

    @Composable
    private fun Screen(state: CarePageState, send: (CarePageEvent) -> Unit = {}, go: Go = Go.nowhere) {
        Shell("Page for a caregiver", go, Tab.MORE, canGoBack = true) { CarePageView(state, send, go) }
    }

    @Test
    fun `for whom the name and the ratings are chosen and the page is sent by its button`() = runComposeUiTest {
        val sent = mutableListOf<CarePageEvent>()
        setContent { Shown(Look.LIGHT) { Screen(named, sent::add) } }
        onNodeWithText("Dr Weber").performScrollTo().performClick()
        onNodeWithText("Nobody in particular").performScrollTo().performClick()
        onNodeWithText("My name").performScrollTo().performClick()
        onNodeWithContentDescription("Name to print").performScrollTo().performTextInput("!")
        onNodeWithText("Where my ratings are lately").performScrollTo().performClick()
        onNodeWithText("Print").performScrollTo().performClick()
        assertEquals(listOf(CarePageEvent.ReaderChosen("w"), CarePageEvent.ReaderChosen(null), CarePageEvent.NameTicked(false)), sent.take(3))
        assertIs<CarePageEvent.NameTyped>(sent[3])
        assertEquals(listOf(CarePageEvent.RatingsTicked(true), CarePageEvent.Went(Way.PRINT)), sent.takeLast(2))
    }

    @Test
    fun `what leaves is listed with why ratings are among it`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(named) } }
        onNodeWithText("Ratings stand on it: trends are ticked for Anna in your care team.").performScrollTo().assertIsDisplayed()
        onNodeWithText("• Ticked on your intake sheet: Emergency contact, If it is too much: please do").performScrollTo().assertIsDisplayed()
        onNodeWithText("• Your name").performScrollTo().assertIsDisplayed()
        onNodeWithText("• Where your ratings were in the last four weeks").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `the page as it is chosen can be looked at before it leaves`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(named, go = Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Look at the pages").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.SheetPreview(Sheet.Caregiver("a", "Ada", false))), gone)
    }

    @Test
    fun `a name that is too long cannot be sent and an empty team leads to its list`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(none.copy(choices = CareChoices(named = true, name = "x".repeat(81))), go = Go(gone::add, {}, {}, {})) } }
        for (button in listOf("Look at the pages", "Print")) onNodeWithText(button).performScrollTo().assertIsNotEnabled()
        onNodeWithText("Care team").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.Records("care_team_member")), gone)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("care page $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("care_page-$name", Look.LIGHT, height = 1260) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("care_page-named-$look", shown, height = if (look == "large") 2200 else 1260) { Screen(named) }
    }

    private val states = mapOf(
        "loading" to CarePageState(),
        "empty" to none,
        "filled" to filled,
        "named" to named,
        "not_taken" to named.copy(out = SheetOut(problem = ShareProblem.NotTaken(Way.SHARE))),
        "error" to CarePageState(problem = Problem.Locked),
    )
}
