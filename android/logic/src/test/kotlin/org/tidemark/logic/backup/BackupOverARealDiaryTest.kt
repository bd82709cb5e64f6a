package org.tidemark.logic.backup

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Span
import org.tidemark.bindings.Watcher
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.bindings.openBackup
import org.tidemark.logic.Doorway
import org.tidemark.logic.Env
import org.tidemark.logic.FakeVault
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Progress
import org.tidemark.logic.Store
import org.tidemark.logic.door.PASSPHRASE
import org.tidemark.logic.door.evening
import java.io.File
import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** What a script cannot follow: words that are made at random, and the file that leaves. */
class BackupOverARealDiaryTest {
    @TempDir
    lateinit var place: File

    private val vault = FakeVault()
    private val saved get() = File(place, "saved.backup")
    private val outbox get() = File(place, "outbox").apply { mkdirs() }
    private val path get() = File(place, "my.diary").path
    private val diary by lazy { OpenDiary.create(path, PASSPHRASE, null, evening) }
    private val direct = Executor { it.run() }
    private var copied: String? = null
    private val phone by lazy {
        Phone(outbox.path, saveAs = { from, _, _ -> File(from).copyTo(saved).exists() }, copy = { copied = it })
    }

    private fun screen(): Store<BackupState, BackupEvent, BackupEffect> {
        val env = Env(diary, { evening }, phone, direct, direct, Doorway(path, vault.vault))
        return env.store(backupFeature(env)).also { it.send(BackupEvent.Shown) }
    }

    @Test
    fun `the file that leaves opens with the words and none is left here`() {
        val screen = screen()
        screen.send(BackupEvent.SaveAsked)
        assertIs<Saving.Saved>(screen.state.saving)
        openBackup(saved.path, PASSPHRASE).use { assertEquals(evening.epochMs, it.contents().madeAtMs) }
        assertEquals(emptyList(), outbox.list().orEmpty().toList())
    }

    private fun notes() = diary.records(Kind.BACKUP_RECORD, Span()).size

    @Test
    fun `breaking off while it is written leaves no file and no note and the next one is whole`() {
        val screen = screen()
        val seen = mutableListOf<Progress>()
        screen.watcher = { state ->
            (state.saving as? Saving.Writing)?.progress?.takeIf { it !in seen }?.let { seen += it; screen.send(BackupEvent.BreakOffAsked) }
        }
        screen.send(BackupEvent.SaveAsked)
        assertEquals(Saving.BrokenOff, screen.state.saving)
        // One call of the watcher: what comes after it was broken off.
        assertEquals(1, seen.size)
        assertEquals(Triple(false, emptyList(), 0), Triple(saved.exists(), outbox.list().orEmpty().toList(), notes()))
        assertNull(diary.today(evening).daysSinceBackup)
        screen.watcher = { state -> (state.saving as? Saving.Writing)?.progress?.let { seen += it } }
        screen.send(BackupEvent.SaveAsked)
        assertIs<Saving.Saved>(screen.state.saving)
        assertEquals(1, notes())
        assertTrue(seen.size > 2 && seen.drop(1).zipWithNext().all { (one, next) -> one.done <= next.done && next.done <= next.total }, "$seen")
    }

    @Test
    fun `broken off after its last part no place is asked for and nothing is noted`() {
        lateinit var screen: Store<BackupState, BackupEvent, BackupEffect>
        val late = object : OpenDiaryInterface by diary {
            override fun sealBackup(path: String, watcher: Watcher?, now: Moment) =
                diary.sealBackup(path, watcher, now).also { screen.send(BackupEvent.BreakOffAsked) }
        }
        val env = Env(late, { evening }, phone, direct, direct, Doorway(path, vault.vault))
        screen = env.store(backupFeature(env))
        screen.send(BackupEvent.SaveAsked)
        assertEquals(Saving.BrokenOff, screen.state.saving)
        assertEquals(Triple(false, emptyList(), 0), Triple(saved.exists(), outbox.list().orEmpty().toList(), notes()))
    }

    @Test
    fun `new words hold only once they were checked`() {
        val screen = screen()
        screen.send(BackupEvent.NewWordsAsked)
        screen.send(BackupEvent.PresentWordsGiven(RecoveryWords(PASSPHRASE)))
        val check = assertIs<WordsState.New>(screen.state.words).check
        assertEquals(7, check.words.each.size)
        // Shown and not checked: the present ones still hold.
        keyFromPassphrase(path, PASSPHRASE)
        assertFailsWith<DiaryException.WrongPassphrase> { keyFromPassphrase(path, check.words.text) }
        screen.send(BackupEvent.WordsChecked(listOf("no", "no")))
        assertEquals(check.asked, assertIs<WordsState.New>(screen.state.words).check.wrong)
        keyFromPassphrase(path, PASSPHRASE)
        screen.send(BackupEvent.WordsChecked(check.asked.map { check.words.each[it - 1] }))
        assertEquals(WordsState.Changed, screen.state.words)
        keyFromPassphrase(path, check.words.text)
        assertFailsWith<DiaryException.WrongPassphrase> { keyFromPassphrase(path, PASSPHRASE) }
    }

    @Test
    fun `the device lets go of the words when they were checked and not before`() {
        vault.words = PASSPHRASE
        val screen = screen()
        screen.send(BackupEvent.WordsAsked)
        screen.send(BackupEvent.CopyAsked)
        assertEquals(PASSPHRASE, copied)
        val check = assertIs<WordsState.First>(screen.state.words).check
        screen.send(BackupEvent.WordsChecked(listOf("x", "x")))
        assertEquals(PASSPHRASE, vault.words)
        screen.send(BackupEvent.WordsChecked(check.asked.map { check.words.each[it - 1] }))
        assertEquals(WordsState.Checked, screen.state.words)
        assertNull(vault.words)
    }

    @Test
    fun `kept words that do not open this diary are never shown as its words`() {
        vault.words = "words of another diary"
        val screen = screen()
        assertEquals(WordsState.Waiting, screen.state.words)
        screen.send(BackupEvent.WordsAsked)
        assertEquals(WordsState.Known, screen.state.words)
        // They may be the only way into a diary that a restore set aside.
        assertEquals("words of another diary", vault.words)
    }
}
