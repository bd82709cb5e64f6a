package org.tidemark.logic.backup

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Kind
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.bindings.changePassphrase
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.bindings.newRecoveryWords
import org.tidemark.logic.Env
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.reply
import java.io.File

/** Does what [effect] says. Touches the disk and may wait for the person: call it off the main thread. */
public fun perform(effect: BackupEffect, env: Env): BackupEvent? = when (effect) {
    BackupEffect.Read -> reply {
        BackupEvent.Read(env.diary.today(env.now()).daysSinceBackup, env.doorway.vault.heldWords(env.doorway.path) != null)
    }.event({ it }) { BackupEvent.NotRead(it) }
    BackupEffect.Save -> reply { env.save() }.event({ it }) { BackupEvent.NotSaved(it) }
    BackupEffect.ShowWords -> reply { env.kept() }.event({ it }) { BackupEvent.NotRead(it) }
    is BackupEffect.Copy -> null.also { env.phone.copy(effect.words.text) }
    BackupEffect.ForgetWords -> null.also { env.doorway.vault.forgetWords(env.doorway.path) }
    is BackupEffect.MakeWords -> reply { env.fresh(effect.present) }.event({ it }) { BackupEvent.WordsNotChanged(it) }
    is BackupEffect.ChangeWords -> reply { changePassphrase(env.doorway.path, effect.present.text, effect.new.text) }
        .event({ BackupEvent.WordsChanged }) { BackupEvent.WordsNotChanged(it) }
}

private fun Env.save(): BackupEvent {
    val day = diary.today(now()).day
    val name = "tidemark-$day.backup"
    val file = File(phone.outbox, name)
    val noted = backupNotes()
    try {
        val written = diary.backup(file.path, null, null, now())
        if (written.verified && phone.saveAs(file.path, name, "application/octet-stream")) {
            return BackupEvent.Saved(written.contents, diary.today(now()).daysSinceBackup)
        }
        takeBackNote(noted)
        return if (written.verified) BackupEvent.TurnedBack else BackupEvent.NotSaved(Problem.Other("the file could not be written"))
    } finally {
        file.delete()
    }
}

/** The core notes a backup when it is written here; one that was put nowhere is none, and its age would say otherwise. */
private fun Env.takeBackNote(before: Set<String>) {
    for (id in backupNotes() - before) diary.removeRecord(Kind.BACKUP_RECORD, id, RecordedBy.OWN, now())
}

private fun Env.backupNotes(): Set<String> = diary.records(Kind.BACKUP_RECORD, Span()).map { it.id }.toSet()

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
