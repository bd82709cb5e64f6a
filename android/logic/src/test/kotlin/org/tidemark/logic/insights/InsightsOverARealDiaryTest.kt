package org.tidemark.logic.insights

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.RunningScreen
import org.tidemark.logic.daysBefore
import org.tidemark.logic.evening
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull

class InsightsOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private fun diary() = OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening)

    /** Stress from 9 down to 2 over eight weeks, with a step up and down from day to day. */
    private fun OpenDiary.drifting() = (0L until 56L).forEach { day ->
        val at = daysBefore(56 - day)
        val value = 8 - day / 8 + day % 2
        saveCheckIn(CheckInDraft(ratedAt = at, ratings = listOf(Rated("stress", value * 1000)), recordedBy = RecordedBy.OWN), at)
    }

    private fun screen(diary: OpenDiary) = RunningScreen(insightsFeature(diary) { evening }).show()

    @Test
    fun `a new diary shows no card and nothing that is not known`() = diary().use { diary ->
        val week = assertNotNull(screen(diary).state.week)
        assertEquals(emptyList(), week.cards)
        assertEquals(false, week.waiting)
    }

    @Test
    fun `a question asked stands on the coming visit`() = diary().use { diary ->
        diary.drifting()
        diary.addRecord(Kind.VISIT, listOf(FieldText("at", "2026-12-03T10:00:00+01:00[Europe/Berlin]")), RecordedBy.OWN, evening)
        val screen = screen(diary)
        val card = assertNotNull(screen.state.week?.cards?.single())
        screen.send(InsightsEvent.AskTapped(card.question)).settle()
        assertEquals(mapOf(card.question to Asked(LogicalDate("2026-12-03"))), screen.state.asked)
        val visit = diary.records(Kind.VISIT, Span()).single()
        assertEquals(card.ask.text, visit.fields.single { it.name == "questions" }.text)
    }

    @Test
    fun `a hidden card stays away when the screen comes up again`() = diary().use { diary ->
        diary.drifting()
        val screen = screen(diary)
        screen.send(InsightsEvent.HideTapped("drift:stress")).settle()
        assertEquals(emptyList(), screen.state.week?.cards)
        assertEquals(emptyList(), screen(diary).state.week?.cards)
    }

    @Test
    fun `cards wait on a day with a hard moment`() = diary().use { diary ->
        diary.drifting()
        diary.addRecord(Kind.DISTRESS_EVENT, listOf(FieldText("kind", "panic")), RecordedBy.OWN, evening)
        val week = assertNotNull(screen(diary).state.week)
        assertEquals(emptyList<String>() to true, week.cards.map { it.question } to week.waiting)
    }
}
