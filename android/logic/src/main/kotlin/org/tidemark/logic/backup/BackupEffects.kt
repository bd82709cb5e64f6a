package org.tidemark.logic.backup

import org.tidemark.bindings.BackupWritten
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Watcher
import org.tidemark.bindings.changePassphrase
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.bindings.newRecoveryWords
import org.tidemark.logic.Env
import org.tidemark.logic.Meanwhile
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.watcher
import java.io.File

/** Does the work of the Backup screen. */
internal class BackupWork(private val env: Env, private val meanwhile: Meanwhile<BackupEvent>) {
    /** The latest file that was broken off. */
    @Volatile
    private var brokenOff = 0

    /** Touches the disk and may wait for the person: call it off the main thread. [BackupEffect.BreakOff] alone comes from there. */
    fun perform(effect: BackupEffect): BackupEvent? = when (effect) {
        BackupEffect.Read -> reply { env.read() }.event({ it }) { BackupEvent.NotRead(it) }
        is BackupEffect.Save -> reply { save(effect.run) }.event({ it }) { BackupEvent.NotSaved(it) }
        is BackupEffect.BreakOff -> null.also { brokenOff = effect.run }
        BackupEffect.ChooseFolder -> BackupEvent.FolderChosen(env.phone.chooseCopyFolder())
        BackupEffect.CopyInto -> null.also { env.aside.execute { meanwhile.tell(BackupEvent.Copied(copyNow(env))) } }
        BackupEffect.LeaveFolder -> null.also { env.leaveFolder() }
        BackupEffect.ShowWords -> reply { env.kept() }.event({ it }) { BackupEvent.NotRead(it) }
        is BackupEffect.Copy -> null.also { env.phone.copy(effect.words.text) }
        BackupEffect.ForgetWords -> null.also { env.doorway.vault.forgetWords(env.doorway.path) }
        is BackupEffect.MakeWords -> reply { env.fresh(effect.present) }.event({ it }) { BackupEvent.WordsNotChanged(it) }
        is BackupEffect.ChangeWords -> reply { changePassphrase(env.doorway.path, effect.present.text, effect.new.text) }
            .event({ BackupEvent.WordsChanged }) { BackupEvent.WordsNotChanged(it) }
    }

    // Breaking off is caught before `reply` makes a problem of it: the person asked for it.
    private fun save(run: Int): BackupEvent {
        val broken = { brokenOff >= run }
        val watcher = watcher({ meanwhile.tell(BackupEvent.Progressed(run, it)) }, broken)
        var offered = false
        val saved = try {
            env.writeBackup(null, watcher) { file, name ->
                // Broken off after its last part: the place is not asked for any more.
                offered = !broken()
                offered && env.phone.saveAs(file.path, name, BACKUP_TYPE)
            }
        } catch (_: DiaryException.Cancelled) {
            return BackupEvent.BrokenOff
        }
        return when {
            saved != null -> BackupEvent.Saved(saved.contents, env.diary.today(env.now()).daysSinceBackup)
            offered -> BackupEvent.TurnedBack
            broken() -> BackupEvent.BrokenOff
            else -> BackupEvent.NotSaved(Problem.Other("the file could not be written"))
        }
    }
}

private fun Env.read(): BackupEvent =
    BackupEvent.Read(diary.today(now()).daysSinceBackup, doorway.vault.heldWords(doorway.path) != null, copies())

private fun Env.leaveFolder() {
    phone.leaveCopyFolder()
    copyFailed = false
}

/**
 * Writes a backup and hands the file on, under a name of its day, when it was read back whole; none when nobody took it. Only what
 * was taken is a backup, and is noted, with [place]: ended on its way, the diary tells of none. No file stays here; [prefix] keeps
 * two that are on their way at once apart.
 */
internal fun Env.writeBackup(place: String?, watcher: Watcher?, prefix: String = "", handOn: (File, name: String) -> Boolean): BackupWritten? {
    val name = "tidemark-${diary.today(now()).day}.backup"
    val file = File(phone.outbox, prefix + name)
    try {
        val written = diary.sealBackup(file.path, watcher, now())
        if (!written.verified || !handOn(file, name)) return null
        try {
            diary.noteBackup(file.path, written, place, now())
        } catch (_: DiaryException.NotNoted) {
            // It is where it was to go. Its age stays that of the one before, and the next one is asked for early.
        }
        return written
    } finally {
        file.delete()
    }
}

/** What a backup file is to other apps. */
internal const val BACKUP_TYPE: String = "application/octet-stream"

/** The words the device keeps, when they do open the diary: those of one that was restored since do not. */
private fun Env.kept(): BackupEvent {
    val words = doorway.vault.heldWords(doorway.path) ?: return BackupEvent.NoWordsKept
    return try {
        keyFromPassphrase(doorway.path, words).fill(0)
        BackupEvent.WordsShown(WordsCheck.of(RecoveryWords(words), now()))
    } catch (_: DiaryException.WrongPassphrase) {
        // They stay where they are: they open the diary that a restore set aside.
        BackupEvent.NoWordsKept
    }
}

private fun Env.fresh(present: RecoveryWords): BackupEvent = try {
    keyFromPassphrase(doorway.path, present.text).fill(0)
    BackupEvent.NewWordsShown(present, WordsCheck.of(RecoveryWords(newRecoveryWords()), now()))
} catch (_: DiaryException.WrongPassphrase) {
    BackupEvent.PresentWordsWrong
}
