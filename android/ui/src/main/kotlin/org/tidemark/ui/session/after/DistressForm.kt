package org.tidemark.ui.session.after

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Moment
import org.tidemark.logic.session.after.AfterEvent
import org.tidemark.logic.session.after.Distress
import org.tidemark.logic.session.after.distressKinds
import org.tidemark.logic.session.after.toldCodes
import org.tidemark.logic.session.after.toldTo
import org.tidemark.ui.session.AnyOf
import org.tidemark.ui.session.Editor
import org.tidemark.ui.session.Field
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.OneOf
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.session.StrengthPad
import org.tidemark.ui.session.named
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** When it became too much, in the person's own words: no score, no colour, everything but the kind can stay open. */
@Composable
internal fun DistressForm(distress: Distress, send: (AfterEvent) -> Unit, now: () -> Moment) {
    val words = LocalWords.current
    val tell = { told: Distress -> send(AfterEvent.DistressTold(told)) }
    Editor {
        Text(strings.sessionDistressOffer(), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
        Text(strings.sessionDistressAbout(), style = MaterialTheme.typography.bodyMedium)
        Asked(strings.sessionDistressKind()) {
            OneOf(distressKinds, distress.kind, { words.named("part.distress.$it") }, strings.sessionDistressKind()) { tell(distress.copy(kind = it)) }
        }
        StrengthPad(strings.sessionDistressStrength(), distress.strength) { tell(distress.copy(strength = it)) }
        Field(strings.sessionDistressHelped(), distress.helped, lines = 2) { tell(distress.copy(helped = it)) }
        Asked(strings.sessionDistressTold()) {
            AnyOf(toldCodes, { it in distress.told }, { words.named("part.told.$it") }) { code -> tell(distress.toldTo(code)) }
        }
        Asked(strings.sessionDistressWentOn()) {
            OneOf(listOf(true, false), distress.wentOn, { if (it) strings.sessionYes() else strings.sessionNo() }, strings.sessionDistressWentOn()) {
                tell(distress.copy(wentOn = it))
            }
        }
        MainButton(strings.sessionDistressSave(), distress.kind != null && !distress.saving) { send(AfterEvent.DistressSaveAsked(now())) }
        SideButton(strings.sessionDistressLeave()) { send(AfterEvent.DistressTold(null)) }
    }
}

@Composable
private fun Asked(label: String, content: @Composable () -> Unit) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(label, style = MaterialTheme.typography.bodyLarge)
        content()
    }
}
