package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipFile
import kotlin.io.path.exists
import kotlin.io.path.fileSize
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue

/** Everything that leaves the diary for somebody else, and only what is ticked. */
class ReportTest {
    @TempDir
    lateinit var folder: Path

    private val usual = listOf(
        "questions", "goals", "trends", "questionnaires", "sessions", "medicines", "events", "unwanted_effects", "plan", "practices",
    )

    private fun OpenDiary.filled(): OpenDiary = apply {
        for (day in 0L..39L) {
            val evening = EVENING - day * DAY
            saveCheckIn(checkIn(evening, "stress" to day % 8, "mood" to 9 - day % 7, note = "words of day $day"), at(evening))
            if (day % 5 == 0L) saveSession(held(evening - 180 * MINUTE, before = 7, after = 4), at(evening))
        }
        addRecord(Kind.GOAL, fields("text" to "sleep through the night"), RecordedBy.OWN, at(EVENING))
        addRecord(Kind.MEDICATION, fields("name" to "Sertraline", "dose" to "50 mg"), RecordedBy.OWN, at(EVENING))
    }

    private fun options(name: String? = null, included: Included? = null) =
        ReportOptions(madeAt = at(EVENING), paper = Paper.A4, name = name, included = included)

    private fun OpenDiary.codes(output: Output, options: ReportOptions) = leaves(output, options).map { it.code }.toSet()

    @Test
    fun `what leaves is listed before it leaves`(): Unit = newDiary(folder).use { diary ->
        assertEquals(usual.toSet(), diary.codes(Output.PAGES, options()))
        assertEquals(usual.toSet() + "name", diary.codes(Output.PAGES, options(name = "Ada Example")))
        val asked = defaultSections().copy(notes = true, distress = true, items = true, daily = true, therapists = true, intake = true)
        val more = setOf("notes", "distress", "item_scores", "daily_table")
        assertEquals(usual.toSet() + more, diary.codes(Output.PAGES, options(included = asked)))
        assertEquals(usual.toSet() + more + setOf("therapists", "intake"), diary.codes(Output.FHIR_DOCUMENT, options(included = asked)))
        // A text for a portal has no room for words of the person, and never a name.
        val asText = diary.codes(Output.PLAIN_TEXT, options(name = "Ada Example", included = asked))
        assertEquals(setOf("questions", "trends", "questionnaires", "sessions", "medicines", "unwanted_effects"), asText)
        assertTrue(diary.leaves(Output.PAGES, options()).all { it.name.isNotBlank() })
    }

    @Test
    fun `one note of forty is ticked and leaves alone`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val notes = diary.notesToTick(options())
        assertEquals(40, notes.size)
        // The days count back from the latest.
        assertEquals(listOf("words of day 39", "words of day 0"), listOf(notes.first().firstWords, notes.last().firstWords))
        val one = options(included = defaultSections().copy(chosenNotes = listOf(notes.last().entry)))
        assertEquals(listOf("1 of 40 notes"), diary.leaves(Output.FHIR_DOCUMENT, one).filter { it.code == "notes" }.map { it.name })
        val file = folder.resolve("report.json")
        diary.writeFhir(file.toString(), one)
        assertEquals(setOf("words of day 0"), Regex("words of day \\d+").findAll(file.readText()).map { it.value }.toSet())
        val missing = defaultSections().copy(chosenNotes = listOf("01a20f28-9f8a-7000-8000-000000000001"))
        assertFailsWith<DiaryException.UnknownRecord> { diary.writeFhir(file.toString(), options(included = missing)) }
        val noId = defaultSections().copy(chosenNotes = listOf("no id"))
        assertFailsWith<DiaryException.Invalid> { diary.writeFhir(file.toString(), options(included = noId)) }
    }

    @Test
    fun `each recipient gets the sections of the decision record and nothing that is asked for by itself`(): Unit =
        newDiary(folder).use { diary ->
            fun of(preset: Preset) = diary.codes(Output.FHIR_DOCUMENT, options(included = sectionsFor(preset)))
            assertEquals(setOf("trends", "questionnaires", "medicines", "unwanted_effects", "questions"), of(Preset.PRESCRIBER))
            assertEquals(setOf("trends", "sessions", "events", "goals", "questions"), of(Preset.TALKING_THERAPIST))
            assertEquals(setOf("sessions", "unwanted_effects", "plan"), of(Preset.MASSAGE_THERAPIST))
            assertEquals(AroundSessions.OF_THE_BODY, sectionsFor(Preset.MASSAGE_THERAPIST).around)
        }

    @Test
    fun `the text fits a portal and has no name`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val text = diary.reportText(options(name = "Ada Example"))
        assertTrue(text.codePointCount(0, text.length) in 100..1500, "${text.length}")
        assertTrue("Stress" in text, text)
        assertFalse("Ada" in text || "words of day" in text, text)
        val bare = diary.reportText(options(included = sectionsFor(Preset.TALKING_THERAPIST)))
        assertFalse("Sertraline" in bare, bare)
        assertEquals(2, diary.records(Kind.SHARE_LOG, Span()).size)
    }

    @Test
    fun `a locked copy is encrypted and no two are alike`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val copies = listOf("one.pdf", "two.pdf").map { folder.resolve(it) }
        for (copy in copies) diary.writeLockedCopy(copy.toString(), options(), "correct horse")
        val (one, two) = copies.map { it.readBytes() }
        assertEquals("%PDF-", one.decodeToString(0, 5))
        assertTrue("/Encrypt" in String(one, Charsets.ISO_8859_1))
        assertFalse(one.contentEquals(two))
        val short = folder.resolve("short.pdf")
        assertFailsWith<DiaryException.Invalid> { diary.writeLockedCopy(short.toString(), options(), "7 chars") }
        assertFalse(short.exists())
    }

    @Test
    fun `a FHIR document counts its resources and holds neither name nor notes unasked`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val file = folder.resolve("report.json")
        val written = diary.writeFhir(file.toString(), options())
        val json = file.readText()
        assertEquals(file.fileSize().toULong(), written.bytes)
        assertTrue(Regex(""""type"\s*:\s*"document"""").containsMatchIn(json))
        // One full URL an entry of the bundle.
        assertEquals(written.resources, Regex(""""fullUrl"""").findAll(json).count().toULong())
        assertTrue("Sertraline" in json)
        assertFalse("words of day" in json || "Ada" in json)
        diary.writeFhir(file.toString(), options(name = "Ada Example"))
        assertTrue("Ada Example" in file.readText())
    }

    @Test
    fun `tables hold a row an entry and notes only when ticked`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val (bare, noted) = folder.resolve("tables") to folder.resolve("noted")
        val days = Period("2026-11-15", "2026-11-24")
        val written = diary.writeTables(bare.toString(), days, TableOptions(), at(EVENING)).associate { it.file to it.rows }
        // Ten days with a check-in each, two of them with a session; two ratings in each check-in, two around each session.
        assertEquals<Map<String, ULong?>>(
            mapOf("check_ins.csv" to 10u, "sessions.csv" to 2u, "session_ratings.csv" to 4u, "observations.csv" to 24u),
            listOf("check_ins.csv", "sessions.csv", "session_ratings.csv", "observations.csv").associateWith { written[it] },
        )
        assertTrue(written.keys.all { bare.resolve(it).exists() } && bare.resolve("datapackage.json").exists())
        assertFalse("words of day" in bare.resolve("check_ins.csv").readText())
        diary.writeTables(noted.toString(), days, TableOptions(notes = true), at(EVENING))
        assertTrue("words of day" in noted.resolve("check_ins.csv").readText())
    }

    @Test
    fun `tables go into an archive and as JSON Lines too`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val days = Period("2026-11-15", "2026-11-24")
        val archive = folder.resolve("tables.zip")
        val files = diary.writeTables(archive.toString(), days, TableOptions(jsonLines = true), at(EVENING)).map { it.file }
        ZipFile(archive.toFile()).use { zip ->
            assertEquals(files.toSet() + "datapackage.json", zip.entries().toList().map { it.name }.toSet())
            val lines = zip.getInputStream(zip.getEntry("check_ins.jsonl")).reader().readLines()
            assertEquals(10, lines.count { it.startsWith("{") && it.endsWith("}") })
        }
    }

    @Test
    fun `a folder that somebody else filled is left alone`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val theirs = Files.createDirectory(folder.resolve("photos"))
        Files.writeString(theirs.resolve("letter.txt"), "mine")
        assertFailsWith<DiaryException.OutputNotWritten> {
            diary.writeTables(theirs.toString(), Period("2026-11-15", "2026-11-24"), TableOptions(), at(EVENING))
        }
        assertEquals(listOf("letter.txt"), Files.list(theirs).use { all -> all.map { it.fileName.toString() }.toList() })
    }

    @Test
    fun `a report covers the days since the last visit and is told in four steps`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val visit = fields("at" to "2026-11-10T10:00:00+01:00[Europe/Berlin]")
        diary.addRecord(Kind.VISIT, visit, RecordedBy.OWN, at(EVENING))
        val period = diary.reportPeriod(at(EVENING))
        // From the day after the visit.
        assertEquals(Period("2026-11-11", "2026-11-24"), period)
        val told = mutableListOf<Pair<ULong, ULong>>()
        val watcher = object : Watcher {
            override fun progress(done: ULong, total: ULong): Next = Next.GO_ON.also { told += done to total }
        }
        val written = diary.writeReport(folder.resolve("report.pdf").toString(), options(), watcher)
        assertEquals(period, written.period)
        assertEquals(listOf<Pair<ULong, ULong>>(0uL to 4uL, 1uL to 4uL, 2uL to 4uL, 3uL to 4uL), told)
    }

    @Test
    fun `a watched report has the bytes of an unwatched one`(): Unit = newDiary(folder).use { diary ->
        diary.filled()
        val files = listOf("one.pdf", "two.pdf").map { folder.resolve(it) }
        val watcher = object : Watcher {
            override fun progress(done: ULong, total: ULong): Next = Next.GO_ON
        }
        diary.writeReport(files[0].toString(), options(), watcher)
        diary.writeReport(files[1].toString(), options())
        assertContentEquals(files[0].readBytes(), files[1].readBytes())
    }
}
