package org.tidemark.logic.report

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.Preset
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.defaultSections
import org.tidemark.bindings.sectionsFor
import org.tidemark.logic.Env
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Problem
import java.nio.ByteBuffer
import java.nio.file.Path
import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** The builder and the preview over the real library. */
class ReportOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")

    private fun create(): OpenDiary = OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening).also { diary ->
        diary.saveCheckIn(CheckInDraft(ratedAt = evening, ratings = listOf(Rated("stress", 6000)), recordedBy = RecordedBy.OWN), evening)
    }

    private fun env(diary: OpenDiary): Env {
        val direct = Executor { it.run() }
        return Env(diary, { evening }, Phone(outbox = folder.toString()), direct, direct)
    }

    @Test
    fun `without a visit the last ninety days are offered and dates asked for`(): Unit = create().use { diary ->
        val env = env(diary)
        val screen = env.store(reportFeature(env)).also { it.send(ReportEvent.Shown) }
        assertNull(screen.state.basis?.lastVisit)
        // 90 days that end on 24 November: 24 + 31 (October) + 30 (September) = 85, so they begin on 27 August.
        assertEquals(Period("2026-08-27", "2026-11-24"), screen.state.options?.period)
        assertTrue((screen.state.laid?.pages ?: 0) >= 1)
    }

    @Test
    fun `each recipient begins with what the core gives to them`(): Unit = create().use { diary ->
        val env = env(diary)
        val ticked = checkNotNull(env.store(reportFeature(env)).also { it.send(ReportEvent.Shown) }.state.basis).ticked
        assertEquals(defaultSections(), ticked[Recipient.USUAL])
        assertEquals(sectionsFor(Preset.PRESCRIBER), ticked[Recipient.PRESCRIBER])
        assertEquals(sectionsFor(Preset.TALKING_THERAPIST), ticked[Recipient.TALKING_THERAPIST])
        assertEquals(sectionsFor(Preset.MASSAGE_THERAPIST), ticked[Recipient.MASSAGE_THERAPIST])
    }

    @Test
    fun `pages that could not be laid out are laid out when they are asked for again and once`() {
        val failed = reduce(PreviewState(null), PreviewEvent.NotLaidOut(Problem.StorageFull)).state
        val again = reduce(failed, PreviewEvent.Shown)
        assertEquals(listOf<PreviewEffect>(PreviewEffect.LayOut) to null, again.effects to again.state.problem)
        assertEquals(emptyList(), reduce(reduce(again.state, PreviewEvent.LaidOut(emptyList())).state, PreviewEvent.Shown).effects)
    }

    @Test
    fun `what was chosen is chosen still on the way back and a name of 81 characters is not taken`(): Unit = create().use { diary ->
        val env = env(diary)
        val first = env.store(reportFeature(env)).also { it.send(ReportEvent.Shown) }
        first.send(ReportEvent.RecipientChosen(Recipient.MASSAGE_THERAPIST))
        first.send(ReportEvent.NameTicked(true))
        first.send(ReportEvent.NameTyped("x".repeat(80)))
        val again = env.store(reportFeature(env)).also { it.send(ReportEvent.Shown) }
        assertEquals(first.state.choices, again.state.choices)
        assertEquals(80, again.state.options?.name?.length)
        again.send(ReportEvent.NameTyped("x".repeat(81)))
        assertNull(again.state.options)
    }

    @Test
    fun `the pages are pictures of the width asked for and each has its words`(): Unit = create().use { diary ->
        val env = env(diary)
        val options = ReportOptions(evening, Paper.A4)
        val screen = env.store(previewFeature(diary, options, width = 300)).also { it.send(PreviewEvent.Shown) }
        val pages = checkNotNull(screen.state.pages)
        assertEquals((1..pages.size).toList(), pages.map { it.number })
        for (page in pages) {
            // A PNG file tells its width at byte 16.
            assertEquals(300, ByteBuffer.wrap(page.picture.png).getInt(16))
            assertTrue(page.spoken.isNotEmpty())
        }
        screen.send(PreviewEvent.WordsAsked(1))
        assertEquals(setOf(1), screen.state.read)
        screen.send(PreviewEvent.WordsAsked(1))
        assertEquals(emptySet(), screen.state.read)
    }

    @Test
    fun `the pages hold the note that is ticked and no other and a deleted one is gone from the ticks`(): Unit = create().use { diary ->
        fun noted(words: String) = diary.saveCheckIn(CheckInDraft(ratedAt = evening, ratings = listOf(Rated("mood", 5000)), note = words, recordedBy = RecordedBy.OWN), evening).id
        val (shared, own) = noted("for the doctor") to noted("for nobody")
        val env = env(diary)
        fun builder() = env.store(reportFeature(env)).also { it.send(ReportEvent.Shown) }
        val screen = builder()
        assertNull(screen.state.notesShown)
        screen.send(ReportEvent.NotesListed(true))
        assertEquals(setOf("for the doctor", "for nobody"), screen.state.notesShown?.map { it.firstWords }?.toSet())
        screen.send(ReportEvent.NoteTicked(shared, true))
        val options = checkNotNull(screen.state.options)
        fun preview(options: ReportOptions) = env.store(previewFeature(diary, options, width = 300)).also { it.send(PreviewEvent.Shown) }.state
        val said = preview(options).pages.orEmpty().flatMap { page -> page.spoken.map { it.text } }
        assertTrue(said.any { "for the doctor" in it })
        assertTrue(said.none { "for nobody" in it })
        diary.removeCheckIn(shared, evening)
        // What was laid out before is not laid out with a note less: it is refused, and the builder begins anew.
        assertEquals(null to Problem.NotTaken("this entry is not in the diary any more"), preview(options).let { it.pages to it.problem })
        val again = builder()
        assertEquals(emptyList(), again.state.choices?.included?.chosenNotes)
        assertEquals(emptyList(), again.state.laid?.leaves?.filter { it.code == "notes" })
        again.send(ReportEvent.NotesListed(true))
        assertEquals(listOf(own), again.state.notesShown?.map { it.entry })
    }

    @Test
    fun `a diary that was shut is a typed problem in both`(): Unit = create().use { diary ->
        val env = env(diary)
        diary.shut()
        assertEquals(Problem.Shut, env.store(reportFeature(env)).also { it.send(ReportEvent.Shown) }.state.problem)
        val preview = env.store(previewFeature(diary, ReportOptions(evening, Paper.A4))).also { it.send(PreviewEvent.Shown) }
        assertEquals(Problem.Shut to null, preview.state.problem to preview.state.pages)
    }
}
