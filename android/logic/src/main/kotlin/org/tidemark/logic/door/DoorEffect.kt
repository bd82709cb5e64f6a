package org.tidemark.logic.door

import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.examine
import org.tidemark.bindings.keyDespiteDamage
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.bindings.newRecoveryWords
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Problem
import org.tidemark.logic.Unsealed
import org.tidemark.logic.Vault
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.backup.WordsCheck
import org.tidemark.logic.event
import org.tidemark.logic.problem
import org.tidemark.logic.reply
import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path

/** What is to be done in the world. */
public sealed interface DoorEffect {
    /** Looks what is there, and opens it when the device gives its key. */
    public data object Look : DoorEffect

    /** Makes a diary: with words the person has shown to have, or else with words that the device keeps until then. */
    public data class MakeDiary(val words: RecoveryWords?) : DoorEffect

    public data class OpenWithWords(val words: RecoveryWords) : DoorEffect

    /** Opens the newest snapshot that opens, with the device's key or with words. */
    public data class OpenSnapshot(val words: RecoveryWords?) : DoorEffect

    /** Puts a copy of the sealed files where the person says. */
    public data object Export : DoorEffect

    public data class Shut(val diary: OpenDiaryInterface) : DoorEffect
}

/** Does what [effect] says. Touches the disk and may wait for the person: call it off the main thread. */
public fun perform(effect: DoorEffect, door: DoorEnv): DoorEvent? = when (effect) {
    DoorEffect.Look -> door.look()
    is DoorEffect.MakeDiary -> door.make(effect.words)
    is DoorEffect.OpenWithWords -> door.openWith(effect.words)
    is DoorEffect.OpenSnapshot -> door.snapshot(effect.words)
    DoorEffect.Export -> reply { door.exportSealed() }.event({ DoorEvent.Noticed(it) }) { DoorEvent.Noticed(Notice.Refused(it)) }
    // What was confirmed is safe with or without this call.
    is DoorEffect.Shut -> null.also { reply { effect.diary.shut() } }
}

private fun DoorEnv.look(): DoorEvent {
    if (!matches()) return DoorEvent.NotMatched
    if (nothingHere()) return DoorEvent.NothingHere
    if (Files.notExists(Path.of(path))) return DoorEvent.NotOpened(Why.Missing)
    return when (val found = vault.unseal(path)) {
        is Unsealed.Key -> tried { opened(found.bytes) }
        Unsealed.None -> held() ?: DoorEvent.NotOpened(Why.NoKey)
        Unsealed.Gone -> held() ?: DoorEvent.NotOpened(Why.KeyGone)
        Unsealed.TurnedBack -> DoorEvent.NotOpened(Why.TurnedBack)
        Unsealed.NotNow -> DoorEvent.NotOpened(Why.NotNow)
    }
}

/**
 * Whether there is no folder at all. A restore that was cut off may have set the folder aside: the library puts it back when
 * it is asked for it, so it is asked first. A folder that cannot be looked at is not "nothing".
 */
private fun DoorEnv.nothingHere(): Boolean {
    if (Files.notExists(Path.of(path))) {
        try {
            keyFromPassphrase(path, "none")
        } catch (_: DiaryException) {
            // Whatever it says, the folder itself is looked at again.
        }
    }
    return !known()
}

private fun DoorEnv.known(): Boolean {
    val folder = Path.of(path)
    // What a cut restore left, and the library would not put in place, is no empty place either.
    return listOf(folder, folder.resolveSibling(".${folder.fileName}.restored")).any { !Files.notExists(it, LinkOption.NOFOLLOW_LINKS) }
}

/** Opens with words that the device still keeps: the app was killed between making the diary and keeping its key. */
private fun DoorEnv.held(): DoorEvent? {
    val words = vault.heldWords(path) ?: return null
    return openWith(RecoveryWords(words)).takeIf { it is DoorEvent.Opened }
}

private fun DoorEnv.make(shown: RecoveryWords?): DoorEvent {
    // Asked again at the last moment: what came here meanwhile, such as a restored diary, is not written over.
    if (!nothingHere()) return look()
    val words = shown?.text ?: vault.heldWords(path) ?: newRecoveryWords()
    if (shown == null && !vault.holdWords(words, path)) return DoorEvent.WordsFirst(WordsCheck.of(RecoveryWords(words), now()))
    return reply {
        val diary = OpenDiary.create(path, words, null, now())
        vault.keep(keyFromPassphrase(path, words), path)
        diary
    }.event({ DoorEvent.Opened(it) }) { DoorEvent.NotMade(it) }
}

private fun DoorEnv.openWith(words: RecoveryWords): DoorEvent = tried {
    val key = keyFromPassphrase(path, words.text)
    try {
        // The device takes the key only when it did open the diary: one that does not must not stand where a good one was.
        val diary = OpenDiary.openWithKey(path, key)
        vault.seal(key, path)
        DoorEvent.Opened(diary)
    } finally {
        key.fill(0)
    }
}

/** Opens and wipes the key. */
private fun DoorEnv.opened(key: ByteArray): DoorEvent = try {
    DoorEvent.Opened(OpenDiary.openWithKey(path, key))
} finally {
    key.fill(0)
}

private fun Vault.keep(key: ByteArray, path: String) {
    seal(key, path)
    key.fill(0)
}

private fun DoorEnv.snapshot(words: RecoveryWords?): DoorEvent = tried {
    val unsealed = if (words == null) (vault.unseal(path) as? Unsealed.Key)?.bytes else keyDespiteDamage(path, words.text)
    val key = unsealed ?: return DoorEvent.SnapshotNeedsWords
    try {
        val day = examine(path, key).snapshots.firstOrNull { it.whole }?.day ?: return DoorEvent.Noticed(Notice.NoSnapshot)
        DoorEvent.Opened(OpenDiary.openSnapshot(path, key), LogicalDate(day))
    } finally {
        key.fill(0)
    }
}

/** An opening, with what a person can do about each way it may not go. */
private inline fun tried(open: () -> DoorEvent): DoorEvent = try {
    open()
} catch (refused: DiaryException) {
    when (refused) {
        is DiaryException.WrongPassphrase -> DoorEvent.WordsWrong
        is DiaryException.NoSnapshot -> DoorEvent.Noticed(Notice.NoSnapshot)
        is DiaryException.KeyUnavailable -> DoorEvent.NotOpened(Why.KeyOrFile)
        is DiaryException.StoreDamaged, is DiaryException.InputDamaged -> DoorEvent.NotOpened(Why.Damaged)
        is DiaryException.StoreNewer -> DoorEvent.NotOpened(Why.Newer)
        is DiaryException.NotFound -> DoorEvent.NotOpened(Why.Missing)
        else -> DoorEvent.NotOpened(Why.Other(refused.problem()))
    }
} catch (_: org.tidemark.bindings.InternalException) {
    DoorEvent.NotOpened(Why.Other(Problem.Other("an internal error")))
}
