package org.tidemark.logic.backup

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.keyFromPassphrase
import org.tidemark.bindings.openBackup
import org.tidemark.logic.Doorway
import org.tidemark.logic.Env
import org.tidemark.logic.FakeVault
import org.tidemark.logic.Phone
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
