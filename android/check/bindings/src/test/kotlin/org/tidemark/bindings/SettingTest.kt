package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** Choices about the diary, starter sets, and measures of the person's own. */
class SettingTest {
    @TempDir
    lateinit var folder: Path

    private val steps = MeasureDraft(
        id = "steps",
        label = "Steps",
        frame = Frame.DAY_OVERALL,
        unit = MeasureUnit.SCORE,
        direction = Direction.NEUTRAL,
        minMilli = 0,
        maxMilli = 20_000_000,
        stepMilli = 10_000,
    )

    @Test
    fun `choices are kept over a shut diary`() {
        newDiary(folder).use { diary ->
            // Private from the start, four in the morning, ratings before hidden.
            assertEquals(Settings(240u, true, Paper.A4, null, true), diary.settings())
            listOf(
                Setting.Rollover(150u), Setting.HideBefore(false), Setting.SheetOfPaper(Paper.LETTER), Setting.RegionOf("IE"),
                Setting.PrivateNotifications(false),
            ).forEach(diary::setSetting)
            diary.shut()
        }
        val chosen = Settings(150u, false, Paper.LETTER, "IE", false)
        OpenDiary.openWithPassphrase(pathIn(folder), PASSPHRASE).use { diary ->
            assertEquals(chosen, diary.settings())
            for (none in listOf(Setting.Rollover(45u), Setting.Rollover(750u), Setting.RegionOf("Ireland"))) {
                assertFailsWith<DiaryException.Invalid> { diary.setSetting(none) }
            }
            assertEquals(chosen, diary.settings())
            diary.setSetting(Setting.RegionOf(null))
            assertEquals(null, diary.settings().region)
        }
    }

    @Test
    fun `a starter set asks exactly its measures`(): Unit = newDiary(folder).use { diary ->
        val sets = starterSets()
        val names = listOf("stress_and_worry", "low_mood", "sleep_and_tiredness", "after_hard_experiences", "pain_and_short_temper")
        assertEquals(names, sets.map { it.id })
        val lowMood = listOf("mood", "energy", "sleep_quality", "functioning")
        assertEquals(lowMood, sets[1].measures)
        assertEquals(lowMood, diary.chooseStarterSet("low_mood", RecordedBy.OWN, at(EVENING)))
        assertEquals(lowMood.toSet(), diary.today(at(EVENING)).asked.map { it.id }.toSet())
        val unknown = assertFailsWith<DiaryException.Refused> { diary.chooseStarterSet("bliss", RecordedBy.OWN, at(EVENING)) }
        assertEquals(Refusal.UNKNOWN_STARTER_SET, unknown.code)
        assertEquals(lowMood.toSet(), diary.today(at(EVENING)).asked.map { it.id }.toSet())
    }

    @Test
    fun `a used measure on another scale is a new version and a new label is not`(): Unit = newDiary(folder).use { diary ->
        val added = diary.addMeasure(steps)
        assertEquals(Triple(1u, true, false), Triple(added.version, added.daily, added.session))
        assertFailsWith<DiaryException.MeasureExists> { diary.addMeasure(steps) }
        diary.saveCheckIn(checkIn(EVENING, "steps" to 5000L), at(EVENING))
        val renamed = diary.changeMeasure(steps.copy(label = "Steps walked"), RecordedBy.OWN, at(EVENING))
        assertEquals(Triple(false, 1u, "Steps walked"), Triple(renamed.newVersion, renamed.measure.version, renamed.measure.label))
        val wider = diary.changeMeasure(steps.copy(maxMilli = 50_000_000), RecordedBy.OWN, at(EVENING))
        assertEquals(Triple(true, 2u, 50_000_000L), Triple(wider.newVersion, wider.measure.version, wider.measure.maxMilli))
        assertTrue(diary.measures().count { it.id == "steps" } == 1)
    }

    @Test
    fun `a scale of more steps than a pad can have and a thirteenth measure are refused`(): Unit = newDiary(folder).use { diary ->
        assertFailsWith<DiaryException.Invalid> { diary.addMeasure(steps.copy(stepMilli = 1)) }
        var most = 0u
        val full = assertFailsWith<DiaryException.TooManyMeasures> {
            repeat(13) { number -> diary.addMeasure(steps.copy(id = "own_$number")).also { most++ } }
        }
        // Twelve active measures, of which the built-in ones take seven.
        assertEquals(12u to 12, full.most to diary.measures().count { it.active })
    }
}
