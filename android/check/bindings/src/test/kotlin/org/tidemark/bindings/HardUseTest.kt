package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CyclicBarrier
import kotlin.concurrent.thread
import kotlin.io.path.exists
import kotlin.io.path.readLines
import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** Many threads, watchers that misbehave, calls after the end, and a thousand openings. */
class HardUseTest {
    @TempDir
    lateinit var folder: Path

    /** A watcher that does what it is told once [after] steps are done. */
    private class Watching(private val after: ULong, private val act: () -> Next) : Watcher {
        val heard = mutableListOf<Pair<ULong, ULong>>()

        override fun progress(done: ULong, total: ULong): Next {
            heard += done to total
            return if (done >= after) act() else Next.GO_ON
        }
    }

    private class Unheard : RuntimeException("words of a person")

    @Test
    fun `eight threads on one object lose nothing`() = newDiary(folder).use { diary ->
        val begin = CyclicBarrier(8)
        val failures = mutableListOf<Throwable>()
        val threads = List(8) { number ->
            thread {
                begin.await()
                runCatching {
                    repeat(25) { entry ->
                        val at = EVENING - (number * 25 + entry) * MINUTE
                        diary.saveCheckIn(checkIn(at, "stress" to (number % 10).toLong()), at(at))
                        diary.trends(listOf("stress"), Span())
                        diary.today(at(EVENING))
                    }
                }.onFailure { synchronized(failures) { failures += it } }
            }
        }
        threads.forEach { it.join() }
        assertEquals(emptyList(), failures)
        assertEquals(200, diary.entries(Span()).size)
        diary.shut()
    }

    @Test
    fun `a watcher that breaks off or throws in mid-import leaves nothing and the diary goes on`() = newDiary(folder).use { diary ->
        val file = daylio(days = 250)
        val choices = ImportChoices(skipRejected = false, restoreDeleted = false)
        diary.readImport(ImportRequest(file.toString()), at(EVENING)).use { pending ->
            val stops = Watching(100u) { Next.BREAK_OFF }
            assertFailsWith<DiaryException.Cancelled> { diary.applyImport(pending, choices, stops, at(EVENING)) }
            assertEquals(listOf<ULong>(0u, 100u), stops.heard.map { it.first })
            val declared = Watching(100u) { throw WatcherException.Failed() }
            assertFailsWith<DiaryException.WatcherFailed> { diary.applyImport(pending, choices, declared, at(EVENING)) }
            val undeclared = Watching(100u) { throw Unheard() }
            val refused = assertFailsWith<DiaryException.WatcherFailed> {
                diary.applyImport(pending, choices, undeclared, at(EVENING))
            }
            // What was thrown may hold anything: none of it comes back.
            assertTrue("words of a person" !in refused.toString() && "Unheard" !in refused.toString(), refused.toString())
            assertEquals(emptyList(), diary.entries(Span()))
            assertEquals(emptyList(), diary.imports())
            assertEquals(250u, diary.applyImport(pending, choices, null, at(EVENING)).counts.new)
        }
        diary.shut()
    }

    @Test
    fun `a backup and a report broken off leave no file`() = newDiary(folder).use { diary ->
        diary.saveCheckIn(checkIn(EVENING, "stress" to 6L), at(EVENING))
        val backup = folder.resolve("my.backup")
        assertFailsWith<DiaryException.Cancelled> {
            diary.backup(backup.toString(), null, Watching(3u) { Next.BREAK_OFF }, at(EVENING))
        }
        val report = folder.resolve("report.pdf")
        assertFailsWith<DiaryException.Cancelled> {
            diary.writeReport(report.toString(), ReportOptions(at(EVENING), Paper.A4), Watching(2u) { Next.BREAK_OFF })
        }
        assertTrue(!backup.exists() && !report.exists())
        assertEquals(emptyList(), diary.records(Kind.SHARE_LOG, Span()))
        diary.shut()
    }

    @Test
    fun `after the end every call is a typed error`() {
        val diary = newDiary(folder)
        diary.shut()
        assertFailsWith<DiaryException.Shut> { diary.today(at(EVENING)) }
        assertFailsWith<DiaryException.Shut> { diary.month(2026, 11u) }
        assertFailsWith<DiaryException.Shut> { diary.undo(RecordedBy.OWN, at(EVENING)) }
        diary.close()
        // The object itself is gone: UniFFI's own answer.
        assertFailsWith<IllegalStateException> { diary.today(at(EVENING)) }
    }

    @Test
    fun `opening and closing over and over holds on to nothing`() {
        newDiary(folder).use { it.shut() }
        val key = keyFromPassphrase(pathIn(folder), PASSPHRASE)
        val cycles = if (System.getenv("TIDEMARK_ENDURANCE") == "long") 10_000 else 1_000
        fun cycle() = OpenDiary.openWithKey(pathIn(folder), key).use { diary ->
            diary.today(at(EVENING))
            diary.shut()
        }
        repeat(cycles / 4) { cycle() }
        val (files, before) = openFiles() to residentKib()
        repeat(cycles) { cycle() }
        assertEquals(files, openFiles())
        // 1 KiB a cycle kept would be cycles KiB; a heap that settles and fragments is allowed 16 MiB.
        val grown = residentKib() - before
        assertTrue(grown < 16 * 1024 + cycles / 4, "grown by $grown KiB over $cycles openings")
    }

    /** Files of this diary alone: other tests of the process may still hold theirs. */
    private fun openFiles(): Long {
        System.gc()
        val target = { link: Path -> runCatching { Files.readSymbolicLink(link).toString() }.getOrDefault("") }
        return Files.list(Path.of("/proc/self/fd")).use { all -> all.filter { folder.toString() in target(it) }.count() }
    }

    private fun residentKib(): Long {
        System.gc()
        val line = Path.of("/proc/self/status").readLines().first { it.startsWith("VmRSS:") }
        return line.filter { it.isDigit() }.toLong()
    }

    private fun daylio(days: Int): Path {
        val first = java.time.LocalDate.of(2026, 1, 1)
        val rows = (0 until days).map { first.plusDays(it.toLong()) }.joinToString("") { "$it,$it,Monday,20:00,good,\"\",\"\",\"\"\n" }
        return folder.resolve("daylio.csv").also {
            it.writeText("full_date,date,weekday,time,mood,activities,note_title,note\n$rows")
        }
    }
}
