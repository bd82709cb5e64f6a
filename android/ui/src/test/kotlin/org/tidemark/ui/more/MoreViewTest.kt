package org.tidemark.ui.more

import androidx.compose.runtime.Composable
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.tidemark.logic.Place
import org.tidemark.logic.Tab
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import kotlin.test.Test
import kotlin.test.assertEquals

@OptIn(ExperimentalTestApi::class)
class MoreViewTest {
    @Composable
    private fun Screen(go: Go = Go.nowhere) {
        Shell("More", go, Tab.MORE, canGoBack = false) { MoreView(go) }
    }

    @Test
    fun `each line leads to its place`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(Go(gone::add, {}, {}, {})) } }
        val lines = listOf(
            "History", "Insights", "Next visit", "Visits", "Medicines", "Medicine changes", "Goals", "Events", "Practice", "Page for a caregiver",
            "Massage therapists", "Plan", "Intake sheet", "Backup", "Restore", "Import", "Settings",
        )
        for (line in lines) onNodeWithText(line).performScrollTo().performClick()
        assertEquals(
            listOf(
                Place.History, Place.Insights, Place.VisitPrep, Place.Records("visit"), Place.Records("medication"),
                Place.Records("medication_change"), Place.Records("goal"), Place.Records("event"), Place.Practice, Place.CarePage,
                Place.Therapists, Place.Plan, Place.Intake, Place.Backup, Place.Restore, Place.Imports, Place.Settings,
            ),
            gone,
        )
    }

    @Test
    fun `the list is accessible in every look`() = assertAccessible("more") { Screen() }

    @Test
    fun `the list looks as it did`() {
        for ((look, shown) in Look.ALL) assertPicture(if (look == "light") "more" else "more-$look", shown, height = 1760) { Screen() }
    }
}
