package org.tidemark.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.HorizontalDivider
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Settings
import org.tidemark.logic.Env
import org.tidemark.logic.Navigation
import org.tidemark.logic.Place
import org.tidemark.logic.settings.Notice
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.logic.settings.SettingsState
import org.tidemark.logic.settings.settingsFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.ClockSteps
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.onboarding.LATEST_DAY_END
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.country
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

@Composable
internal fun SettingsPlace(env: Env, go: Go, at: Navigation) {
    val settings = running(env, Place.Settings) { settingsFeature(env) }
    Shell(strings.settingsTitle(), go, at.tab, canGoBack = at.places.size > 1) {
        SettingsView(settings.state, settings.send, go, env.doorway.lock)
    }
}

/** Every choice about the diary. A form that asks for something stands alone until it is saved or left. */
@Composable
public fun SettingsView(state: SettingsState, send: (SettingsEvent) -> Unit, go: Go, lock: () -> Unit) {
    state.problem?.let { ProblemCard(it) { send(SettingsEvent.Shown) } }
    val chosen = state.chosen
    val own = state.own
    val erasing = state.erasing
    when {
        own != null -> OwnForm(own, send)
        erasing != null -> EraseForm(erasing, send)
        chosen == null -> if (state.problem == null) Told(strings.appLoading())
        else -> {
            NoticeLine(state.notice)
            MeasuresSection(state, send)
            HorizontalDivider()
            DaySection(chosen, send)
            HorizontalDivider()
            RemindersSection(state, chosen, send)
            HorizontalDivider()
            LockSection(state, send, go, lock)
            HorizontalDivider()
            ReportSection(state, chosen, send)
            HorizontalDivider()
            OutSection(send)
        }
    }
}

@Composable
private fun NoticeLine(notice: Notice?) = when (notice) {
    Notice.SAVED -> Told(strings.settingsSaved())
    Notice.EXPORTED -> Told(strings.settingsExported())
    Notice.NOT_EXPORTED -> Told(strings.settingsNotExported())
    Notice.LOCK_NOT_TAKEN -> Told(strings.settingsLockNotTaken())
    null -> Unit
}

@Composable
private fun DaySection(chosen: Settings, send: (SettingsEvent) -> Unit) = Section(strings.settingsDay()) {
    val minutes = chosen.rolloverMin.toInt()
    val text = strings.settingsDayEnd(LocalWords.current.time(minutes))
    ClockSteps(text, text, minutes, 0..LATEST_DAY_END) {
        send(SettingsEvent.Chosen(Setting.Rollover(it.toUShort())))
    }
    Aside(strings.settingsDayEndAbout())
    SwitchRow(strings.settingsHideBefore(), chosen.hideBefore) { send(SettingsEvent.Chosen(Setting.HideBefore(it))) }
}

@Composable
private fun ReportSection(state: SettingsState, chosen: Settings, send: (SettingsEvent) -> Unit) = Section(strings.settingsReport()) {
    Labelled(strings.settingsPaper()) {
        val papers = listOf(Paper.A4 to strings.settingsPaperA4(), Paper.LETTER to strings.settingsPaperLetter())
        Choices(strings.settingsPaper(), papers, chosen.paper) { send(SettingsEvent.Chosen(Setting.SheetOfPaper(it))) }
    }
    if (state.regions.isNotEmpty()) {
        val words = LocalWords.current
        Labelled(strings.settingsRegion()) {
            Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
                val none = listOf<Pair<String?, String>>(null to strings.settingsRegionNone())
                val regions = none + state.regions.map { it to words.country(it) }.sortedBy { it.second }
                Choices(strings.settingsRegion(), regions, chosen.region) { send(SettingsEvent.Chosen(Setting.RegionOf(it))) }
            }
        }
    }
}
