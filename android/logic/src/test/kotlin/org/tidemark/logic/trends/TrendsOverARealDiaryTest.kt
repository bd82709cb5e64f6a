package org.tidemark.logic.trends

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.Ending
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Period
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.RunningScreen
import org.tidemark.logic.daysBefore
import org.tidemark.logic.evening
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

class TrendsOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private fun diary() = OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening)

    private fun OpenDiary.rate(days: Long, value: Long) = daysBefore(days).let { at ->
        saveCheckIn(CheckInDraft(ratedAt = at, ratings = listOf(Rated("stress", value * 1000)), recordedBy = RecordedBy.OWN), at)
    }

    private fun session(days: Long, ending: Ending, status: SessionStatus) =
        SessionDraft(startedAt = daysBefore(days), ending = ending, status = status, modality = Modality.SHIATSU, recordedBy = RecordedBy.OWN)

    private fun OpenDiary.add(kind: Kind, vararg fields: Pair<String, String>) =
        addRecord(kind, fields.map { (name, text) -> FieldText(name, text) }, RecordedBy.OWN, evening)

    private fun screen(diary: OpenDiary) = RunningScreen(trendsFeature(diary) { evening }).show()

    @Test
    fun `sessions that took place medicine changes and events of the days are marked`() = diary().use { diary ->
        diary.rate(3, 5)
        diary.saveSession(session(2, Ending.After(60u), SessionStatus.HELD), evening)
        diary.saveSession(session(5, Ending.NotHeld, SessionStatus.MISSED), evening)
        diary.saveSession(session(95, Ending.After(60u), SessionStatus.HELD), evening)
        val medicine = diary.add(Kind.MEDICATION, "name" to "Sertraline")
        diary.add(Kind.MEDICATION_CHANGE, "medication_id" to medicine.id, "at" to "2026-11-10", "kind" to "up")
        // Begins before the ninety days and reaches into them.
        diary.add(Kind.EVENT, "kind" to "travel", "start" to "2026-08-20", "end" to "2026-08-30")
        diary.add(Kind.EVENT, "kind" to "work", "start" to "2026-11-23", "label" to "new desk")
        val page = checkNotNull(screen(diary).state.page)
        assertEquals(Period("2026-08-27", "2026-11-24"), page.period)
        assertEquals(
            listOf(
                Marker(MarkerKind.EVENT, "2026-08-20", "2026-08-30", "part.event.travel", coded = true),
                Marker(MarkerKind.MEDICINE, "2026-11-10", words = "Sertraline"),
                Marker(MarkerKind.SESSION, "2026-11-22", words = "part.style.shiatsu", coded = true),
                Marker(MarkerKind.EVENT, "2026-11-23", words = "new desk"),
            ),
            page.markers,
        )
    }

    @Test
    fun `three values are drawn and two are not`() = diary().use { diary ->
        diary.rate(1, 5)
        diary.rate(2, 6)
        val screen = screen(diary)
        assertEquals(listOf(false), screen.state.page?.trends?.map { it.drawn })
        assertEquals("sentence.trend.listed", screen.state.page?.trends?.first()?.sentences?.first()?.id)
        diary.rate(3, 6)
        assertEquals(listOf(true), screen.show().state.page?.trends?.map { it.drawn })
    }

    @Test
    fun `an empty diary has no days and no panel`() = diary().use { diary ->
        val screen = screen(diary).send(TrendsEvent.StretchChosen(Stretch.ALL)).settle()
        assertNull(screen.state.page?.period)
        assertEquals(emptyList(), screen.state.page?.trends)
    }
}
