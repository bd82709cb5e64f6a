package org.tidemark.ui.more

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Place
import org.tidemark.strings.Strings
import org.tidemark.ui.app.Go
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Section
import org.tidemark.ui.words.strings

/** The places that have no tab: a plain list, and a line about each. */
@Composable
public fun MoreView(go: Go) {
    val words = strings
    Ways(words.moreLookBack(), words.lookingBack(), go)
    Ways(words.moreCare(), words.care(), go)
    Ways(words.moreKeeping(), words.keeping(), go)
}

/** A place with its name and what is found there. */
private class Way(val place: Place, val name: String, val about: String)

private fun Strings.lookingBack() = listOf(
    Way(Place.History, moreHistory(), moreHistoryAbout()),
    Way(Place.Insights, moreInsights(), moreInsightsAbout()),
)

private fun Strings.care() = listOf(
    Way(Place.VisitPrep, moreVisitPrep(), moreVisitPrepAbout()),
    Way(Place.Records("visit"), moreVisits(), moreVisitsAbout()),
    Way(Place.Records("medication"), moreMedicines(), moreMedicinesAbout()),
    Way(Place.Records("medication_change"), moreMedicineChanges(), moreMedicineChangesAbout()),
    Way(Place.Records("goal"), moreGoals(), moreGoalsAbout()),
    Way(Place.Records("event"), moreEvents(), moreEventsAbout()),
    Way(Place.Records("instrument_result"), moreQuestionnaires(), moreQuestionnairesAbout()),
    Way(Place.Records("care_team_member"), moreCareTeam(), moreCareTeamAbout()),
    Way(Place.Practice, morePractices(), morePracticesAbout()),
    Way(Place.CarePage, moreCarePage(), moreCarePageAbout()),
    Way(Place.Therapists, moreTherapists(), moreTherapistsAbout()),
    Way(Place.Plan, morePlan(), morePlanAbout()),
    Way(Place.Intake, moreIntake(), moreIntakeAbout()),
)

private fun Strings.keeping() = listOf(
    Way(Place.Backup, moreBackup(), moreBackupAbout()),
    Way(Place.Restore, moreRestore(), moreRestoreAbout()),
    Way(Place.Imports, moreImports(), moreImportsAbout()),
    Way(Place.Settings, moreSettings(), moreSettingsAbout()),
)

@Composable
private fun Ways(title: String, ways: List<Way>, go: Go) = Section(title) {
    Column {
        ways.forEachIndexed { at, way ->
            if (at > 0) HorizontalDivider()
            Column(
                Modifier.fillMaxWidth().heightIn(min = 56.dp).clickable(role = Role.Button) { go.to(way.place) }.padding(vertical = 8.dp),
                verticalArrangement = Arrangement.Center,
            ) {
                Text(way.name, style = MaterialTheme.typography.bodyLarge)
                Aside(way.about)
            }
        }
    }
}
