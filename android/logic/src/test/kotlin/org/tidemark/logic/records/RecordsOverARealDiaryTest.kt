package org.tidemark.logic.records

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.Moment
import org.tidemark.logic.Phone
import org.tidemark.logic.Problem
import org.tidemark.logic.Store
import java.nio.file.Path
import java.util.concurrent.Executor
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull

/** Forms over the real library: what it writes, and which field it says is at fault. */
class RecordsOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    // 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    private val evening = Moment(1_795_550_640_000, 3600, "Europe/Berlin")
    private val diary: OpenDiary by lazy { OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening) }
    private val env: Env by lazy {
        val direct = Executor { it.run() }
        Env(diary, { evening }, Phone(outbox = folder.toString()), direct, direct)
    }

    private fun screen(kind: Kind) = env.store(recordsFeature(env, kind)).also { it.send(RecordsEvent.Shown) }

    private fun Store<RecordsState, RecordsEvent, RecordsEffect>.fill(vararg fields: Pair<String, String>) = apply {
        send(RecordsEvent.Added)
        for ((field, text) in fields) send(RecordsEvent.Typed(field, text))
        send(RecordsEvent.Submitted)
    }

    private fun saved(kind: Kind, vararg fields: Pair<String, String>): Map<String, String> {
        val state = screen(kind).fill(*fields).state
        assertNull(state.form, "${state.form?.broken} ${state.form?.problem}")
        return checkNotNull(state.rows).single().shown
    }

    @Test
    fun `each kind is written as it was typed`() {
        assertEquals(
            mapOf("name" to "Sertraline", "times" to "08:00\n20:30", "touch_notes" to "drowsy\nsore", "start" to "2026-09-02"),
            saved(Kind.MEDICATION, "name" to " Sertraline ", "times" to "08:00\n\n20:30", "touch_notes" to "drowsy\nsore", "start" to "2026-09-02"),
        )
        val medicine = diary.records(Kind.MEDICATION, Span()).single().id
        assertEquals(
            mapOf("medication_id" to medicine, "at" to "2026-11-24", "kind" to "up", "from" to "25 mg"),
            saved(Kind.MEDICATION_CHANGE, "kind" to "up", "from" to "25 mg"),
        )
        assertEquals(mapOf("start" to "2026-11-24", "kind" to "travel"), saved(Kind.EVENT, "kind" to "travel"))
        assertEquals(mapOf("name" to "Dr Weber", "role" to "psychiatrist", "share" to "trends"), saved(Kind.CARE_TEAM_MEMBER, "name" to "Dr Weber", "role" to "psychiatrist", "share" to "trends"))
        assertEquals(mapOf("logical_date" to "2026-11-24", "kind" to "movement", "minutes" to "30"), saved(Kind.PRACTICE, "kind" to "movement", "minutes" to "30"))
    }

    @Test
    fun `a visit is at the clock of the phone on its own day, in summer time too`() {
        assertEquals("2026-12-01 10:00", saved(Kind.VISIT, "at" to "2026-12-01 10:00", "questions" to "How long | how often?\nWhy?")["at"])
        // Berlin is an hour ahead of UTC in winter, two in summer.
        assertEquals("2026-12-01T10:00:00+01:00[Europe/Berlin]", diary.records(Kind.VISIT, Span()).single().text("at"))
        val screen = screen(Kind.VISIT).fill("at" to "2027-07-01 10:00")
        assertNull(screen.state.form)
        assertEquals("2027-07-01T10:00:00+02:00[Europe/Berlin]", diary.records(Kind.VISIT, Span()).last().text("at"))
    }

    @Test
    fun `a rule between fields stands at the field it is about`() {
        fun at(kind: Kind, vararg fields: Pair<String, String>) = checkNotNull(screen(kind).fill(*fields).state.form).broken.filterValues { it is Broken.Rule }.keys.single()
        assertEquals("stop", at(Kind.MEDICATION, "name" to "a", "start" to "2026-09-02", "stop" to "2026-09-01"))
        assertEquals("end", at(Kind.EVENT, "kind" to "travel", "start" to "2026-09-02", "end" to "2026-09-01"))
        assertEquals("review_on", at(Kind.GOAL, "text" to "walk", "review_on" to "2026-11-23"))
        assertEquals("questions", at(Kind.VISIT, "at" to "2026-12-01 10:00", "questions" to (1..6).joinToString("\n") { "question $it" }))
        assertEquals("times", at(Kind.MEDICATION, "name" to "a", "times" to "25:10"))
    }

    @Test
    fun `a questionnaire is held to its range and its sum and the ninth item opens the way to help`() {
        fun result(vararg fields: Pair<String, String>) = screen(Kind.INSTRUMENT_RESULT).fill("instrument" to "phq_9", *fields).state
        assertEquals(mapOf<String, Broken>("total" to Broken.Above(28, 27)), checkNotNull(result("total" to "28").form).broken)
        env.drafts.keep(org.tidemark.logic.Place.Records("instrument_result"), null)
        val nine = (1..9).joinToString("\n") { "$it:1" }
        assertEquals(mapOf<String, Broken>("items" to Broken.Sum(9, 8)), checkNotNull(result("total" to "8", "items" to nine).form).broken)
        env.drafts.keep(org.tidemark.logic.Place.Records("instrument_result"), null)
        assertEquals(false, result("total" to "5").offersHelp)
        assertEquals(false, result("total" to "1", "items" to "9:0").offersHelp)
        val asked = result("total" to "9", "items" to nine)
        // It is stored first, and then the page is offered.
        assertEquals(true to 3, asked.offersHelp to asked.rows?.size)
    }

    @Test
    fun `a form that was left for another screen is still there and goes when it is saved or closed`() {
        screen(Kind.GOAL).apply {
            send(RecordsEvent.Added)
            send(RecordsEvent.Typed("text", "sleep"))
        }
        val again = screen(Kind.GOAL)
        assertEquals(mapOf("text" to "sleep"), again.state.form?.texts)
        again.send(RecordsEvent.Submitted)
        assertNull(screen(Kind.GOAL).state.form)
        screen(Kind.GOAL).apply {
            send(RecordsEvent.Added)
            send(RecordsEvent.Closed)
        }
        assertNull(screen(Kind.GOAL).state.form)
    }

    @Test
    fun `undo touches no act of another screen`() {
        val screen = screen(Kind.GOAL).fill("text" to "sleep")
        assertNotNull(screen.state.undo)
        val later = evening.copy(epochMs = evening.epochMs + 60_000)
        diary.addRecord(Kind.EVENT, listOf(FieldText("kind", "travel")), RecordedBy.OWN, later)
        screen.send(RecordsEvent.Undone)
        assertEquals(Problem.Busy, screen.state.problem)
        assertEquals(1 to 1, diary.records(Kind.GOAL, Span()).size to diary.records(Kind.EVENT, Span()).size)
    }

    @Test
    fun `a list that cannot be read is no empty list`() {
        diary.saveCheckIn(CheckInDraft(ratedAt = evening, ratings = listOf(Rated("stress", 6000)), recordedBy = RecordedBy.OWN), evening)
        diary.shut()
        val state = screen(Kind.GOAL).state
        assertNull(state.rows)
        assertIs<Problem.Shut>(state.problem)
    }

    @Test
    fun `places name kinds`() {
        assertEquals(Kind.MEDICATION_CHANGE, kindOf("medication_change"))
        assertNull(kindOf("colour"))
    }
}
