package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** Files of other programs: looked at first, applied whole or not at all, taken back as a whole. */
class ImportTest {
    @TempDir
    lateinit var folder: Path

    private val whole = ImportChoices(skipRejected = false, restoreDeleted = false)

    private fun file(name: String, text: String): String = folder.resolve(name).also { it.writeText(text) }.toString()

    // Four days; good is 4 and awful 1 by the app's own words, "super" is nobody's but the person's.
    private fun daylio() = file(
        "daylio_export.csv",
        """
        full_date,date,weekday,time,mood,activities,scales,note_title,note
        2026-06-04,4 June,Thursday,21:30,good,"work | meditation","","",""
        2026-06-03,3 June,Wednesday,20:00,super,"","","",""
        2026-06-02,2 June,Tuesday,20:00,awful,"","","","slept badly"
        2026-06-01,1 June,Monday,20:00,meh,"","","",""
        """.trimIndent() + "\n",
    )

    private fun OpenDiary.read(path: String, vararg answers: String) =
        readImport(ImportRequest(path, answers = answers.toList()), at(EVENING))

    @Test
    fun `a mood word of one's own waits for an answer`(): Unit = newDiary(folder).use { diary ->
        diary.read(daylio()).use { pending ->
            val preview = diary.previewImport(pending, whole)
            assertEquals("daylio" to "daylio_export.csv", preview.format to preview.file)
            val waiting = preview.names.filter { it.becomes == null }
            assertEquals(listOf("super" to 1u), waiting.map { it.name to it.rows })
            assertTrue(waiting.single().takes!!.isNotBlank())
            assertEquals("Europe/Berlin", preview.zoneId)
        }
        assertEquals(emptyList(), diary.entries(Span()))
    }

    @Test
    fun `a file is previewed applied known again and taken back`(): Unit = newDiary(folder).use { diary ->
        val path = daylio()
        val first = diary.read(path, "super=5").use { pending ->
            val preview = diary.previewImport(pending, whole)
            assertEquals(ImportCounts(new = 4u, same = 0u, deleted = 0u, restored = 0u), preview.counts)
            assertEquals(listOf("daylio_mood"), preview.newMeasures)
            assertEquals(Period("2026-06-01", "2026-06-04") to 0u, preview.period to preview.rejected)
            assertEquals(emptyList(), diary.entries(Span()))
            diary.applyImport(pending, whole, null, at(EVENING)).also { assertEquals(preview.counts, it.counts) }
        }
        val moods = diary.entries(Span()).map { entry -> entry.day to entry.values.single().value }
        assertEquals(listOf("2026-06-01" to 3.0, "2026-06-02" to 1.0, "2026-06-03" to 5.0, "2026-06-04" to 4.0), moods)
        assertTrue(diary.entries(Span()).all { it.source == "import:daylio" && it.entryMode == "imported" })
        diary.read(path, "super=5").use { again ->
            assertEquals(ImportCounts(new = 0u, same = 4u, deleted = 0u, restored = 0u), diary.previewImport(again, whole).counts)
        }
        val applied = diary.imports().single()
        assertEquals(Triple(first.batchId, "daylio", false), Triple(applied.batchId, applied.format, applied.undone))
        val undone = diary.undoImport(first.batchId, false, at(EVENING + MINUTE))
        assertEquals(ImportUndone(removed = 4u, edited = 0u, withThem = 0u), undone)
        assertEquals(emptyList<Entry>() to true, diary.entries(Span()) to diary.imports().single().undone)
        val twice = assertFailsWith<DiaryException.Refused> { diary.undoImport(first.batchId, false, at(EVENING)) }
        assertEquals(Refusal.IMPORT_UNDONE_BEFORE, twice.code)
    }

    @Test
    fun `an edited entry stops the way back or stays`(): Unit = newDiary(folder).use { diary ->
        val batch = diary.read(daylio(), "super=5").use { diary.applyImport(it, whole, null, at(EVENING)).batchId }
        diary.changeRating(diary.entries(Span()).first().id, "daylio_mood", 2000, at(EVENING + MINUTE))
        val stopped = assertFailsWith<DiaryException.ImportEdited> { diary.undoImport(batch, false, at(EVENING + 2 * MINUTE)) }
        assertEquals(1u, stopped.edited)
        assertEquals(4, diary.entries(Span()).size)
        assertEquals(ImportUndone(3u, 1u, 0u), diary.undoImport(batch, true, at(EVENING + 2 * MINUTE)))
        assertEquals(listOf<Double?>(2.0), diary.entries(Span()).map { it.values.single().value })
    }

    @Test
    fun `a row that cannot be taken stops the import by line and reason`(): Unit = newDiary(folder).use { diary ->
        val path = file(
            "daylio_export.csv",
            "full_date,date,weekday,time,mood,activities,scales,note_title,note\n" +
                "2026-06-01,1 June,Monday,20:00,good,,,,\n2026-02-30,30 February,Monday,20:00,good,,,,\n",
        )
        diary.read(path).use { pending ->
            val refused = assertFailsWith<DiaryException.ImportRows> { diary.applyImport(pending, whole, null, at(EVENING)) }
            assertEquals(1u to listOf(3uL), refused.total to refused.rows.map { it.line })
            assertEquals("daylio_export.csv", refused.rows.single().file)
            assertEquals(emptyList(), diary.entries(Span()))
            val outcome = diary.applyImport(pending, whole.copy(skipRejected = true), null, at(EVENING))
            assertEquals(1u to 1u, outcome.counts.new to diary.imports().single().rejected)
        }
    }

    @Test
    fun `what is no export of anything is told apart`(): Unit = newDiary(folder).use { diary ->
        assertFailsWith<DiaryException.ImportFormat> { diary.read(file("letter.csv", "dear,diary\n1,2\n")) }
        assertFailsWith<DiaryException.InputNotRead> { diary.read(folder.resolve("nowhere.csv").toString()) }.also {
            assertTrue(it.path.endsWith("nowhere.csv"))
        }
        val claimed = ImportRequest(file("letter2.csv", "dear,diary\n1,2\n"), format = ImportFormat.DAYLIO)
        assertFailsWith<DiaryException.ImportFile> { diary.readImport(claimed, at(EVENING)) }
        assertEquals(emptyList(), diary.imports())
    }

    @Test
    fun `tables carry every entry to another diary`(): Unit = newDiary(folder).use { diary ->
        for (day in 0L..4L) diary.saveCheckIn(checkIn(EVENING - day * DAY, "stress" to day, note = "day $day"), at(EVENING - day * DAY))
        diary.saveSession(held(EVENING - 180 * MINUTE, before = 7, after = 4), at(EVENING))
        val tables = folder.resolve("tables").toString()
        diary.writeTables(tables, Period("2026-11-20", "2026-11-24"), TableOptions(notes = true), at(EVENING))
        OpenDiary.create(folder.resolve("other.diary").toString(), PASSPHRASE, null, at(EVENING)).use { other ->
            other.read(tables).use { other.applyImport(it, whole, null, at(EVENING)) }
            fun said(of: OpenDiary) = of.entries(Span()).map { listOf(it.id, it.day, it.kind, it.values, it.ratings, it.fields) }
            assertEquals(6, said(diary).size)
            assertEquals(said(diary), said(other))
        }
    }
}
