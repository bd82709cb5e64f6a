package org.tidemark.logic.records

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.joinItems
import org.tidemark.bindings.recordFields
import org.tidemark.logic.evening
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotNull

/** The ranges of the questionnaires are those of the core, which takes each highest number and nothing above it. */
class QuestionnaireTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `each questionnaire of the core has its range here`(): Unit = OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening).use { diary ->
        fun add(code: String, total: Int, vararg items: String) = diary.addRecord(
            Kind.INSTRUMENT_RESULT,
            listOf(FieldText("instrument", code), FieldText("total", "$total"), FieldText("items", joinItems(items.toList())?.ifEmpty { null })),
            RecordedBy.OWN,
            evening,
        )
        val codes = recordFields(Kind.INSTRUMENT_RESULT).firstNotNullOf { rule -> (rule.form as? FieldForm.Code)?.allowed?.takeIf { rule.name == "instrument" } }
        for (code in codes) {
            val of = assertNotNull(Questionnaire.of(code), code)
            add(code, of.most)
            val items = of.items
            if (of.most < 80) assertEquals(of.most to of.most + 1, assertFailsWith<DiaryException.TotalOutOfRange>(code) { add(code, of.most + 1) }.let { it.most.toInt() to it.total.toInt() })
            if (items == null) {
                assertFailsWith<DiaryException.Invalid>(code) { add(code, 1, "1:1") }
            } else {
                assertEquals(of.most, items * of.highest)
                add(code, of.highest, "$items:${of.highest}")
                assertFailsWith<DiaryException.Invalid>(code) { add(code, 20, "${items + 1}:0") }
                assertFailsWith<DiaryException.Invalid>(code) { add(code, 20, "1:${of.highest + 1}") }
            }
        }
    }
}
