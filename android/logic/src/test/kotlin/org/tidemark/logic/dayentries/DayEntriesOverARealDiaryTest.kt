package org.tidemark.logic.dayentries

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.RecordedBy
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.RunningScreen
import org.tidemark.logic.evening
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull

/** Adding to yesterday, changing, deleting and taking back, with the file closed and opened in between. */
class DayEntriesOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private val yesterday = LogicalDate("2026-11-23")
    private val path get() = folder.resolve("my.diary").toString()

    private fun screen(diary: OpenDiary) = RunningScreen(dayEntriesFeature(yesterday, diary) { evening }).show()

    private fun DayEntriesState.values() = page?.entries.orEmpty().flatMap { it.values }.associate { it.measureId to it.answer() }

    @Test
    fun `an entry added today about yesterday is on yesterday and written the next day`() {
        OpenDiary.create(path, "four plain words here", null, evening).use { diary ->
            val screen = screen(diary).send(DayEntriesEvent.AddTapped).settle()
            screen.send(DayEntriesEvent.Rated(Answer.Recorded(6000), evening)).settle()
            assertEquals(Target.Add(MeasureId("mood")), screen.state.open)
            screen.send(DayEntriesEvent.Rated(Answer.Skipped, evening)).settle()
            diary.shut()
        }
        OpenDiary.openWithPassphrase(path, "four plain words here").use { diary ->
            val state = screen(diary).state
            assertEquals(mapOf("stress" to Answer.Recorded(6000), "mood" to Answer.Skipped), state.values())
            assertEquals(listOf("late", "late"), state.page?.entries?.map { it.entryMode })
            assertEquals(0u, diary.today(evening).checkIns)
        }
    }

    @Test
    fun `a change keeps what was said and a deleted entry comes back whole`() {
        OpenDiary.create(path, "four plain words here", null, evening).use { diary ->
            val screen = screen(diary).send(DayEntriesEvent.AddTapped).send(DayEntriesEvent.Rated(Answer.Recorded(6000), evening)).settle()
            val id = assertNotNull(screen.state.undo)
            screen.send(DayEntriesEvent.PadOpened(Target.Change(id, MeasureId("stress")))).send(DayEntriesEvent.Rated(Answer.Recorded(2000), evening)).settle()
            screen.send(DayEntriesEvent.ChangesShown(Kind.CHECK_IN, id)).settle()
            assertEquals(listOf(Triple("value.stress", "6", "2")), screen.state.changes[id]?.map { Triple(it.field, it.old, it.new) })
            screen.send(DayEntriesEvent.DeleteTapped(Kind.CHECK_IN, id)).settle()
            assertEquals(emptyMap(), screen.state.values())
            assertEquals(Line.Deleted, screen.state.line)
            screen.send(DayEntriesEvent.UndoTapped).settle()
            assertEquals(mapOf<String, Answer>("stress" to Answer.Recorded(2000)), screen.state.values())
            assertEquals(listOf(id), screen.state.page?.entries?.map { it.id })
        }
    }

    @Test
    fun `an undo after something else was written leaves both as they are`() {
        OpenDiary.create(path, "four plain words here", null, evening).use { diary ->
            val screen = screen(diary).send(DayEntriesEvent.AddTapped).send(DayEntriesEvent.Rated(Answer.Recorded(6000), evening)).settle()
            diary.addRecord(Kind.EVENT, listOf(FieldText("kind", "travel"), FieldText("start", "2026-11-24")), RecordedBy.OWN, evening)
            screen.send(DayEntriesEvent.UndoTapped).settle()
            assertEquals(org.tidemark.logic.Problem.Busy, screen.state.problem)
            assertEquals(1, diary.records(Kind.EVENT, org.tidemark.bindings.Span()).size)
            assertEquals(mapOf<String, Answer>("stress" to Answer.Recorded(6000)), screen.show().state.values())
        }
    }

    @Test
    fun `every kind of entry of the day is there`() {
        OpenDiary.create(path, "four plain words here", null, evening).use { diary ->
            val at = "2026-11-23T10:00:00+01:00[Europe/Berlin]"
            diary.addRecord(Kind.VISIT, listOf(FieldText("at", at)), RecordedBy.OWN, evening)
            diary.addRecord(Kind.EVENT, listOf(FieldText("kind", "travel"), FieldText("start", "2026-11-23")), RecordedBy.OWN, evening)
            diary.addRecord(Kind.EVENT, listOf(FieldText("kind", "work"), FieldText("start", "2026-11-22")), RecordedBy.OWN, evening)
            val screen = screen(diary)
            assertEquals(setOf("visit", "event"), screen.state.page?.entries?.map { it.kind }?.toSet())
            val visit = assertNotNull(screen.state.page?.entries?.first { it.kind == "visit" })
            screen.send(DayEntriesEvent.DeleteTapped(Kind.VISIT, visit.id)).settle()
            assertEquals(listOf("event"), screen.state.page?.entries?.map { it.kind })
        }
    }
}
