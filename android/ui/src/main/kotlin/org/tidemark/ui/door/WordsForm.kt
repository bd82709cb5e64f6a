package org.tidemark.ui.door

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.runtime.toMutableStateList
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.backup.WordsCheck
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.WayOut
import org.tidemark.ui.words.strings

/** Takes recovery words. They are typed in the clear, so that a slip is seen; the keyboard learns nothing. */
@Composable
public fun WordsForm(label: String, act: String, broken: String?, enabled: Boolean = true, onWords: (RecoveryWords) -> Unit) {
    var typed by remember { mutableStateOf("") }
    Field(label, typed, { typed = it }, hint = strings.lockWordsAbout(), broken = broken, keyboard = KeyboardType.Password)
    FirstDeed(act, enabled = enabled && typed.isNotBlank()) { onWords(RecoveryWords(typed)) }
}

/** Shows words once, each with its place, and asks for two of them. */
@Composable
public fun WordsSheet(check: WordsCheck, act: String, onCopy: (() -> Unit)?, onChecked: (List<String>) -> Unit, onLater: () -> Unit) {
    Text(strings.backupWordsOnce(), style = MaterialTheme.typography.bodyLarge)
    Card(Modifier.fillMaxWidth()) {
        Column(Modifier.padding(16.dp), verticalArrangement = Arrangement.spacedBy(12.dp)) {
            // Each word is a node of its own: a screen reader goes from one to the next as slowly as they are written.
            check.words.each.forEachIndexed { at, word ->
                Text(strings.backupWord((at + 1).toString(), word), style = MaterialTheme.typography.titleLarge)
            }
        }
    }
    if (onCopy != null) {
        Deed(strings.backupWordsCopy(), onClick = onCopy)
        Aside(strings.backupWordsCopyAbout())
    }
    val typed = remember(check.words) { check.asked.map { "" }.toMutableStateList() }
    Spacer(Modifier.height(4.dp))
    Section(strings.backupWordsCheck()) {
        check.asked.forEachIndexed { at, place ->
            Field(
                strings.backupWordAsked(place.toString()),
                typed[at],
                { typed[at] = it },
                broken = if (place in check.wrong) strings.backupWordWrong(place.toString()) else null,
                keyboard = KeyboardType.Password,
            )
        }
    }
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        FirstDeed(act, enabled = typed.all { it.isNotBlank() }) { onChecked(typed.toList()) }
        WayOut(strings.backupWordsLater(), onLater)
    }
}
