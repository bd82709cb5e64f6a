package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** Records of any kind by the names of their fields, with their history and the way back. */
class RecordTest {
    @TempDir
    lateinit var folder: Path

    private fun OpenDiary.goal(text: String): DiaryRecord =
        addRecord(Kind.GOAL, fields("text" to text), RecordedBy.OWN, at(EVENING))

    @Test
    fun `a goal has its usual values and its changes are kept with their reason`(): Unit = newDiary(folder).use { diary ->
        val goal = diary.goal("sleep through the night")
        assertEquals("2026-11-24" to "active", goal.text("started_on") to goal.text("status"))
        assertEquals(Triple(1u, at(EVENING), RecordedBy.OWN), Triple(goal.revision, goal.recordedAt, goal.recordedBy))
        assertEquals(listOf(goal), diary.records(Kind.GOAL, Span()))
        val later = at(EVENING + MINUTE)
        val reached = diary.editRecord(Kind.GOAL, goal.id, fields("status" to "reached"), RecordedBy.HELPED, "four nights", later)
        assertEquals(2u to "reached", reached.revision to reached.text("status"))
        val shown = diary.showRecord(Kind.GOAL, goal.id)
        assertEquals(reached, shown.record)
        // The log keeps the offset of a change and not the name of its zone.
        val change = Revision(2u, "status", "active", "reached", later.copy(zoneId = null), RecordedBy.HELPED, "four nights")
        assertEquals(listOf(change), shown.revisions)
    }

    @Test
    fun `undo reverses the last act and once more brings it back`(): Unit = newDiary(folder).use { diary ->
        val goal = diary.goal("sleep through the night")
        diary.editRecord(Kind.GOAL, goal.id, fields("text" to "walk every day"), RecordedBy.OWN, null, at(EVENING + MINUTE))
        val undone = diary.undo(RecordedBy.OWN, at(EVENING + 2 * MINUTE))
        assertEquals(false to "sleep through the night", undone.removed to undone.record.text("text"))
        assertEquals("walk every day", diary.undo(RecordedBy.OWN, at(EVENING + 3 * MINUTE)).record.text("text"))
    }

    @Test
    fun `a new record is undone by taking it away`(): Unit = newDiary(folder).use { diary ->
        val goal = diary.goal("sleep through the night")
        val undone = diary.undo(RecordedBy.OWN, at(EVENING + MINUTE))
        assertEquals(Triple(true, true, goal.id), Triple(undone.removed, undone.record.deleted, undone.record.id))
        assertEquals(emptyList(), diary.records(Kind.GOAL, Span()))
    }

    @Test
    fun `nothing done is nothing to undo`(): Unit = newDiary(folder).use { diary ->
        val refused = assertFailsWith<DiaryException.Refused> { diary.undo(RecordedBy.OWN, at(EVENING)) }
        assertEquals(Refusal.NOTHING_TO_UNDO, refused.code)
    }

    @Test
    fun `a deleted record is not listed but shown and an erased one is gone`(): Unit = newDiary(folder).use { diary ->
        val (kept, erased) = diary.goal("sleep through the night") to diary.goal("walk every day")
        diary.removeRecord(Kind.GOAL, kept.id, RecordedBy.OWN, at(EVENING + MINUTE))
        assertEquals(listOf(erased), diary.records(Kind.GOAL, Span()))
        assertTrue(diary.showRecord(Kind.GOAL, kept.id).record.deleted)
        diary.eraseEntry(erased.id, at(EVENING + 2 * MINUTE))
        val gone = assertFailsWith<DiaryException.UnknownRecord> { diary.showRecord(Kind.GOAL, erased.id) }
        assertEquals("goal" to erased.id, gone.kind to gone.id)
    }

    @Test
    fun `a reference to nothing and an unknown field save nothing`(): Unit = newDiary(folder).use { diary ->
        val nobody = "019ab8f0-0000-7000-8000-000000000000"
        assertFailsWith<DiaryException.UnknownRecord> {
            val change = fields("medication_id" to nobody, "kind" to "start")
            diary.addRecord(Kind.MEDICATION_CHANGE, change, RecordedBy.OWN, at(EVENING))
        }
        assertFailsWith<DiaryException.Invalid> { diary.goal("x".repeat(4001)) }
        assertFailsWith<DiaryException.Invalid> {
            diary.addRecord(Kind.GOAL, fields("text" to "walk", "colour" to "blue"), RecordedBy.OWN, at(EVENING))
        }
        assertEquals(emptyList(), diary.records(Kind.GOAL, Span()) + diary.records(Kind.MEDICATION_CHANGE, Span()))
    }

    @Test
    fun `a form learns from the fields what it may ask`() {
        val rules = recordFields(Kind.GOAL)
        val names = listOf("text", "measure_id", "why", "started_on", "review_on", "discussed_with", "status")
        assertEquals(names, rules.map { it.name })
        val forms = rules.associate { it.name to it.form }
        assertEquals<FieldForm?>(FieldForm.Text(4000u), forms["text"])
        assertEquals<FieldForm?>(FieldForm.Date, forms["started_on"])
        assertEquals<FieldForm?>(FieldForm.Items, forms["discussed_with"])
        assertEquals<FieldForm?>(FieldForm.Code(listOf("active", "paused", "reached", "dropped")), forms["status"])
        assertEquals(setOf("text", "started_on", "status"), rules.filter { it.required }.map { it.name }.toSet())
        // A measure is changed through its draft, not by fields.
        assertEquals(listOf(Kind.MEASURE), Kind.entries.filter { recordFields(it).isEmpty() })
    }

    @Test
    fun `items of a list survive bars and backslashes`() {
        val items = listOf("a|b", "c\\d", "plain")
        assertEquals("a\\|b | c\\\\d | plain", joinItems(items))
        assertEquals(items, splitItems("a\\|b | c\\\\d | plain"))
        assertEquals(null, joinItems(emptyList()))
        assertFailsWith<DiaryException.Invalid> { joinItems(listOf("a", "")) }
    }
}
