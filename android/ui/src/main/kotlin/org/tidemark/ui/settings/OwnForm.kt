package org.tidemark.ui.settings

import androidx.compose.runtime.Composable
import org.tidemark.bindings.Direction
import org.tidemark.logic.settings.OwnMeasure
import org.tidemark.logic.settings.OwnScale
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.form.WayOut
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.number
import org.tidemark.ui.words.strings

/** The form of a measure of one's own; what was typed stays when it is refused. */
@Composable
internal fun OwnForm(own: OwnMeasure, send: (SettingsEvent) -> Unit) = Section(strings.settingsOwnTitle()) {
    fun put(changed: OwnMeasure) = send(SettingsEvent.OwnTyped(changed))
    Aside(strings.settingsOwnAbout())
    own.problem?.let { ProblemCard(it) }
    Field(strings.settingsOwnLabel(), own.label, { put(own.copy(label = it)) })
    Scale(own, ::put)
    if (own.scale != OwnScale.HOURS) Meanings(own, ::put)
    Labelled(strings.settingsOwnDirection()) {
        val directions = listOf(
            Direction.HIGHER_BETTER to strings.settingsOwnBetter(),
            Direction.HIGHER_WORSE to strings.settingsOwnWorse(),
            Direction.NEUTRAL to strings.settingsOwnNeutral(),
        )
        Choices(strings.settingsOwnDirection(), directions, own.direction) { put(own.copy(direction = it)) }
    }
    if (own.scale != OwnScale.HOURS) SwitchRow(strings.settingsOwnSession(), own.session) { put(own.copy(session = it)) }
    FirstDeed(strings.appSave(), enabled = own.canSave) { send(SettingsEvent.OwnSaved) }
    WayOut(strings.appCancel()) { send(SettingsEvent.OwnLeft) }
}

@Composable
private fun Scale(own: OwnMeasure, put: (OwnMeasure) -> Unit) {
    Labelled(strings.settingsOwnScale()) {
        val scales = listOf(
            OwnScale.TEN to strings.settingsOwnTen(),
            OwnScale.HUNDRED to strings.settingsOwnHundred(),
            OwnScale.HOURS to strings.settingsOwnHours(),
            OwnScale.OTHER to strings.settingsOwnOther(),
        )
        Choices(strings.settingsOwnScale(), scales, own.scale) { put(own.copy(scale = it)) }
    }
    if (own.scale == OwnScale.OTHER) {
        // The keyboard of letters: not every one of numbers has a minus.
        val rule = strings.settingsOwnNumbers()
        val wrong = own.ends == null && own.lowest.isNotBlank() && own.highest.isNotBlank()
        Field(strings.settingsOwnLowest(), own.lowest, { put(own.copy(lowest = it)) })
        Field(strings.settingsOwnHighest(), own.highest, { put(own.copy(highest = it)) }, rule, rule.takeIf { wrong })
    }
}

/** What both ends mean, once it is known where they are. */
@Composable
private fun Meanings(own: OwnMeasure, put: (OwnMeasure) -> Unit) {
    val (lowest, highest) = own.ends ?: return
    val words = LocalWords.current
    Field(strings.settingsOwnLow(words.number(lowest * 1_000L)), own.low, { put(own.copy(low = it)) })
    Field(strings.settingsOwnHigh(words.number(highest * 1_000L)), own.high, { put(own.copy(high = it)) })
}
