package org.tidemark.logic.sheet

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Moment
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Paper
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.SheetWritten
import org.tidemark.bindings.Span
import org.tidemark.logic.CareDiary
import org.tidemark.logic.Phone
import org.tidemark.logic.Problem
import org.tidemark.logic.care.CarePageEvent
import org.tidemark.logic.care.carePageFeature
import org.tidemark.logic.intake.IntakeEvent
import org.tidemark.logic.intake.intakeFeature
import org.tidemark.logic.practice.PracticeEvent
import org.tidemark.logic.practice.practiceFeature
import org.tidemark.logic.practice.reduce
import org.tidemark.logic.records.text
import org.tidemark.logic.report.PreviewEvent
import org.tidemark.logic.report.ShareProblem
import org.tidemark.logic.report.Way
import org.tidemark.logic.report.sheetPreviewFeature
import org.tidemark.logic.session.items
import org.tidemark.logic.shown
import org.tidemark.logic.therapists.TherapistsEvent
import org.tidemark.logic.therapists.therapistsFeature
import java.io.File
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Pages beside the report over the real library: what the phone is handed, and what is on the disk when it is not. */
class SheetsOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private fun over(check: CareDiary.() -> Unit) = CareDiary(folder).use(check)

    private fun CareDiary.team() {
        add(Kind.CARE_TEAM_MEMBER, "name" to "Anna Weber", "role" to "caregiver", "share" to "trends")
        add(Kind.INTAKE_SHEET, "name" to "Ada Example", "emergency_contact" to "Bo, 555 0101", "shared" to "name | emergency_contact")
    }

    @Test
    fun `each page is a whole PDF whose name holds its day and nobody's name`() = over {
        team()
        env().shown(therapistsFeature(env())).send(TherapistsEvent.Went(Way.SHARE))
        env().shown(intakeFeature(env())).send(IntakeEvent.Went(Way.PRINT))
        env().shown(carePageFeature(env())).send(CarePageEvent.Went(Way.SAVE_AS))
        val pdf = "application/pdf"
        assertEquals(
            listOf("share $pdf questions-2026-11-24.pdf", "print intake-2026-11-24.pdf", "save $pdf caregiver-2026-11-24.pdf"),
            handed.map { it.first },
        )
        assertTrue(handed.all { it.second.decodeToString(0, 5) == "%PDF-" })
        // Another app may still read what it was handed; what was saved elsewhere is of no use here.
        assertEquals(listOf("intake-2026-11-24.pdf", "questions-2026-11-24.pdf"), outbox.list().orEmpty().sorted())
    }

    @Test
    fun `a page that is looked at says what is ticked and nothing has left`() = over {
        add(Kind.INTAKE_SHEET, "name" to "Ada Example", "triggers" to "sudden noise", "shared" to "name")
        val page = env().store(sheetPreviewFeature(env(), env().shown(intakeFeature(env())).state.page, width = 300))
        page.send(PreviewEvent.Shown)
        val said = page.state.pages.orEmpty().flatMap { it.spoken }.joinToString("\n") { it.text }
        assertTrue("Ada Example" in said && "sudden noise" !in said, said)
        assertNull(page.state.options)
        assertEquals(emptyList(), diary.records(Kind.SHARE_LOG, Span()))
        assertEquals(emptyList(), outbox.list().orEmpty().toList())
        val refused = env().store(sheetPreviewFeature(env(), Sheet.Questions("nobody"))).also { it.send(PreviewEvent.Shown) }
        assertNull(refused.state.pages)
        assertNotNull(refused.state.problem)
    }

    @Test
    fun `somebody who was taken off the care team gets no page`() = over {
        val id = add(Kind.CARE_TEAM_MEMBER, "name" to "Anna Weber", "role" to "caregiver").id
        val page = env().shown(carePageFeature(env()))
        page.send(CarePageEvent.ReaderChosen(id))
        assertEquals("Anna Weber", page.state.reader?.name)
        diary.removeRecord(Kind.CARE_TEAM_MEMBER, id, RecordedBy.OWN, now)
        page.send(CarePageEvent.Shown)
        page.send(CarePageEvent.Went(Way.SHARE))
        // Written for nobody in particular.
        assertEquals(null to Sheet.Caregiver(null, null, false), page.state.reader to page.state.page)
        assertEquals("", diary.records(Kind.SHARE_LOG, Span()).single().text("to"))
    }

    @Test
    fun `a second tap while a practice is on its way writes no second one`() = over {
        val read = env().store(practiceFeature(diary) { now }).also { it.send(PracticeEvent.Shown) }.state
        val tapped = reduce(read, PracticeEvent.KindTapped("breathing"))
        assertEquals(1, tapped.effects.size)
        assertEquals(emptyList(), reduce(tapped.state, PracticeEvent.KindTapped("breathing")).effects)
    }

    @Test
    fun `back from a look the page is still as it was chosen`() = over {
        add(Kind.INTAKE_SHEET, "name" to "Ada Example", "shared" to "name")
        val env = env()
        val chosen = env.shown(intakeFeature(env))
        chosen.send(IntakeEvent.ReverseTicked(true))
        chosen.send(IntakeEvent.SignaturesTicked(true))
        chosen.send(IntakeEvent.Changed)
        val again = env.shown(intakeFeature(env))
        assertEquals(Sheet.Intake(reverse = true, signatures = true) to chosen.state.form, again.state.page to again.state.form)
        again.send(IntakeEvent.Closed)
        assertEquals(Sheet.Intake(reverse = true, signatures = true) to null, env.shown(intakeFeature(env)).state.let { it.page to it.form })
    }

    @Test
    fun `what the screen lists as leaving is what the core notes of the page`() = over {
        team()
        val page = env().shown(carePageFeature(env()))
        page.send(CarePageEvent.ReaderChosen(diary.records(Kind.CARE_TEAM_MEMBER, Span()).single().id))
        page.send(CarePageEvent.NameTicked(true))
        page.send(CarePageEvent.NameTyped("Ada"))
        page.send(CarePageEvent.Went(Way.SHARE))
        val note = diary.records(Kind.SHARE_LOG, Span()).single()
        assertEquals(page.state.leaves.toSet(), items(note.text("sections")).toSet())
        assertEquals("Anna Weber", note.text("to"))
        page.send(CarePageEvent.ReaderChosen(null))
        page.send(CarePageEvent.NameTicked(false))
        page.send(CarePageEvent.Went(Way.SHARE))
        // Both are of one moment, so their order is chance.
        val second = diary.records(Kind.SHARE_LOG, Span()).single { it.id != note.id }
        assertEquals(page.state.leaves.toSet(), items(second.text("sections")).toSet())
        assertTrue("trends" !in page.state.leaves && "name" !in page.state.leaves)
    }

    @Test
    fun `a page that is shorter than what was written is taken away and not sent`() = over {
        val cut = object : OpenDiaryInterface by diary {
            override fun writeSheet(path: String, sheet: Sheet, paper: Paper, madeAt: Moment): SheetWritten =
                diary.writeSheet(path, sheet, paper, madeAt).also { File(path).writeBytes(File(path).readBytes().copyOf(100)) }
        }
        assertEquals(ShareProblem.WrongSize, went(cut).problem)
        assertEquals(emptyList(), handed.map { it.first } + outbox.list().orEmpty())
    }

    @Test
    fun `a full disk leaves no page and the former one is not sent in its place`() = over {
        val full = object : OpenDiaryInterface by diary {
            override fun writeSheet(path: String, sheet: Sheet, paper: Paper, madeAt: Moment): SheetWritten = throw DiaryException.StorageFull()
        }
        went(diary)
        val out = went(full)
        assertEquals(ShareProblem.NotWritten(Problem.StorageFull), out.problem)
        assertNull(out.sent)
        assertEquals(1 to emptyList(), handed.size to outbox.list().orEmpty().toList())
    }

    @Test
    fun `a page that could not be noted is sent all the same and says so`() = over {
        val unnoted = object : OpenDiaryInterface by diary {
            override fun writeSheet(path: String, sheet: Sheet, paper: Paper, madeAt: Moment): SheetWritten {
                diary.writeSheet(path, sheet, paper, madeAt)
                throw DiaryException.NotNoted(path)
            }
        }
        assertEquals(false to 1, went(unnoted).sent?.noted to handed.size)
    }

    @Test
    fun `an outbox that is not there is a typed problem`() = over {
        val gone = env(phone = Phone(outbox = folder.resolve("nowhere").toString()))
        val screen = gone.shown(therapistsFeature(gone))
        screen.send(TherapistsEvent.Went(Way.SHARE))
        assertTrue(screen.state.out.problem is ShareProblem.NotWritten, "${screen.state.out}")
    }

    private fun CareDiary.went(over: OpenDiaryInterface): SheetOut {
        val screen = env(over).shown(therapistsFeature(env(over)))
        screen.send(TherapistsEvent.Went(Way.SHARE))
        return screen.state.out
    }
}
