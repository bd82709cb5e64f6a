package org.tidemark.ui.backup

import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.tidemark.logic.backup.BackupEvent
import org.tidemark.logic.backup.Copies
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

/** The folder that gets backup files by themselves: which, what is in it, and the ways to another one or to none. */
@Composable
internal fun CopiesSection(copies: Copies?, copying: Boolean, send: (BackupEvent) -> Unit) = Section(strings.backupCopies()) {
    if (copies == null) {
        Text(strings.backupCopiesAbout(), style = MaterialTheme.typography.bodyLarge)
        Deed(strings.backupCopiesChoose(), enabled = !copying) { send(BackupEvent.FolderAsked) }
    } else {
        Text(strings.backupCopiesInto(copies.folder), style = MaterialTheme.typography.bodyLarge)
        Aside(copies.latest?.let { strings.backupCopiesLatest(LocalWords.current.date(it)) } ?: strings.backupCopiesNone())
        when {
            copying -> Told(strings.backupWriting())
            copies.failed -> Told(strings.backupCopiesFailed(copies.folder), wrong = true)
        }
        Deed(strings.backupCopiesNow(), enabled = !copying) { send(BackupEvent.CopyNowAsked) }
        Deed(strings.backupCopiesOther(), enabled = !copying) { send(BackupEvent.FolderAsked) }
        Deed(strings.backupCopiesStop(), enabled = !copying) { send(BackupEvent.CopiesLeft) }
    }
}
