package org.tidemark.logic.report

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.ReportPreview
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.Spoken
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Next
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.reply

/** The pages of a report, or of a page beside it, before anything is sent. */
public data class PreviewState(
    /** What the report is made with; none for a page beside it, which goes on its way from its own screen. */
    val options: ReportOptions?,
    /** The pages in order; none until they were laid out. */
    val pages: List<Page>? = null,
    /** Pages whose words are shown as text. */
    val read: Set<Int> = emptySet(),
    val problem: Problem? = null,
)

/** A page as a picture, and what it says for a screen reader. */
public data class Page(val number: Int, val picture: Picture, val spoken: List<Spoken>)

/** Bytes of a PNG file; the same when they are the same object, so that a state is compared without looking at pixels. */
public class Picture(public val png: ByteArray)

public sealed interface PreviewEvent {
    public data object Shown : PreviewEvent

    /** The words of a page are to be shown, or hidden again. */
    public data class WordsAsked(val page: Int) : PreviewEvent

    public data class LaidOut(val pages: List<Page>) : PreviewEvent

    public data class NotLaidOut(val problem: Problem) : PreviewEvent
}

public sealed interface PreviewEffect {
    public data object LayOut : PreviewEffect
}

public fun reduce(state: PreviewState, event: PreviewEvent): Next<PreviewState, PreviewEffect> = when (event) {
    PreviewEvent.Shown -> if (state.pages == null) Next(state.copy(problem = null), PreviewEffect.LayOut) else Next(state)
    is PreviewEvent.WordsAsked -> Next(state.copy(read = if (event.page in state.read) state.read - event.page else state.read + event.page))
    is PreviewEvent.LaidOut -> Next(state.copy(pages = event.pages, problem = null))
    is PreviewEvent.NotLaidOut -> Next(state.copy(problem = event.problem))
}

/** The preview of a report over a diary; pictures are [width] pixels wide. */
public fun previewFeature(diary: OpenDiaryInterface, options: ReportOptions, width: Int = PICTURE_WIDTH): Feature<PreviewState, PreviewEvent, PreviewEffect> =
    feature(options, width) { diary.previewReport(options) }

/** The preview of a page beside the report. */
public fun sheetPreviewFeature(env: Env, sheet: Sheet, width: Int = PICTURE_WIDTH): Feature<PreviewState, PreviewEvent, PreviewEffect> =
    feature(null, width) { env.diary.previewSheet(sheet, env.diary.settings().paper, env.now()) }

private fun feature(options: ReportOptions?, width: Int, layOut: () -> ReportPreview): Feature<PreviewState, PreviewEvent, PreviewEffect> =
    Feature(PreviewState(options), PreviewEvent.Shown, ::reduce) { effect ->
        when (effect) {
            PreviewEffect.LayOut -> reply { layOut().use { pages(it, width) } }
                .event({ PreviewEvent.LaidOut(it) }) { PreviewEvent.NotLaidOut(it) }
        }
    }

/** Twice the width of a usual phone in its own units: sharp, and a page stays below half a megabyte. */
private const val PICTURE_WIDTH = 1080

private fun pages(preview: ReportPreview, width: Int): List<Page> =
    (1u..preview.pages()).map { page -> Page(page.toInt(), Picture(preview.picture(page, width.toUInt())), preview.spoken(page)) }
