package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

/** What an app sees of a panic in the library: an internal error, and an object that goes on. */
class PlantedPanicTest {
    @TempDir
    lateinit var folder: Path

    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val now = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

    private fun newDiary(): OpenDiary = OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, now)

    private fun OpenDiary.rate(value: Long) =
        saveCheckIn(CheckInDraft(ratedAt = now, ratings = listOf(Rated("stress", value)), recordedBy = RecordedBy.OWN), now)

    @Test
    fun `a panic is an internal error and the diary goes on`(): Unit = newDiary().use { diary ->
        diary.rate(6000)
        repeat(3) { assertFailsWith<InternalException> { diary.plantedPanic() } }
        diary.rate(4000)
        assertEquals(2u, diary.today(now).checkIns)
    }

    @Test
    fun `a panic within an import leaves nothing of it`(): Unit = newDiary().use { diary ->
        val file = folder.resolve("daylio.csv")
        file.writeText(
            "full_date,date,weekday,time,mood,activities,note_title,note\n" +
                "2026-11-20,20 November,Friday,20:00,good,\"\",\"\",\"\"\n",
        )
        diary.readImport(ImportRequest(file.toString()), now).use { pending ->
            assertFailsWith<InternalException> { diary.plantedPanicInImport(pending) }
            assertEquals(emptyList(), diary.entries(Span()))
            assertEquals(emptyList(), diary.imports())
            val taken = diary.applyImport(pending, ImportChoices(skipRejected = false, restoreDeleted = false), null, now)
            assertEquals(1u, taken.counts.new)
        }
    }
}
