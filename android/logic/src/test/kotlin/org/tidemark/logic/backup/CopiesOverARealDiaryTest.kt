package org.tidemark.logic.backup

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.BackupWritten
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Span
import org.tidemark.bindings.openBackup
import org.tidemark.logic.Doorway
import org.tidemark.logic.Env
import org.tidemark.logic.FakeVault
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.door.PASSPHRASE
import org.tidemark.logic.door.evening
import java.io.File
import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

/** Copies into a folder when a diary is opened: when one is due, what is left of one that failed, and what is never copied. */
class CopiesOverARealDiaryTest {
    @TempDir
    lateinit var place: File

    private val vault = FakeVault()
    private val outbox by lazy { File(place, "outbox").apply { mkdirs() } }
    private val path get() = File(place, "my.diary").path
    private val diary by lazy { OpenDiary.create(path, PASSPHRASE, null, evening) }
    private var now = evening
    private var folder: String? = "Copies"
    private var takes = true
    private val copied = mutableListOf<File>()

    /** What happens while the folder takes one. */
    private var meanwhile: () -> Unit = {}

    private val phone by lazy {
        Phone(
            outbox = outbox.path,
            saveAs = { _, _, _ -> true },
            copyFolder = { folder },
            copyInto = { from, name, _ ->
                meanwhile()
                takes.also { if (it) copied += File(from).copyTo(File(place, "${copied.size} $name")) }
            },
        )
    }

    /** What screens work with once the diary was opened again. */
    private fun opened(): Env = Executor { it.run() }.let { Env(diary, { now }, phone, it, it, Doorway(path, vault.vault)) }

    private fun afterDays(days: Int) {
        now = evening.copy(epochMs = evening.epochMs + days * 86_400_000L)
    }

    private fun places(): List<String?> =
        diary.records(Kind.BACKUP_RECORD, Span()).map { record -> record.fields.single { it.name == "place" }.text }

    @Test
    fun `a copy is due after a week and when the latest one lies ahead by more than a day`() {
        val today = LogicalDate("2026-11-24")
        val due = listOf("2026-11-23", "2026-11-18", "2026-11-17", "2025-11-24", "2026-11-25", "2026-11-26").map { copyDue(LogicalDate(it), today) }
        assertEquals(listOf(false, false, true, true, false, true), due)
        assertEquals(true, copyDue(null, today))
    }

    @Test
    fun `the first opening copies and the next one a week later`() {
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
        assertNull(copyIfDue(opened()))
        afterDays(6)
        assertNull(copyIfDue(opened()))
        afterDays(7)
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
        assertEquals(listOf<String?>("Copies", "Copies"), places())
        val made = copied.map { file -> openBackup(file.path, PASSPHRASE).use { it.contents().madeAtMs } }
        assertEquals(listOf(evening.epochMs, now.epochMs), made)
        assertEquals(emptyList(), outbox.list().orEmpty().toList())
    }

    @Test
    fun `one that does not get there is no backup and is tried again at the next opening`() {
        takes = false
        val env = opened()
        assertEquals(CopyOutcome.FAILED, copyIfDue(env))
        assertEquals(emptyList(), places())
        assertNull(diary.today(now).daysSinceBackup)
        assertEquals(emptyList(), outbox.list().orEmpty().toList())
        val screen = env.store(backupFeature(env)).also { it.send(BackupEvent.Shown) }
        assertEquals(Copies("Copies", null, failed = true), screen.state.copies)
        takes = true
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
    }

    @Test
    fun `while a folder takes one there is no note of it and what is rated is not behind it`() {
        val waiting = ArrayDeque<Runnable>()
        val direct = Executor { it.run() }
        val env = Env(diary, { now }, phone, direct, direct, Doorway(path, vault.vault), aside = waiting::add)
        val screen = env.store(backupFeature(env)).also { it.send(BackupEvent.Shown) }
        screen.send(BackupEvent.CopyNowAsked)
        // The copy waits for its turn, and everything else went on.
        assertEquals(true to 1, screen.state.copying to waiting.size)
        screen.send(BackupEvent.SaveAsked)
        assertEquals(listOf<String?>(null), places())
        var seen: Pair<List<String?>, List<String>>? = null
        meanwhile = { seen = places() to outbox.list().orEmpty().toList() }
        waiting.removeFirst().run()
        assertEquals(listOf<String?>(null) to listOf("copy-tidemark-2026-11-24.backup"), seen)
        assertEquals(false to Copies("Copies", LogicalDate("2026-11-24")), screen.state.copying to screen.state.copies)
        assertEquals(setOf(null, "Copies") to emptyList(), places().toSet() to outbox.list().orEmpty().toList())
    }

    @Test
    fun `a copy that could not be noted is where it was to go and the next opening makes another`() {
        val unnoted = object : OpenDiaryInterface by diary {
            override fun noteBackup(path: String, written: BackupWritten, place: String?, now: Moment): Unit = throw DiaryException.NotNoted(path)
        }
        val direct = Executor { it.run() }
        assertEquals(CopyOutcome.COPIED, copyIfDue(Env(unnoted, { now }, phone, direct, direct, Doorway(path, vault.vault))))
        assertEquals(0 to 1, places().size to copied.size)
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
    }

    @Test
    fun `nothing is copied without a folder and nothing while recovery words wait`() {
        folder = null
        assertNull(copyIfDue(opened()))
        assertEquals(CopyOutcome.NO_FOLDER, copyNow(opened()))
        folder = "Copies"
        vault.words = PASSPHRASE
        assertNull(copyIfDue(opened()))
        assertEquals(CopyOutcome.NO_FOLDER, copyNow(opened()))
        assertEquals(emptyList(), copied + places())
        vault.words = null
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
    }

    @Test
    fun `a file saved by hand and a copy in another folder are no copy in this one`() {
        val env = opened()
        env.store(backupFeature(env)).send(BackupEvent.SaveAsked)
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
        folder = "Elsewhere"
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
        assertEquals(setOf(null, "Copies", "Elsewhere"), places().toSet())
    }

    @Test
    fun `a copy made under a clock that was wrong is followed by one and not by one each time`() {
        afterDays(30)
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
        afterDays(0)
        assertEquals(CopyOutcome.COPIED, copyIfDue(opened()))
        assertNull(copyIfDue(opened()))
    }

    @Test
    fun `a folder is known again whatever its name is made of`() {
        // Decomposed, too long for the diary, with letters beyond two bytes at the cut, and with spaces around.
        for (name in listOf("Sicherung fu\u0308r mich", "\uD83C\uDF0A".repeat(90), "x".repeat(79) + " yz", "  Copies  ")) {
            folder = name
            assertEquals(CopyOutcome.COPIED, copyIfDue(opened()), name)
            assertNull(copyIfDue(opened()), name)
        }
    }
}
