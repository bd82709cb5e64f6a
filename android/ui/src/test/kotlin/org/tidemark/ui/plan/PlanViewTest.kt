package org.tidemark.ui.plan

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isSelected
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.Kind
import org.tidemark.bindings.PlanDay
import org.tidemark.bindings.PlanEntry
import org.tidemark.bindings.PlanLane
import org.tidemark.bindings.Sentence
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.recordFields
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Tab
import org.tidemark.logic.plan.ChangeDraft
import org.tidemark.logic.plan.PlanAdjustment
import org.tidemark.logic.plan.PlanDays
import org.tidemark.logic.plan.PlanEvent
import org.tidemark.logic.plan.PlanRead
import org.tidemark.logic.plan.PlanState
import org.tidemark.logic.plan.PlanVersion
import org.tidemark.logic.plan.Saved
import org.tidemark.logic.plan.reduce
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.Choice
import org.tidemark.logic.records.RecordForm
import org.tidemark.ui.EVENING
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class PlanViewTest {
    private fun codes(field: String) = (recordFields(Kind.PLAN_ADJUSTMENT).first { it.name == field }.form as FieldForm.Code).allowed

    private val none = PlanRead("2026-11-24", recordFields(Kind.SESSION_PLAN).filter { it.settable }, codes("reason"), codes("decided_by"))
    private val third = PlanVersion(
        "p3", "3", "2026-10-02",
        mapOf(
            "since" to "2026-10-02", "aim" to "softer shoulders, better sleep after work", "modality" to "swedish", "pressure" to "2", "minutes" to "60",
            "frequency" to "every 14 days", "preferred_days" to "mon\nthu", "preferred_times" to "10:00\n17:30", "keep_apart" to "talking_therapy:4\ndose:1",
            "if_distress" to "pause\nwindow, water", "agreed_with" to "R. Example", "review_on" to "2026-11-30",
        ),
    )
    private val fourth = third.copy(id = "p4", number = "4", since = "2026-12-01", shown = third.shown - "keep_apart" + ("minutes" to "45"))
    private val changes = listOf(
        PlanAdjustment("2026-12-01", "minutes", "60", "45", "schedule", "together", null),
        PlanAdjustment("2026-10-02", "pressure", "3", "2", "comfort", "self", "Sessions you rated as lighter pressure (n 9) were followed by energy of median 6."),
    )
    private val card = Choice("days_after:energy", "On the day after, energy was about 1 from comparable days.")
    private val agreed = PlanState(none.copy(inForce = third, newest = third, changes = changes.drop(1), cards = listOf(card)))
    private val change = agreed.copy(change = ChangeDraft(field = "pressure", to = "3", reason = "comfort"))

    // By hand: a session two hours after an appointment at 14:00, where the plan keeps four.
    private val apart = Sentence("sentence.apart.after_it", "2 h after talking therapy; the plan keeps 4 hours between.")
    private val days = PlanDays(
        "2026-11-23", "2026-12-06",
        listOf(
            PlanDay("2026-11-24", listOf(PlanEntry(600u, PlanLane.Session("s1", SessionStatus.HELD, emptyList())), PlanEntry(1320u, PlanLane.Dose("m", "Tablet")))),
            PlanDay(
                "2026-11-26",
                listOf(
                    PlanEntry(540u, PlanLane.TalkingTherapy("v0", null)), PlanEntry(840u, PlanLane.TalkingTherapy("v", "N. Example")),
                    PlanEntry(960u, PlanLane.Session("s2", SessionStatus.PLANNED, listOf(apart))),
                ),
            ),
        ),
    )

    @Test
    fun `each day has its lines and a session says what is near and leads to where it goes on`() = runComposeUiTest {
        val sent = mutableListOf<PlanEvent>()
        val went = mutableListOf<Place>()
        val go = Go({ went += it }, {}, {}, {})
        setContent { Shown(Look.LIGHT) { Screen(agreed.copy(days = days), go, sent::add) } }
        onNodeWithText("23 Nov 2026 to 6 Dec 2026").performScrollTo().assertIsDisplayed()
        onNodeWithText("22:00 Tablet").performScrollTo().assertIsDisplayed()
        onNodeWithText("09:00 Talking therapy").performScrollTo().assertIsDisplayed()
        onNodeWithText("14:00 Talking therapy: N. Example").performScrollTo().assertIsDisplayed()
        onNodeWithText(apart.text).performScrollTo().assertIsDisplayed()
        onNodeWithText("10:00 Session, held").performScrollTo().performClick()
        onNodeWithText("16:00 Session, planned").performScrollTo().performClick()
        assertEquals(listOf(Place.SessionDetail("s1"), Place.SessionBefore("s2")), went)
        onNodeWithContentDescription("Two weeks earlier").performScrollTo().performClick()
        onNodeWithContentDescription("Two weeks later").performScrollTo().performClick()
        assertEquals(listOf<PlanEvent>(PlanEvent.DaysMoved(-2), PlanEvent.DaysMoved(2)), sent)
    }

    @Test
    fun `days on which nothing stands are said to be so`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(PlanState(none, days = days.copy(days = emptyList()))) } }
        onNodeWithText("No session, no talking therapy and no time of a dose on these days.").performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `days that could not be read are asked for again`() = runComposeUiTest {
        val sent = mutableListOf<PlanEvent>()
        setContent { Shown(Look.LIGHT) { Screen(agreed.copy(problem = Problem.Busy), send = sent::add) } }
        onAllNodes(hasText("Day by day")).assertCountEquals(0)
        onNodeWithText("Try again").performScrollTo().performClick()
        assertEquals(listOf<PlanEvent>(PlanEvent.Shown), sent)
    }

    @Composable
    private fun Screen(state: PlanState, go: Go = Go.nowhere, send: (PlanEvent) -> Unit = {}) {
        Shell("Plan", Go.nowhere, Tab.MORE, canGoBack = true) { PlanView(state, send, go) }
    }

    @Test
    fun `the plan in force stands with its version its review and what is kept apart`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(agreed) } }
        onNodeWithText("Version 3 since 2 Oct 2026").assertIsDisplayed()
        onNodeWithText("Look at it again on 30 Nov 2026").assertIsDisplayed()
        onNodeWithText("• 4 hours from talking therapy").performScrollTo().assertIsDisplayed()
        onNodeWithText("• 1 hour from a dose of a medicine").performScrollTo().assertIsDisplayed()
        onNodeWithText("Every 14 days").performScrollTo().assertIsDisplayed()
        onNodeWithText("3 of 5, medium → 2 of 5, light").performScrollTo().assertIsDisplayed()
        onNodeWithText("Reason: Comfort. Decided: You.", substring = false).performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `without a plan it asks for what was agreed and nothing can be changed`() = runComposeUiTest {
        val sent = mutableListOf<PlanEvent>()
        setContent { Shown(Look.LIGHT) { Screen(PlanState(none), send = sent::add) } }
        onNodeWithText("Write down what you and your massage therapist agreed.").assertIsDisplayed()
        onAllNodes(hasText("Change something")).assertCountEquals(0)
        onNodeWithText("Write it down").performClick()
        assertEquals(listOf<PlanEvent>(PlanEvent.Added), sent)
    }

    @Test
    fun `a change asks what to what why who and from which day`() = runComposeUiTest {
        val sent = mutableListOf<PlanEvent>()
        setContent { Shown(Look.LIGHT) { Screen(change, send = sent::add) } }
        onNodeWithText("Now: 2 of 5, light").performScrollTo().assertIsDisplayed()
        onNodeWithText("Length").performScrollTo().performClick()
        onNodeWithText("1 of 5, feather-light").performScrollTo().performClick()
        onNodeWithText("Nothing from then on").performScrollTo().performClick()
        onNodeWithText("Cost").performScrollTo().performClick()
        onNodeWithText("You, with others").performScrollTo().performClick()
        onNodeWithText(card.name).performScrollTo().performClick()
        onNodeWithText("Save the change").performScrollTo().performClick()
        assertEquals(
            listOf(
                PlanEvent.FieldChosen("minutes"), PlanEvent.ToTyped("1"), PlanEvent.Emptied(true), PlanEvent.ReasonChosen("cost"),
                PlanEvent.DeciderChosen("together"), PlanEvent.FindingChosen("days_after:energy"), PlanEvent.Submitted,
            ),
            sent,
        )
    }

    @Test
    fun `nothing of a change is filled in beforehand`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(agreed.copy(change = ChangeDraft())) } }
        onAllNodes(hasText("Now:", substring = true)).assertCountEquals(0)
        onAllNodes(isSelected()).assertCountEquals(2)
    }

    @Test
    fun `how often and hours apart are typed in parts`() = runComposeUiTest {
        var state by mutableStateOf(PlanState(none, form = RecordForm(null)))
        setContent { Shown(Look.LIGHT) { Screen(state) { state = reduce(state, it).state } } }
        onNodeWithContentDescription("Frequency: How many").performScrollTo().performTextInput("2")
        onNodeWithText("Times a week").performScrollTo().performClick()
        onNodeWithContentDescription("Hours from talking therapy").performScrollTo().performTextInput("4")
        onNodeWithContentDescription("Hours from a dose").performScrollTo().performTextInput("1")
        assertEquals(mapOf("frequency" to "2 per week", "keep_apart" to "talking_therapy:4\ndose:1"), state.form?.texts)
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states) assertAccessible("plan $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states) assertPicture("plan-$name", Look.LIGHT, height = 1660) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("plan-agreed-$look", shown, height = if (look == "large") 2600 else 1660) { Screen(agreed) }
    }

    private val states = mapOf(
        "loading" to PlanState(),
        "empty" to PlanState(none),
        "agreed" to agreed.copy(saved = Saved("p3", EVENING)),
        "coming" to agreed.copy(plan = none.copy(today = "2026-11-30", inForce = third, newest = fourth, changes = changes)),
        "first" to PlanState(none, form = RecordForm(null, texts = mapOf("minutes" to "300"), broken = mapOf("minutes" to Broken.Outside(5, 240)))),
        "days" to PlanState(none, days = days),
        "days_none" to PlanState(none, days = days.copy(days = emptyList())),
        "change" to change,
        "change_broken" to agreed.copy(change = ChangeDraft(field = "frequency", broken = mapOf("to" to Broken.Needed, "reason" to Broken.Needed, "decided_by" to Broken.Needed))),
        "refused" to change.copy(change = change.change?.copy(problem = Problem.StorageFull)),
        "error" to PlanState(problem = Problem.Locked),
    )
}
