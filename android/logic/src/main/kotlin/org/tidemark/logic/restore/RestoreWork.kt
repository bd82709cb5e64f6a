package org.tidemark.logic.restore

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.InternalException
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.OpenedBackup
import org.tidemark.bindings.Watcher
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.bindings.openBackup
import org.tidemark.logic.Doorway
import org.tidemark.logic.Meanwhile
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Problem
import org.tidemark.logic.Reply
import org.tidemark.logic.Unsealed
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.problem
import org.tidemark.logic.reply
import org.tidemark.logic.watcher

/** Does the work of the way back. [diary] is the open one, if any: it is shut before something takes its place. */
public class RestoreWork(
    private val diary: OpenDiaryInterface?,
    private val doorway: Doorway,
    private val phone: Phone,
    private val now: () -> Moment,
) {
    /** How the work says how far it is. */
    internal val meanwhile: Meanwhile<RestoreEvent> = Meanwhile()
    private var shut = false

    /** The latest work that was broken off. */
    @Volatile
    private var brokenOff = 0

    /** Touches the disk and may wait for the person: call it off the main thread. [RestoreEffect.BreakOff] alone comes from there. */
    public fun perform(effect: RestoreEffect): RestoreEvent? = when (effect) {
        // Any type: a phone seldom knows what such a file is.
        RestoreEffect.ChooseFile -> phone.chooseFile(listOf("*/*"))?.let { RestoreEvent.FileChosen(it) } ?: RestoreEvent.NoFile
        is RestoreEffect.Open -> stopping { openBackup(effect.file.path, effect.words.text).use { RestoreEvent.Opened(it.contents()) } }
        is RestoreEffect.Apply -> stopping { openBackup(effect.file.path, effect.words.text).use { it.apply(effect) } }
        is RestoreEffect.BreakOff -> null.also { brokenOff = effect.run }
    }

    private fun OpenedBackup.apply(effect: RestoreEffect.Apply): RestoreEvent {
        val watcher = watcher({ meanwhile.tell(RestoreEvent.Progressed(effect.run, it)) }) { brokenOff >= effect.run }
        // The key of the one that is here, so that it can be compared and its last state kept as a snapshot.
        val key = (doorway.vault.unseal(doorway.path) as? Unsealed.Key)?.bytes
        shutDiary()
        try {
            return RestoreEvent.Restored(if (effect.way == Way.MERGE) merged(key, watcher) else replaced(key, effect, watcher))
        } finally {
            key?.fill(0)
        }
    }

    private fun shutDiary() {
        if (shut) return
        diary?.shut()
        shut = diary != null
    }

    private fun OpenedBackup.replaced(key: ByteArray?, effect: RestoreEffect.Apply, watcher: Watcher): Done {
        val restored = restore(doorway.path, key, effect.way == Way.REPLACE_ALL, watcher, now())
        val kept = restored.former != null && !restored.formerGoes
        seal(effect.words)
        // Words that the device still holds open the diary that was set aside, and nobody else may have them.
        if (!kept) doorway.vault.forgetWords(doorway.path)
        return Done.Replaced(kept)
    }

    private fun OpenedBackup.merged(key: ByteArray?, watcher: Watcher): Done {
        val kinds = merge(doorway.path, key, true, watcher, now())
        return Done.Merged(kinds.sumOf { it.added }, kinds.sumOf { it.newer }, kinds.sumOf { it.differing })
    }

    /** What is restored has the key and the words of its backup. It is restored whether or not the device takes the key. */
    private fun seal(words: RecoveryWords) {
        // Without a key the door asks for the words again.
        val key = (reply { keyFromPassphrase(doorway.path, words.text) } as? Reply.Done)?.value ?: return
        try {
            doorway.vault.seal(key, doorway.path)
        } finally {
            key.fill(0)
        }
    }

    private inline fun stopping(act: () -> RestoreEvent): RestoreEvent = try {
        act()
    } catch (refused: DiaryException) {
        RestoreEvent.Stopped(refused.refused(), shut)
    } catch (_: InternalException) {
        RestoreEvent.Stopped(Refused.Other(Problem.Other("an internal error")), shut)
    }
}

private fun DiaryException.refused(): Refused = when (this) {
    is DiaryException.BackupWrongPassphrase -> Refused.WrongWords
    is DiaryException.BackupDamaged -> Refused.Damaged(have, parts)
    is DiaryException.BackupNewer -> Refused.Newer
    is DiaryException.InputNotRead -> Refused.NotRead
    is DiaryException.NewerEntries -> Refused.NewerEntries(entries)
    is DiaryException.NotCompared -> Refused.NotCompared
    is DiaryException.Cancelled -> Refused.BrokenOff
    else -> Refused.Other(problem())
}
