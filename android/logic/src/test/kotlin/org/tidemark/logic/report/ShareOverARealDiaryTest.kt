package org.tidemark.logic.report

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.ReportWritten
import org.tidemark.bindings.Span
import org.tidemark.bindings.Watcher
import org.tidemark.bindings.defaultSections
import org.tidemark.logic.Env
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Store
import java.io.File
import java.nio.file.Path
import java.util.concurrent.Executor
import java.util.zip.ZipFile
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** The ways out over the real library: what is on the disk when the phone is handed a file, and what is not when it is not. */
class ShareOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val options = ReportOptions(evening, Paper.A4)
    private val handed = mutableListOf<Pair<String, ByteArray>>()
    private var copied: String? = null
    private val outbox: File get() = folder.resolve("outbox").toFile()

    private val phone: Phone by lazy {
        Phone(
            outbox = outbox.apply { mkdirs() }.path,
            share = { path, mime -> handed.add("$mime ${File(path).name}" to File(path).readBytes()) },
            saveAs = { path, name, mime -> handed.add("$mime $name" to File(path).readBytes()) },
            print = { path -> handed.add("print ${File(path).name}" to File(path).readBytes()) },
            copy = { copied = it },
        )
    }

    private fun create(): OpenDiary = OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening).also { diary ->
        for (day in 0L..9L) {
            val at = evening.copy(epochMs = evening.epochMs - day * 86_400_000)
            diary.saveCheckIn(CheckInDraft(ratedAt = at, ratings = listOf(Rated("stress", 1000 * (day % 8))), note = "my own words", recordedBy = RecordedBy.OWN), at)
        }
    }

    private fun screen(diary: OpenDiaryInterface, phone: Phone = this.phone, env: Env = env(diary, phone)): Store<ShareState, ShareEvent, ShareEffect> =
        env.store(shareFeature(env, options)).also { it.send(ShareEvent.Shown) }

    private fun env(diary: OpenDiaryInterface, phone: Phone): Env {
        val direct = Executor { it.run() }
        return Env(diary, { evening }, phone, direct, direct)
    }

    private fun Store<ShareState, ShareEvent, ShareEffect>.went(form: ShareForm, way: Way): ShareState {
        send(ShareEvent.FormChosen(form))
        send(ShareEvent.Went(way))
        return state
    }

    private fun outboxFiles(): List<String> = outbox.list().orEmpty().sorted()

    @Test
    fun `each form is a whole file of its kind when the phone gets it`(): Unit = create().use { diary ->
        val screen = screen(diary)
        assertEquals(Sent(ShareForm.PDF, Way.SHARE, handedAfter { screen.went(ShareForm.PDF, Way.SHARE) }, true), screen.state.sent)
        screen.went(ShareForm.PDF, Way.PRINT)
        screen.went(ShareForm.FHIR, Way.SAVE_AS)
        screen.went(ShareForm.TABLES, Way.SHARE)
        screen.went(ShareForm.TEXT, Way.SHARE)
        assertEquals(
            listOf(
                "application/pdf report-2026-11-24.pdf", "print report-2026-11-24.pdf", "application/fhir+json report-2026-11-24.fhir.json",
                "application/zip report-2026-11-24-tables.zip", "text/plain report-2026-11-24.txt",
            ),
            handed.map { it.first },
        )
        assertEquals(listOf("%PDF-", "%PDF-", "{", "PK"), handed.take(4).map { (what, bytes) -> bytes.decodeToString(0, if ("pdf" in what) 5 else if ("zip" in what) 2 else 1) })
        assertTrue(handed[4].second.decodeToString().let { it.length in 100..1500 && "Stress" in it })
        ZipFile(File(outbox, "report-2026-11-24-tables.zip")).use { zip ->
            val checkIns = zip.getInputStream(zip.getEntry("check_ins.csv")).reader().readText()
            assertFalse("my own words" in checkIns, "notes leave only when ticked")
        }
    }

    private fun handedAfter(act: () -> Unit): Long {
        act()
        return handed.last().second.size.toLong()
    }

    @Test
    fun `a locked copy is encrypted and its password is forgotten`(): Unit = create().use { diary ->
        val screen = screen(diary)
        screen.send(ShareEvent.FormChosen(ShareForm.LOCKED_PDF))
        screen.send(ShareEvent.PasswordTyped("correct horse"))
        screen.send(ShareEvent.PasswordRepeated("correct horse"))
        screen.send(ShareEvent.Went(Way.SHARE))
        assertTrue("/Encrypt" in String(handed.single().second, Charsets.ISO_8859_1))
        assertEquals("" to "", screen.state.password to screen.state.repeated)
        assertFalse("correct horse" in ShareEffect.Send(ShareForm.LOCKED_PDF, Way.SHARE, "correct horse", screen.state.tables).toString())
    }

    @Test
    fun `the text is copied as it is and noted once`(): Unit = create().use { diary ->
        screen(diary).went(ShareForm.TEXT, Way.COPY)
        assertTrue(copied.orEmpty().let { it.length in 100..1500 && "Stress" in it })
        // The file was of use for the copy alone.
        assertEquals(emptyList(), outboxFiles())
        assertEquals(1, diary.records(Kind.SHARE_LOG, Span()).size)
    }

    @Test
    fun `a file that is shorter than what was written is taken away and not sent`(): Unit = create().use { real ->
        val cut = object : OpenDiaryInterface by real {
            override fun writeReport(path: String, options: ReportOptions, watcher: Watcher?): ReportWritten =
                real.writeReport(path, options, watcher).also { File(path).writeBytes(File(path).readBytes().copyOf(100)) }
        }
        val state = screen(cut).went(ShareForm.PDF, Way.SHARE)
        assertEquals(ShareProblem.WrongSize, state.problem)
        assertNull(state.sent)
        assertEquals(emptyList(), handed.map { it.first })
        assertEquals(emptyList(), outboxFiles())
    }

    @Test
    fun `a full disk leaves no file and the former one is not sent in its place`(): Unit = create().use { real ->
        val full = object : OpenDiaryInterface by real {
            override fun writeReport(path: String, options: ReportOptions, watcher: Watcher?): ReportWritten = throw DiaryException.StorageFull()
        }
        screen(real).went(ShareForm.PDF, Way.SHARE)
        val state = screen(full).went(ShareForm.PDF, Way.SHARE)
        assertEquals(ShareProblem.NotWritten(Problem.StorageFull), state.problem)
        assertEquals(1, handed.size)
        assertEquals(emptyList(), outboxFiles())
    }

    @Test
    fun `an outbox that cannot be written is a typed problem`(): Unit = create().use { diary ->
        val gone = screen(diary, Phone(outbox = folder.resolve("nowhere").toString()))
        for (form in ShareForm.entries - ShareForm.LOCKED_PDF) {
            val problem = gone.went(form, Way.SHARE).problem
            assertTrue(problem is ShareProblem.NotWritten, "$form: $problem")
        }
    }

    @Test
    fun `a file that could not be noted is sent all the same and says so`(): Unit = create().use { real ->
        val unnoted = object : OpenDiaryInterface by real {
            override fun writeReport(path: String, options: ReportOptions, watcher: Watcher?): ReportWritten {
                real.writeReport(path, options, watcher)
                throw DiaryException.NotNoted(path)
            }
        }
        val sent = screen(unnoted).went(ShareForm.PDF, Way.SHARE).sent
        assertEquals(false to true, sent?.noted to (handed.size == 1))
    }

    @Test
    fun `distress entries and single notes leave only once they are ticked again`(): Unit = create().use { diary ->
        val env = env(diary, phone)
        env.drafts.keep(Place.Report, ReportChoices(defaultSections().copy(distress = true, notes = true), Paper.A4))
        screen(diary, env = env).went(ShareForm.PDF, Way.SHARE)
        val kept = env.drafts.of(Place.Report, ReportChoices::class.java)?.included
        assertEquals(false to true, kept?.distress to kept?.notes)
        env.drafts.keep(Place.Report, ReportChoices(defaultSections().copy(chosenNotes = listOf("a note")), Paper.A4))
        screen(diary, env = env).went(ShareForm.PDF, Way.SHARE)
        assertEquals(emptyList(), env.drafts.of(Place.Report, ReportChoices::class.java)?.included?.chosenNotes)
    }
}
