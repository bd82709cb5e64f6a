package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.readBytes
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertTrue

class OpenDiaryTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `the library is the one these bindings were generated from`() = uniffiEnsureInitialized()

    @Test
    fun `what was saved is read back after opening again`() {
        newDiary(folder).use { diary ->
            val saved = diary.saveCheckIn(checkIn(EVENING, "stress" to 6L, "mood" to null, note = "längerer Tag 🌧"), at(EVENING))
            assertEquals("2026-11-24", saved.day)
            assertEquals(at(EVENING), saved.recordedAt)
            assertEquals(EntryMode.Live, saved.entryMode)
            diary.shut()
        }
        val key = keyFromPassphrase(pathIn(folder), PASSPHRASE)
        assertEquals(32, key.size)
        OpenDiary.openWithKey(pathIn(folder), key).use { diary ->
            val today = diary.today(at(EVENING + MINUTE))
            assertEquals(listOf("stress", "mood", "energy", "sleep_quality"), today.asked.map { it.id })
            // A skip is an answer without a number; what was not asked yet is absent.
            assertEquals(mapOf("stress" to 6000L, "mood" to null), today.answers.associate { it.measureId to it.valueMilli })
            diary.shut()
        }
    }

    @Test
    fun `a wrong passphrase is told apart from a missing diary`() {
        newDiary(folder).use { it.shut() }
        assertFailsWith<DiaryException.WrongPassphrase> { OpenDiary.openWithPassphrase(pathIn(folder), "another") }
        val nowhere = folder.resolve("nowhere").toString()
        val missing = assertFailsWith<DiaryException.NotFound> { OpenDiary.openWithPassphrase(nowhere, PASSPHRASE) }
        assertEquals(nowhere, missing.path)
        assertFailsWith<DiaryException.AlreadyExists> { newDiary(folder) }
    }

    @Test
    fun `another key opens nothing and changes nothing`() {
        newDiary(folder).use { it.shut() }
        val file = folder.resolve("my.diary/diary.db")
        val before = file.readBytes()
        assertFailsWith<DiaryException.KeyUnavailable> { OpenDiary.openWithKey(pathIn(folder), ByteArray(32)) }
        assertContentEquals(before, file.readBytes())
    }

    @Test
    fun `eleven is refused with its scale and nothing of the entry is saved`() = newDiary(folder).use { diary ->
        val refused = assertFailsWith<DiaryException.OutOfRange> {
            diary.saveCheckIn(checkIn(EVENING, "mood" to 5L, "stress" to 11L), at(EVENING))
        }
        assertEquals(Triple("stress", 0L, 10_000L), Triple(refused.measureId, refused.minMilli, refused.maxMilli))
        assertEquals(0u, diary.today(at(EVENING)).checkIns)
        assertEquals(emptyList(), diary.trends(emptyList(), Span()).trends)
    }

    @Test
    fun `a rating is changed and an entry taken back`() = newDiary(folder).use { diary ->
        val saved = diary.saveCheckIn(checkIn(EVENING, "stress" to 6L), at(EVENING))
        diary.changeRating(saved.id, "stress", 4000, at(EVENING + MINUTE))
        assertEquals(4000L, diary.today(at(EVENING)).answers.single().valueMilli)
        diary.removeCheckIn(saved.id, at(EVENING + 2 * MINUTE))
        assertEquals(emptyList(), diary.today(at(EVENING)).answers)
        val gone = assertFailsWith<DiaryException.UnknownRecord> { diary.removeCheckIn(saved.id, at(EVENING)) }
        assertEquals(saved.id, gone.id)
    }

    @Test
    fun `a trend has its points its gap and its silences in words`() = newDiary(folder).use { diary ->
        // Values on days 1 to 5 and 14 to 18 November: 8 days without one between them.
        val values = listOf(1 to 5L, 2 to 6L, 3 to 5L, 4 to 7L, 5 to 4L, 14 to 5L, 15 to 6L, 16 to 3L, 17 to 5L, 18 to 4L)
        for ((day, value) in values) {
            val evening = EVENING + (day - 24) * DAY
            diary.saveCheckIn(checkIn(evening, "stress" to value), at(evening))
        }
        val asked = diary.trends(listOf("stress"), Span("2026-11-01", "2026-11-18"))
        assertEquals(Period("2026-11-01", "2026-11-18"), asked.period)
        val trend = asked.trends.single()
        assertEquals("higher = worse", trend.directionLabel)
        assertEquals(10u to 8u, trend.n to trend.nMissing)
        assertEquals(values.map { (day, value) -> "2026-11-%02d".format(day) to value.toDouble() }, trend.points.map { it.day to it.value })
        // 1 November 2026 is 20,758 days after 1970-01-01: `date -u -d 2026-11-01 +%s` / 86,400.
        assertEquals(20_758, trend.points.first().dayNumber)
        assertEquals(listOf(Gap("2026-11-06", "2026-11-13", 20_763, 20_770, 8u)), trend.gaps)
        // Sorted: 3 4 4 5 5 5 5 6 6 7, so the median is 5.
        assertEquals(5.0, trend.median)
        val level = assertIs<LevelFigure.Silent>(trend.level).silence
        assertEquals(Silence("too_few", 10.0, 20.0), level)
        assertEquals("too_few", assertIs<DriftFigure.Silent>(trend.drift).silence.code)
        assertTrue(trend.sentences.first().text.contains("Stress"), trend.sentences.first().text)
        assertEquals(emptyList(), trend.cautions)
    }

    @Test
    fun `thirty days of records have a level with a band on every day and a drift with an interval`() = newDiary(folder).use { diary ->
        // Falls by one every ten days with an uneven remainder, so that there is something to estimate.
        val wobble = listOf(0, 1, -1, 1, 0, -1, 0, 1, -1, 0, 1, 0, -1, 1)
        for (day in 0 until 60) {
            val evening = EVENING + (day - 60) * DAY
            diary.saveCheckIn(checkIn(evening, "stress" to (8 - day / 10 + wobble[day % 14]).toLong()), at(evening))
        }
        val trend = diary.trends(listOf("stress"), Span()).trends.single()
        val band = assertIs<LevelFigure.Drawn>(trend.level).band
        assertEquals(60, band.days.size)
        assertTrue(band.days.all { it.low <= it.level && it.level <= it.high })
        val drift = assertIs<DriftFigure.Estimated>(trend.drift).drift
        // By construction 3 points in 30 days, and the interval leaves 0 out.
        assertTrue(drift.interval.low <= -3.0 && -3.0 <= drift.interval.high && drift.interval.high < 0.0, "$drift")
        assertEquals(60u, drift.n)
    }

    @Test
    fun `a session with its ratings is saved as a whole or not at all`(): Unit = newDiary(folder).use { diary ->
        fun rating(phase: Phase, value: Long) = SessionRatingDraft(phase, listOf(Rated("stress", value)))
        val draft = SessionDraft(
            startedAt = at(EVENING - 120 * MINUTE),
            ending = Ending.After(60u),
            status = SessionStatus.HELD,
            modality = Modality.SWEDISH,
            recordedBy = RecordedBy.OWN,
            pressureAsked = 2u,
            areas = listOf(Area(Region.SHOULDER, Side.BOTH, AreaUse.FOCUS)),
            ratings = listOf(rating(Phase.BEFORE, 7000), rating(Phase.AFTER, 4000)),
        )
        assertFailsWith<DiaryException.OutOfRange> {
            diary.saveSession(draft.copy(ratings = listOf(rating(Phase.BEFORE, 7000), rating(Phase.AFTER, 11_000))), at(EVENING))
        }
        // Had the refused one left its session behind, this would be an overlap.
        val saved = diary.saveSession(draft, at(EVENING))
        assertEquals("2026-11-24" to emptyList(), saved.day to saved.warnings)
        val overlap = assertFailsWith<DiaryException.Overlap> { diary.saveSession(draft, at(EVENING)) }
        assertEquals(saved.id, overlap.sessionId)
        val nextMorning = at(EVENING + 12 * 60 * MINUTE)
        val followUp = rating(Phase.FOLLOW_UP, 3000)
        assertEquals(emptyList(), diary.rateSession(saved.id, followUp, RecordedBy.OWN, nextMorning))
        val twice = assertFailsWith<DiaryException.RatedBefore> { diary.rateSession(saved.id, followUp, RecordedBy.OWN, nextMorning) }
        assertEquals("stress", twice.measureId)
    }

    @Test
    fun `the report is a whole PDF and the same bytes twice`() = newDiary(folder).use { diary ->
        for (day in 1..20) {
            val evening = EVENING + (day - 24) * DAY
            diary.saveCheckIn(checkIn(evening, "stress" to (day % 7).toLong()), at(evening))
        }
        val file = folder.resolve("report.pdf")
        val options = ReportOptions(madeAt = at(EVENING), paper = Paper.A4)
        val written = diary.writeReport(file.toString(), options)
        val bytes = file.readBytes()
        assertEquals("%PDF-1.7", bytes.decodeToString(0, 8))
        assertEquals("%%EOF", bytes.decodeToString(bytes.size - 6, bytes.size).trim())
        assertEquals(written.bytes, bytes.size.toULong())
        assertTrue(bytes.size > 10_000, "${bytes.size} bytes")
        assertTrue(written.pages >= 1u)
        // No visit: the 90 days up to the day it is made.
        assertEquals(Period("2026-08-27", "2026-11-24"), written.period)
        val again = folder.resolve("again.pdf")
        diary.writeReport(again.toString(), options)
        assertContentEquals(bytes, again.readBytes())
    }

    @Test
    fun `a report that has no place leaves nothing behind`() = newDiary(folder).use { diary ->
        diary.saveCheckIn(checkIn(EVENING, "stress" to 6L), at(EVENING))
        val nowhere = folder.resolve("no such folder/report.pdf")
        val refused = assertFailsWith<DiaryException.OutputNotWritten> {
            diary.writeReport(nowhere.toString(), ReportOptions(at(EVENING), Paper.LETTER))
        }
        assertEquals(nowhere.toString(), refused.path)
        assertTrue(Files.notExists(nowhere.parent))
    }

    @Test
    fun `a shut diary says so`() = newDiary(folder).use { diary ->
        diary.shut()
        diary.shut()
        assertFailsWith<DiaryException.Shut> { diary.today(at(EVENING)) }
        assertFailsWith<DiaryException.Shut> { diary.saveCheckIn(checkIn(EVENING, "stress" to 6L), at(EVENING)) }
        val file = folder.resolve("report.pdf")
        assertFailsWith<DiaryException.Shut> { diary.writeReport(file.toString(), ReportOptions(at(EVENING), Paper.A4)) }
        assertTrue(Files.notExists(file))
    }

    @Test
    fun `a zone the library does not know costs no entry`() = newDiary(folder).use { diary ->
        val now = Moment(EVENING, 3600, "GMT+01:00")
        val saved = diary.saveCheckIn(checkIn(EVENING, "stress" to 6L), now)
        assertEquals(Moment(EVENING, 3600, null), saved.recordedAt)
    }
}
