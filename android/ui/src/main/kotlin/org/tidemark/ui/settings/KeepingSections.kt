package org.tidemark.ui.settings

import androidx.compose.runtime.Composable
import org.tidemark.logic.Place
import org.tidemark.logic.settings.Erasing
import org.tidemark.logic.settings.Lock
import org.tidemark.logic.settings.SettingsEvent
import org.tidemark.logic.settings.SettingsState
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.SwitchRow
import org.tidemark.ui.form.WayOut
import org.tidemark.ui.words.strings

/** The lock. It is offered once the recovery words are written down, and never before. */
@Composable
internal fun LockSection(state: SettingsState, send: (SettingsEvent) -> Unit, go: Go, lock: () -> Unit) = Section(strings.settingsLock()) {
    if (state.lock == Lock.WORDS_FIRST) {
        Aside(strings.settingsLockWordsFirst())
        Deed(strings.settingsLockWordsShow()) { go.to(Place.Backup) }
    } else {
        SwitchRow(strings.settingsLockSwitch(), state.lock == Lock.ON) { send(SettingsEvent.LockSwitched(it)) }
        Aside(strings.settingsLockAbout())
        if (state.lock == Lock.ON) Deed(strings.settingsLockNow(), onClick = lock)
    }
}

/** Everything out, and everything gone. */
@Composable
internal fun OutSection(send: (SettingsEvent) -> Unit) {
    Section(strings.settingsOut()) {
        Aside(strings.settingsOutAbout())
        Deed(strings.settingsExport()) { send(SettingsEvent.ExportAsked) }
    }
    Section(strings.settingsGone()) {
        Aside(strings.settingsGoneAbout())
        Deed(strings.settingsErase()) { send(SettingsEvent.EraseAsked) }
    }
}

/** Erases only for the whole word, typed. */
@Composable
internal fun EraseForm(form: Erasing, send: (SettingsEvent) -> Unit) = Section(strings.settingsGone()) {
    val word = strings.settingsEraseWord()
    Aside(strings.settingsGoneAbout())
    form.problem?.let { ProblemCard(it) }
    Field(
        strings.settingsEraseType(word),
        form.typed,
        { send(SettingsEvent.EraseTyped(it)) },
        broken = if (form.wrong) strings.settingsEraseWrong() else null,
    )
    Deed(strings.settingsErase(), enabled = form.typed.isNotBlank()) { send(SettingsEvent.EraseConfirmed(word)) }
    WayOut(strings.settingsEraseKeep()) { send(SettingsEvent.EraseLeft) }
}
