package org.tidemark.logic.today

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.uniffiEnsureInitialized
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNull

/** The reducer and the live client over the real library: what the fake cannot prove. */
class TodayOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

    private fun create(): OpenDiary {
        return OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening)
    }

    private fun screen(diary: OpenDiary) = TodayScreen(diary, evening).send(TodayEvent.Shown).settle()

    @Test
    fun `a day is rated changed undone and found again`() {
        uniffiEnsureInitialized()
        create().use { diary ->
            val screen = screen(diary)
            assertEquals(LogicalDate("2026-11-24"), screen.state.date)
            assertEquals(listOf("Stress", "Mood", "Energy", "Sleep quality"), screen.state.questions.map { it.label })
            screen.tap("stress", 6).settle().tap("mood", 7).settle().tap("mood", 5).settle()
            screen.send(TodayEvent.Undone).settle()
            screen.send(TodayEvent.Rated(MeasureId("energy"), Answer.Skipped, evening)).settle()
            screen.tap("sleep_quality", 8).settle().send(TodayEvent.Undone).settle()
            assertEquals(Line.Saved(evening), screen.state.line)
            diary.shut()
        }
        OpenDiary.openWithPassphrase(folder.resolve("my.diary").toString(), "four plain words here").use { diary ->
            val again = screen(diary)
            assertEquals(
                mapOf("stress" to number(6), "mood" to number(7), "energy" to Answer.Skipped),
                again.state.entries.entries.associate { (measure, entry) -> measure.name to entry.shown },
            )
            assertEquals(MeasureId("sleep_quality"), again.state.open)
        }
    }

    @Test
    fun `after the day's end the evening is another day`() = create().use { diary ->
        val screen = screen(diary).tap("stress", 6).settle()
        // 416 minutes after 21:04 it is 04:00.
        screen.now = evening.copy(epochMs = evening.epochMs + 416 * 60_000L)
        screen.send(TodayEvent.Shown).settle()
        assertEquals(LogicalDate("2026-11-25"), screen.state.date)
        assertEquals(Line.Empty, screen.state.line)
    }

    @Test
    fun `a number off its scale and a shut diary are typed problems`() = create().use { diary ->
        val screen = screen(diary).tap("stress", 11).settle()
        val off = assertIs<Line.NotSaved>(screen.state.line)
        assertIs<Problem.NotTaken>(off.problem)
        diary.shut()
        screen.tap("stress", 4).settle()
        assertEquals(Line.NotSaved(MeasureId("stress"), Problem.Shut), screen.state.line)
        assertNull(screen.state.undo)
    }
}
