package org.tidemark.logic.history

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.DayMark
import org.tidemark.bindings.Ending
import org.tidemark.bindings.Modality
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.RunningScreen
import org.tidemark.logic.daysBefore
import org.tidemark.logic.evening
import java.nio.file.Path
import java.time.YearMonth
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

/** What the marks of the core become on the screen, over an encrypted diary. */
class HistoryOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private fun diary() = OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening)

    private fun OpenDiary.rate(day: String, now: Moment) =
        saveCheckIn(CheckInDraft(ratedAt = now, ratings = listOf(Rated("stress", 5000)), day = day, recordedBy = RecordedBy.OWN), now)

    private fun session(at: Moment, ending: Ending, status: SessionStatus) =
        SessionDraft(startedAt = at, ending = ending, status = status, modality = Modality.SWEDISH, recordedBy = RecordedBy.OWN)

    private fun screen(diary: OpenDiary) = RunningScreen(historyFeature(diary) { evening }).show()

    @Test
    fun `marks say when entries were written and triangles where sessions are`() = diary().use { diary ->
        diary.rate("2026-11-24", evening)
        // On the evening of the 23rd about the 22nd: within the day after. On the 24th about the 20th: later.
        diary.rate("2026-11-22", daysBefore(1))
        diary.rate("2026-11-20", evening)
        diary.saveSession(session(daysBefore(6), Ending.After(60u), SessionStatus.HELD), evening)
        diary.saveSession(session(daysBefore(-4), Ending.NotHeld, SessionStatus.PLANNED), evening)
        val page = checkNotNull(screen(diary).state.shown)
        val marks = page.days.associate { it.day.takeLast(2).toInt() to it.mark }
        assertEquals(listOf(DayMark.FULL, DayMark.HALF, DayMark.RING, DayMark.BLANK), listOf(24, 22, 20, 21).map { marks[it] })
        assertEquals(listOf(18), page.days.filter { it.sessions == 1u }.map { it.day.takeLast(2).toInt() })
        assertEquals(listOf(28), page.days.filter { it.planned == 1u }.map { it.day.takeLast(2).toInt() })
    }

    @Test
    fun `a new diary has the month of today and nothing around it`() = diary().use { diary ->
        val page = checkNotNull(screen(diary).state.shown)
        assertEquals(YearMonth.of(2026, 11), page.month)
        assertEquals(30, page.days.size)
        assertNull(page.before)
        assertNull(page.after)
    }

    @Test
    fun `years without entries are one step and count their months`() = diary().use { diary ->
        // 14 March 2024 is 985 days before 24 November 2026; between March 2024 and November 2026 lie 31 months.
        diary.rate("2024-03-14", daysBefore(985))
        assertEquals(Neighbour(YearMonth.of(2024, 3), 31), screen(diary).state.shown?.before)
    }

    @Test
    fun `a diary that was shut is a problem and no empty month`() = diary().use { diary ->
        diary.shut()
        val state = screen(diary).state
        assertNull(state.shown)
        assertEquals(Problem.Shut, state.problem)
    }
}
