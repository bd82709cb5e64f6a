package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import java.nio.ByteBuffer
import javax.imageio.ImageIO
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** Pages to look at and to listen to before anything is sent. */
class PreviewTest {
    @TempDir
    lateinit var folder: Path

    private val options = ReportOptions(madeAt = at(EVENING), paper = Paper.A4)

    private fun <T> previewed(look: (OpenDiary, ReportPreview) -> T): T = newDiary(folder).use { diary ->
        for (day in 0L..19L) diary.saveCheckIn(checkIn(EVENING - day * DAY, "stress" to day % 8), at(EVENING - day * DAY))
        diary.previewReport(options).use { look(diary, it) }
    }

    @Test
    fun `a page is a PNG of the width asked for with the proportions of the sheet`(): Unit = previewed { _, preview ->
        for (width in listOf(200, 1080)) {
            val png = preview.picture(1u, width.toUInt())
            val signature = byteArrayOf(0x89.toByte(), 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)
            assertContentEquals(signature, png.copyOf(8))
            assertEquals(width, ByteBuffer.wrap(png).getInt(16))
            val image = ImageIO.read(png.inputStream())
            // A4 is 210 by 297 mm.
            assertEquals(width, image.width)
            assertEquals(width * 297.0 / 210.0, image.height.toDouble(), 1.5)
            val colours = (0 until image.height).flatMap { y -> (0 until image.width).map { x -> image.getRGB(x, y) } }.toSet()
            assertTrue(colours.size > 10, "${colours.size} colours")
        }
    }

    @Test
    fun `the pages are those of the report and nothing has left`(): Unit = previewed { diary, preview ->
        assertEquals(emptyList(), diary.records(Kind.SHARE_LOG, Span()))
        assertEquals(diary.writeReport(folder.resolve("report.pdf").toString(), options).pages, preview.pages())
    }

    @Test
    fun `each page is spoken from its heading on`(): Unit = previewed { _, preview ->
        for (page in 1u..preview.pages()) {
            val spoken = preview.spoken(page)
            assertTrue(spoken.any { it.kind == SpokenKind.HEADING }, "page $page has no heading")
            assertTrue(spoken.all { it.text.isNotBlank() })
        }
        val first = preview.spoken(1u)
        assertEquals(SpokenKind.HEADING, first.first().kind)
        val figures = first.filter { it.kind == SpokenKind.FIGURE }
        assertTrue(figures.any { "Stress" in it.text }, "$figures")
    }

    @Test
    fun `a page or a width that is none is refused`(): Unit = previewed { _, preview ->
        for (page in listOf(0u, preview.pages() + 1u)) {
            assertFailsWith<DiaryException.Invalid> { preview.picture(page, 400u) }
            assertFailsWith<DiaryException.Invalid> { preview.spoken(page) }
        }
        for (width in listOf(0u, 3401u)) assertFailsWith<DiaryException.Invalid> { preview.picture(1u, width) }
    }

    @Test
    fun `a preview outlives the diary it was laid out from`(): Unit = newDiary(folder).use { diary ->
        diary.saveCheckIn(checkIn(EVENING, "stress" to 5L), at(EVENING))
        diary.previewReport(options).use { preview ->
            diary.shut()
            assertTrue(preview.picture(1u, 100u).size > 100)
        }
    }
}
