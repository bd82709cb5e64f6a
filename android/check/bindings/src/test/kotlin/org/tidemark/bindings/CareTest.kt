package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** What is agreed with professionals: the checklist, the plan and its adjustments, the ticks of the intake sheet. */
class CareTest {
    @TempDir
    lateinit var folder: Path

    private fun OpenDiary.plan(since: String) = addRecord(
        Kind.SESSION_PLAN,
        fields("since" to since, "pressure" to "2", "minutes" to "60", "frequency" to "1 per week"),
        RecordedBy.OWN,
        at(EVENING),
    )

    @Test
    fun `the checklist has sixteen questions and an answer stays with its therapist`(): Unit = newDiary(folder).use { diary ->
        val items = checklistItems()
        assertEquals(16 to "licence", items.size to items.first())
        val questions = checklistQuestions()
        assertEquals(items, questions.map { it.item })
        assertTrue(questions.all { it.question.endsWith("?") }, "$questions")
        val therapist = diary.addRecord(Kind.THERAPIST, fields("name" to "R. Example"), RecordedBy.OWN, at(EVENING))
        val answer = ChecklistAnswer("licence", status = "confirmed", how = "seen", note = "number on the wall")
        val asked = diary.setChecklist(therapist.id, answer, RecordedBy.OWN, at(EVENING))
        assertEquals(listOf("licence:confirmed:2026-11-24:seen:number on the wall"), splitItems(asked.text("checklist")!!))
        assertFailsWith<DiaryException.Invalid> {
            diary.setChecklist(therapist.id, ChecklistAnswer("horoscope", status = "confirmed"), RecordedBy.OWN, at(EVENING))
        }
        assertEquals(asked, diary.records(Kind.THERAPIST, Span()).single())
    }

    @Test
    fun `an adjustment makes a new version and says what changed and why`(): Unit = newDiary(folder).use { diary ->
        val first = diary.plan("2026-10-01")
        assertEquals(null, diary.planInForce("2026-09-30"))
        assertEquals(first, diary.planInForce("2026-11-24"))
        val change = PlanChange(fields("pressure" to "3", "minutes" to "60"), "comfort", "together", at = "2026-11-10")
        val changed = diary.adjustPlan(change, RecordedBy.OWN, at(EVENING))
        assertEquals(Triple("2", "3", "2026-11-10"), Triple(changed.plan.text("version"), changed.plan.text("pressure"), changed.plan.text("since")))
        // Sixty minutes was said already: one adjustment.
        val adjustment = changed.adjustments.single()
        val told = listOf("field", "from", "to", "reason", "decided_by", "at").map { adjustment.text(it) }
        assertEquals(listOf<String?>("pressure", "2", "3", "comfort", "together", "2026-11-10"), told)
        assertEquals(listOf(first.id, changed.plan.id), listOf("2026-11-09", "2026-11-10").map { diary.planInForce(it)?.id })
    }

    @Test
    fun `a plan is made once and nothing is adjusted without one`(): Unit = newDiary(folder).use { diary ->
        val change = PlanChange(fields("pressure" to "3"), "comfort", "self")
        val none = assertFailsWith<DiaryException.Refused> { diary.adjustPlan(change, RecordedBy.OWN, at(EVENING)) }
        assertEquals(Refusal.NO_PLAN, none.code)
        diary.plan("2026-10-01")
        val second = assertFailsWith<DiaryException.Refused> { diary.plan("2026-11-01") }
        assertEquals(Refusal.PLAN_EXISTS, second.code)
        assertFailsWith<DiaryException.Invalid> {
            diary.adjustPlan(PlanChange(fields("pressure" to "2"), "comfort", "self"), RecordedBy.OWN, at(EVENING))
        }
        assertEquals(1, diary.records(Kind.SESSION_PLAN, Span()).size)
    }

    @Test
    fun `ticks of the intake sheet are set and taken away one by one`(): Unit = newDiary(folder).use { diary ->
        val sheet = diary.addRecord(
            Kind.INTAKE_SHEET,
            fields("name" to "Ada Example", "pressure" to "2", "stop_signal" to "red"),
            RecordedBy.OWN,
            at(EVENING),
        )
        assertTrue(intakeFields().containsAll(listOf("name", "pressure", "stop_signal", "triggers")))
        val before = splitItems(sheet.text("shared") ?: "")
        val ticked = diary.shareIntake(sheet.id, listOf("name", "triggers"), true, RecordedBy.OWN, at(EVENING))
        assertTrue(splitItems(ticked.text("shared")!!).containsAll(before + listOf("name", "triggers")))
        val taken = diary.shareIntake(sheet.id, intakeFields() - "pressure", false, RecordedBy.OWN, at(EVENING))
        assertTrue(splitItems(taken.text("shared") ?: "").none { it != "pressure" })
        assertFailsWith<DiaryException.Invalid> { diary.shareIntake(sheet.id, listOf("shoe_size"), true, RecordedBy.OWN, at(EVENING)) }
    }

    @Test
    fun `sheets beside the report are PDFs and an intake page needs a sheet`(): Unit = newDiary(folder).use { diary ->
        val file = folder.resolve("questions.pdf")
        val written = diary.writeSheet(file.toString(), Sheet.Questions(null), Paper.A4, at(EVENING))
        val head = file.toFile().readBytes().decodeToString(0, 5)
        assertEquals(Triple("%PDF-", file.toFile().length().toULong(), true), Triple(head, written.bytes, written.pages >= 1u))
        val none = assertFailsWith<DiaryException.Refused> {
            diary.writeSheet(folder.resolve("intake.pdf").toString(), Sheet.Intake(true, true), Paper.A4, at(EVENING))
        }
        assertEquals(Refusal.NO_INTAKE_SHEET, none.code)
        assertTrue(!folder.resolve("intake.pdf").toFile().exists())
    }
}
