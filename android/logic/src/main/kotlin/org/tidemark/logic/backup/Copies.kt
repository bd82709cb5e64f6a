package org.tidemark.logic.backup

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Next
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.session.detail.wallDate
import java.text.Normalizer
import java.time.LocalDate
import java.time.temporal.ChronoUnit

/** Backup files that are put into a folder of the person's without being asked for each time. */
public data class Copies(
    /** Name of the folder. */
    val folder: String,
    /** Day of the latest copy in it; none when there is none. */
    val latest: LogicalDate? = null,
    /** Whether the last try since the diary was opened did not get there. */
    val failed: Boolean = false,
)

/** What came of a copy. */
public enum class CopyOutcome {
    /** It is in the folder, read back whole. */
    COPIED,

    /** The folder is gone or full, or the file could not be written; nothing of it is left. */
    FAILED,

    /** There is no folder to put it into. */
    NO_FOLDER,
}

/** Whether a copy is to be made: a week after the [latest], or when that lies ahead by more than a day, under a clock that was wrong. */
public fun copyDue(latest: LogicalDate?, today: LogicalDate): Boolean {
    val days = latest?.let { daysSince(it, today) } ?: return true
    return days >= DAYS_BETWEEN || days < -1
}

/** Makes a copy when one is due; none when it is not, or nothing can take one. Once each time a diary was opened, on [Env.aside]. */
public fun copyIfDue(env: Env): CopyOutcome? {
    // What cannot be read now is read, and said, by the Backup screen.
    val due = reply { env.copies()?.let { copyDue(it.latest, LogicalDate(env.diary.today(env.now()).day)) } }.event({ it }) { null }
    return if (due == true) copyNow(env) else null
}

/** Makes a copy. Touches the disk and the folder, which may take long: call it on [Env.aside]. */
public fun copyNow(env: Env): CopyOutcome {
    val folder = env.copyFolder() ?: return CopyOutcome.NO_FOLDER
    val copied = reply {
        env.writeBackup(placeOf(folder), null, prefix = "copy-") { file, name -> env.phone.copyInto(file.path, name, BACKUP_TYPE) } != null
    }.event({ it }) { false }
    env.copyFailed = !copied
    return if (copied) CopyOutcome.COPIED else CopyOutcome.FAILED
}

/** The folder and what is in it; none while none is chosen. */
internal fun Env.copies(): Copies? {
    val folder = copyFolder() ?: return null
    val today = LogicalDate(diary.today(now()).day)
    val days = diary.records(Kind.BACKUP_RECORD, Span()).filter { it.place == placeOf(folder) }
        .mapNotNull { record -> record.recordedAt?.let { LogicalDate(wallDate(it)) } }
    // One that lies ahead would be the latest for as long as it does, and each opening would make another copy.
    return Copies(folder, days.filter { daysSince(it, today) >= -1 }.maxByOrNull { it.iso }, copyFailed)
}

/** While recovery words wait to be shown nobody could open such a file, so none is made. */
private fun Env.copyFolder(): String? = phone.copyFolder()?.takeIf { doorway.vault.heldWords(doorway.path) == null }

private val DiaryRecord.place: String? get() = fields.firstOrNull { it.name == "place" }?.text

/** The name of a folder as the diary writes it: composed letters, one line of at most 80. */
internal fun placeOf(folder: String): String {
    val line = Normalizer.normalize(folder, Normalizer.Form.NFC).filterNot { it.isISOControl() }.trim()
    val end = line.offsetByCodePoints(0, line.codePointCount(0, line.length).coerceAtMost(LONGEST_PLACE))
    return line.take(end).trim()
}

private fun daysSince(day: LogicalDate, today: LogicalDate): Long = ChronoUnit.DAYS.between(LocalDate.parse(day.iso), LocalDate.parse(today.iso))

private const val DAYS_BETWEEN = 7
private const val LONGEST_PLACE = 80

/** The rules of the section about copies: one thing at a time, and what came of it is read anew. */
internal fun BackupState.copies(event: BackupEvent): Next<BackupState, BackupEffect> {
    val known = copies
    return when {
        event is BackupEvent.FolderChosen -> chosen(event.folder)
        event is BackupEvent.Copied ->
            Next(copy(copying = false, copies = known?.copy(failed = event.outcome == CopyOutcome.FAILED)), BackupEffect.Read)
        copying || words == WordsState.Waiting -> Next(this)
        event == BackupEvent.FolderAsked -> Next(copy(copying = true), BackupEffect.ChooseFolder)
        event == BackupEvent.CopyNowAsked && known != null -> Next(copy(copying = true), BackupEffect.CopyInto)
        event == BackupEvent.CopiesLeft && known != null -> Next(copy(copies = null), BackupEffect.LeaveFolder)
        else -> Next(this)
    }
}

/** A folder that was chosen gets its first copy at once, so that it is known to take one; the former one stays when the person turned back. */
private fun BackupState.chosen(folder: String?): Next<BackupState, BackupEffect> =
    if (folder == null) Next(copy(copying = false)) else Next(copy(copies = Copies(folder)), BackupEffect.CopyInto)
