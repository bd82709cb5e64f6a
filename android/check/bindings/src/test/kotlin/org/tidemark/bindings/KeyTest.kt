package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.io.path.exists
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue

/** Keys and passphrases, the day's upkeep, a look at everything, and what is left when a diary is damaged or erased. */
class KeyTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a new passphrase opens with the same key and the old one no longer`() {
        newDiary(folder).use { it.shut() }
        val key = keyFromPassphrase(pathIn(folder), PASSPHRASE).toList()
        assertFailsWith<DiaryException.WrongPassphrase> { changePassphrase(pathIn(folder), "another", "new words") }
        changePassphrase(pathIn(folder), PASSPHRASE, "new words")
        assertEquals(key, keyFromPassphrase(pathIn(folder), "new words").toList())
        assertFailsWith<DiaryException.WrongPassphrase> { keyFromPassphrase(pathIn(folder), PASSPHRASE) }
    }

    @Test
    fun `recovery words are seven and never the same twice`() {
        val (one, two) = newRecoveryWords() to newRecoveryWords()
        assertEquals(listOf(7, 7), listOf(one, two).map { it.trim().split(Regex("[ -]+")).size })
        assertNotEquals(one, two)
    }

    @Test
    fun `a damaged diary is named as such and its snapshot can be read but not written`() {
        newDiary(folder).use { diary ->
            diary.saveCheckIn(checkIn(EVENING, "stress" to 6L), at(EVENING))
            val done = diary.lookAfter(at(EVENING))
            assertEquals(Upkeep(purged = 0u, snapshotMade = true), done)
            assertFalse(diary.lookAfter(at(EVENING + MINUTE)).snapshotMade)
            diary.shut()
        }
        val key = keyFromPassphrase(pathIn(folder), PASSPHRASE)
        val whole = examine(pathIn(folder), key)
        assertEquals(Triple(true, null, 1uL), Triple(whole.whole, whole.damage, whole.entries))
        val snapshot = ExaminedSnapshot("2026-11-24", true, Period("2026-11-24", "2026-11-24"))
        assertEquals(listOf(snapshot), whole.snapshots)
        val file = folder.resolve("my.diary/diary.db")
        val bytes = file.readBytes()
        for (at in bytes.size / 4 until bytes.size / 4 + 64) bytes[at] = (bytes[at].toInt() xor 0xFF).toByte()
        file.writeBytes(bytes)
        assertFalse(examine(pathIn(folder), key).whole)
        OpenDiary.openSnapshot(pathIn(folder), keyDespiteDamage(pathIn(folder), PASSPHRASE)).use { old ->
            assertEquals(1, old.entries(Span()).size)
            assertFailsWith<DiaryException.ReadOnly> { old.saveCheckIn(checkIn(EVENING, "stress" to 1L), at(EVENING)) }
        }
    }

    @Test
    fun `an erased diary is gone and there was no other`() {
        newDiary(folder).use { it.shut() }
        eraseDiary(pathIn(folder))
        assertFalse(folder.resolve("my.diary/diary.db").exists())
        assertFailsWith<DiaryException.NotFound> { OpenDiary.openWithPassphrase(pathIn(folder), PASSPHRASE) }
        assertFailsWith<DiaryException.NotFound> { eraseDiary(pathIn(folder)) }
        newDiary(folder).use { assertTrue(it.entries(Span()).isEmpty()) }
    }
}
