package org.tidemark.ui.report

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.graphics.toComposeImageBitmap
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.runComposeUiTest
import org.jetbrains.skia.Image
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.Spoken
import org.tidemark.bindings.SpokenKind
import org.tidemark.bindings.uniffiEnsureInitialized
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.Store
import org.tidemark.logic.Tab
import org.tidemark.logic.report.PreviewEvent
import org.tidemark.logic.report.PreviewState
import org.tidemark.logic.report.previewFeature
import org.tidemark.ui.Look
import org.tidemark.ui.Shown
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.Shell
import org.tidemark.ui.assertAccessible
import org.tidemark.ui.assertPicture
import java.nio.file.Files
import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** The pages of a made-up diary, laid out by the library itself. */
@OptIn(ExperimentalTestApi::class)
class PreviewViewTest {
    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val options = ReportOptions(evening, Paper.A4, Period("2026-11-01", "2026-11-24"))
    private val loading = PreviewState(options)
    private val filled: PreviewState by lazy { laidOut() }
    private val decoder = PictureDecoder { png -> Image.makeFromEncoded(png).toComposeImageBitmap() }

    private fun laidOut(): PreviewState {
        uniffiEnsureInitialized()
        val folder = Files.createTempDirectory("preview").toFile()
        try {
            return OpenDiary.create(folder.resolve("my.diary").path, "four plain words here", null, evening).use { diary ->
                for (day in 0L..19L) {
                    val at = evening.copy(epochMs = evening.epochMs - day * 86_400_000)
                    val ratings = listOf(Rated("stress", (3 + day % 5) * 1000), Rated("mood", (8 - day % 4) * 1000))
                    diary.saveCheckIn(CheckInDraft(ratedAt = at, ratings = ratings, recordedBy = RecordedBy.OWN), at)
                }
                val direct = Executor { it.run() }
                val feature = previewFeature(diary, options)
                Store(feature, direct, direct).also { store -> store.send(checkNotNull(feature.shown)) }.state.also { diary.shut() }
            }
        } finally {
            folder.deleteRecursively()
        }
    }

    @Composable
    private fun Screen(state: PreviewState, send: (PreviewEvent) -> Unit = {}, go: Go = Go.nowhere, with: PictureDecoder = decoder) {
        CompositionLocalProvider(LocalPictureDecoder provides with) {
            Shell("Preview", go, Tab.REPORT, canGoBack = true) { PreviewView(state, send, go) }
        }
    }

    @Test
    fun `each page is a picture with a heading and its words a tap away`() = runComposeUiTest {
        val sent = mutableListOf<PreviewEvent>()
        setContent { Shown(Look.LIGHT) { Screen(filled, sent::add) } }
        val pages = checkNotNull(filled.pages)
        onAllNodes(hasText("Page ", substring = true).and(SemanticsMatcher.keyIsDefined(SemanticsProperties.Heading))).assertCountEquals(pages.size)
        onNodeWithContentDescription("Picture of page 1. Its words are in Read this page.").assertExists()
        onNodeWithText("Read page 1 as text").performScrollTo().performClick()
        assertEquals(listOf<PreviewEvent>(PreviewEvent.WordsAsked(1)), sent)
    }

    @Test
    fun `the words of a page are those of the library with its headings`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(read = setOf(1))) } }
        val spoken = checkNotNull(filled.pages).first().spoken
        assertTrue(spoken.size > 5, "${spoken.size} things said on page 1")
        onAllNodes(hasText(spoken.first().text).and(SemanticsMatcher.keyIsDefined(SemanticsProperties.Heading))).assertCountEquals(1)
    }

    @Test
    fun `without a decoder the words stand in place of the picture`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled, with = { null }) } }
        onAllNodes(hasText("Read page 1 as text")).assertCountEquals(0)
        onNodeWithText(checkNotNull(filled.pages).first().spoken.last().text).performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `what is sent is what was looked at`() = runComposeUiTest {
        val gone = mutableListOf<Place>()
        setContent { Shown(Look.LIGHT) { Screen(filled, go = Go(gone::add, {}, {}, {})) } }
        onNodeWithText("Choose how to send it").performScrollTo().performClick()
        assertEquals(listOf<Place>(Place.ReportShare(options)), gone)
    }

    @Test
    fun `a page beside the report goes on its way from its own screen`() = runComposeUiTest {
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(options = null)) } }
        onNodeWithText("To send or print it, go back.").performScrollTo().assertIsDisplayed()
        onAllNodes(hasText("Choose how to send it")).assertCountEquals(0)
    }

    @Test
    fun `everything a page says is among its words`() = runComposeUiTest {
        val said = SpokenKind.entries.map { Spoken(it, "said as $it") }
        val page = checkNotNull(filled.pages).first().copy(spoken = said)
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(pages = listOf(page), read = setOf(1))) } }
        for (each in said) onNodeWithText(each.text).performScrollTo().assertIsDisplayed()
    }

    @Test
    fun `the words of the last page are asked for and hidden by its own button`() = runComposeUiTest {
        val sent = mutableListOf<PreviewEvent>()
        val last = checkNotNull(filled.pages).size
        setContent { Shown(Look.LIGHT) { Screen(filled.copy(read = setOf(last)), sent::add) } }
        onNodeWithText("Hide the text of page $last").performScrollTo().performClick()
        onAllNodes(hasText("Read page $last as text")).assertCountEquals(0)
        assertTrue(last > 1)
        assertEquals(listOf<PreviewEvent>(PreviewEvent.WordsAsked(last)), sent)
    }

    @Test
    fun `that nothing has left is said and pages that could not be laid out are asked for again`() {
        runComposeUiTest {
            setContent { Shown(Look.LIGHT) { Screen(filled) } }
            onNodeWithText("These are the pages as they will be sent. Nothing has left this phone.").assertIsDisplayed()
        }
        runComposeUiTest {
            val sent = mutableListOf<PreviewEvent>()
            setContent { Shown(Look.LIGHT) { Screen(loading.copy(problem = Problem.Busy), sent::add) } }
            onNodeWithText("Something else is writing to your records. Nothing was lost; try again.").assertIsDisplayed()
            onNodeWithText("Try again").performClick()
            assertEquals(listOf<PreviewEvent>(PreviewEvent.Shown), sent)
        }
    }

    @Test
    fun `every state is accessible in every look`() {
        for ((name, state) in states()) assertAccessible("preview $name") { Screen(state) }
    }

    @Test
    fun `every state looks as it did`() {
        for ((name, state) in states()) assertPicture("preview-$name", Look.LIGHT, height = 1400) { Screen(state) }
        for ((look, shown) in Look.ALL - "light") assertPicture("preview-filled-$look", shown, height = 1400) { Screen(filled) }
    }

    private fun states() = mapOf(
        "loading" to loading,
        "filled" to filled,
        "words" to filled.copy(read = setOf(1)),
        "error" to loading.copy(problem = Problem.Busy),
    )
}
