package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.io.path.exists
import kotlin.io.path.fileSize
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue

/** A sealed file and the way back, to another place and into another diary. */
class BackupTest {
    @TempDir
    lateinit var folder: Path

    private fun path(name: String) = folder.resolve(name).toString()

    private fun OpenDiary.filled(): OpenDiary = apply {
        for (day in 0L..2L) saveCheckIn(checkIn(EVENING - day * DAY, "stress" to day, note = "day $day"), at(EVENING - day * DAY))
        saveSession(held(EVENING - 180 * MINUTE, before = 7, after = 4), at(EVENING))
    }

    private fun OpenDiary.saved(): BackupWritten = backup(path("my.backup"), "at home", null, at(EVENING))

    @Test
    fun `a backup says what is in it and is noted`(): Unit = newDiary(folder).use { diary ->
        assertEquals(null, diary.filled().today(at(EVENING)).daysSinceBackup)
        val written = diary.saved()
        assertTrue(written.verified)
        assertEquals(folder.resolve("my.backup").fileSize().toULong(), written.bytes)
        val rows = written.contents.tables.associate { it.table to it.rows }
        assertEquals<List<ULong?>>(listOf(3u, 1u, 2u), listOf("check_in", "session", "session_rating").map { rows[it] })
        assertEquals(Period("2026-11-22", "2026-11-24") to EVENING, written.contents.period to written.contents.madeAtMs)
        assertEquals(listOf<Long?>(0, 3), listOf(EVENING, EVENING + 3 * DAY).map { diary.today(at(it)).daysSinceBackup })
    }

    @Test
    fun `another place gets the same entries`() {
        val entries = newDiary(folder).use { diary ->
            diary.filled().saved()
            diary.entries(Span()).also { diary.shut() }
        }
        assertEquals(4, entries.size)
        openBackup(path("my.backup"), PASSPHRASE).use { backup ->
            val restored = backup.restore(path("other.diary"), null, false, null, at(EVENING))
            assertEquals(Restored(former = null, formerGoes = false), restored)
            assertFailsWith<DiaryException.Shut> { backup.restore(path("third.diary"), null, false, null, at(EVENING)) }
        }
        assertFalse(folder.resolve("third.diary").exists())
        OpenDiary.openWithPassphrase(path("other.diary"), PASSPHRASE).use { assertEquals(entries, it.entries(Span())) }
    }

    @Test
    fun `the wrong passphrase opens no backup and another file is none`(): Unit = newDiary(folder).use { diary ->
        diary.filled().saved()
        assertFailsWith<DiaryException.BackupWrongPassphrase> { openBackup(path("my.backup"), "another") }
        folder.resolve("letter.txt").writeText("mine")
        assertFailsWith<DiaryException.BackupDamaged> { openBackup(path("letter.txt"), PASSPHRASE) }
        assertFailsWith<DiaryException.InputNotRead> { openBackup(path("nowhere"), PASSPHRASE) }
        assertFailsWith<DiaryException.AlreadyExists> { diary.backup(path("letter.txt"), null, null, at(EVENING)) }
        assertEquals("mine", folder.resolve("letter.txt").readText())
    }

    @Test
    fun `a diary with newer entries is not replaced unasked and merging adds what is missing`() {
        val key = newDiary(folder).use { diary ->
            diary.filled().saved()
            diary.saveCheckIn(checkIn(EVENING + DAY, "stress" to 9L), at(EVENING + DAY))
            diary.removeCheckIn(diary.entries(Span()).first { it.kind == "check_in" }.id, at(EVENING + DAY))
            diary.shut()
            keyFromPassphrase(pathIn(folder), PASSPHRASE)
        }
        openBackup(path("my.backup"), PASSPHRASE).use { backup ->
            val newer = assertFailsWith<DiaryException.NewerEntries> { backup.restore(pathIn(folder), key, false, null, at(EVENING)) }
            // The one added and the one deleted.
            assertEquals(2u, newer.entries)
        }
        val merged = openBackup(path("my.backup"), PASSPHRASE).use { it.merge(pathIn(folder), key, true, null, at(EVENING + DAY)) }
        val checkIns = merged.single { it.kind == "check_in" }
        // Of three in the backup two are the same here and one was deleted since, which stands.
        assertEquals(listOf(0u, 0u, 1u, 2u), listOf(checkIns.added, checkIns.newer, checkIns.older, checkIns.same))
        OpenDiary.openWithKey(pathIn(folder), key).use { assertEquals(4, it.entries(Span()).size) }
    }
}
