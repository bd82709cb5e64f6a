package org.tidemark.logic.imports

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Direction
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Span
import org.tidemark.logic.Answer
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Env
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Phone
import org.tidemark.logic.Place
import org.tidemark.logic.Progress
import org.tidemark.logic.Store
import org.tidemark.logic.evening
import org.tidemark.logic.session.session
import java.io.File
import java.nio.file.Path
import java.util.concurrent.Executor
import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Imports over the real library: files of each kind, breaking off while it runs, and the way back. */
class ImportsOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private var chosen: ChosenFile? = null
    private val diary: OpenDiary by lazy { OpenDiary.create(folder.resolve("my.diary").toString(), "four plain words here", null, evening) }
    private val env: Env by lazy {
        val direct = Executor { it.run() }
        Env(diary, { evening }, Phone(outbox = folder.toString(), chooseFile = { chosen }), direct, direct)
    }

    private fun screen() = env.store(importsFeature(env)).also { it.send(ImportsEvent.Shown) }

    private fun Store<ImportsState, ImportsEvent, ImportsEffect>.choose(file: File) = apply {
        chosen = ChosenFile(file.path, file.name)
        send(ImportsEvent.FileAsked)
    }

    private fun file(name: String, text: String) = folder.resolve(name).also { it.writeText(text) }.toFile()

    private fun daylio(rows: Int) = file(
        "daylio_export.csv",
        "full_date,date,weekday,time,mood,activities,scales,note_title,note\n" +
            (0 until rows).joinToString("") { "2026-0${1 + it / 600}-${(1 + it / 24 % 25).toString().padStart(2, '0')},x,x,${it % 24}:00,good,,,,entry $it\n" },
    )

    private val inputs = File("../../tests/inputs")

    @Test
    fun `each app's own file is recognised and what it asks is asked in its kind`() {
        val found = listOf("daylio-now.csv", "bearable-now.csv", "track-and-graph.csv", "loop-now.zip").map { name ->
            val state = screen().choose(File(inputs, "valid/apps/$name")).state
            assertEquals(Step.LOOK, state.step, "$name ${state.refused}")
            checkNotNull(state.found).preview.format to state.waiting.map { it.name to it.takesNow }.toSet()
        }
        assertEquals(listOf("daylio", "bearable", "track_and_graph", "loop_habits"), found.map { it.first })
        // The words that the answers beside these files are about.
        assertTrue(("super" to Takes.MOOD) in found[0].second, "${found[0]}")
        assertEquals(setOf<Pair<String, Takes?>>("Floss, twice" to Takes.PRACTICE, "Knitting" to Takes.PRACTICE), found[3].second)
        val steps = screen().choose(File(inputs, "invalid/apps/too-many-steps.csv")).state
        assertEquals(listOf<Pair<String, Takes?>>("Steps" to Takes.RANGE), steps.waiting.map { it.name to it.takesNow })
    }

    @Test
    fun `a range is an answer once it is one and a habit becomes a practice`() {
        val screen = screen().choose(File(inputs, "invalid/apps/too-many-steps.csv"))
        screen.send(ImportsEvent.RangeTyped("Steps", RangeTyped("0", "")))
        assertEquals(1, screen.state.waiting.size)
        screen.send(ImportsEvent.RangeTyped("Steps", RangeTyped("0", "20000", "100")))
        assertEquals("0..20000/100", screen.state.said.answers["Steps"])
        screen.send(ImportsEvent.LookAsked)
        assertEquals(emptyList(), screen.state.waiting)
        // 12,345 is on no step of a hundred: that row is told, the other one is new.
        assertEquals(1u to 1u, checkNotNull(screen.state.found).preview.run { counts.new to rejected })
        screen.send(ImportsEvent.RangeTyped("Steps", RangeTyped("0", "x")))
        assertEquals(null to true, screen.state.said.answers["Steps"] to screen.state.stale)

        val habits = screen().choose(File(inputs, "valid/apps/loop-now.zip"))
        habits.send(ImportsEvent.NameAnswered("Floss, twice", "breathing"))
        habits.send(ImportsEvent.NameAnswered("Knitting", SKIP))
        habits.send(ImportsEvent.LookAsked)
        assertEquals(emptyList(), habits.state.waiting)
        val names = checkNotNull(habits.state.found).preview.names.associate { it.name to it.becoming }
        assertEquals<Map<String, Becoming?>>(
            mapOf("Floss, twice" to Becoming.OfPractice("breathing"), "Knitting" to Becoming.LeftOut, "Meditate" to Becoming.OfPractice("mindfulness")),
            listOf("Floss, twice", "Knitting", "Meditate").associateWith { names[it] },
        )
        habits.send(ImportsEvent.ApplyAsked)
        assertEquals(Step.DONE, habits.state.step)
        assertTrue(diary.records(Kind.PRACTICE, Span()).isNotEmpty())
    }

    @Test
    fun `breaking off while it runs adds nothing and the next one runs to its end`() {
        val screen = screen().choose(daylio(450))
        val seen = mutableListOf<Progress>()
        screen.watcher = { state -> state.progress?.takeIf { it !in seen }?.let { seen += it; screen.send(ImportsEvent.BreakOffAsked) } }
        screen.send(ImportsEvent.ApplyAsked)
        assertEquals(Step.LOOK to Refused.BrokenOff, screen.state.step to screen.state.refused)
        // One call of the watcher, the first hundred: what comes after it was broken off.
        assertEquals(1, seen.size)
        assertTrue(seen.single().done < seen.single().total)
        assertEquals(emptyList(), diary.entries(Span()))
        assertEquals(emptyList(), diary.imports())
        screen.watcher = null
        screen.send(ImportsEvent.ApplyAsked)
        assertEquals(Step.DONE to 450u, screen.state.step to screen.state.done?.new)
        assertEquals(450, diary.entries(Span()).size)
    }

    @Test
    fun `entries that were edited since are asked about and kept`() {
        val screen = screen().choose(daylio(5))
        screen.send(ImportsEvent.ApplyAsked)
        val edited = diary.entries(Span()).first()
        diary.changeRating(edited.id, "daylio_mood", 2000, evening)
        val batch = checkNotNull(screen.state.past).single().batchId
        screen.send(ImportsEvent.UndoAsked(batch))
        screen.send(ImportsEvent.UndoConfirmed)
        assertEquals(Edited(1u, 0u), screen.state.undo?.edited)
        assertEquals(5, diary.entries(Span()).size)
        screen.send(ImportsEvent.UndoLeft)
        assertNull(screen.state.undo)
        assertEquals(5, diary.entries(Span()).size)
        screen.send(ImportsEvent.UndoAsked(batch))
        screen.send(ImportsEvent.UndoConfirmed)
        screen.send(ImportsEvent.UndoConfirmed)
        assertEquals(4u to 1u, screen.state.undone?.let { it.removed to it.edited })
        assertEquals(listOf(edited.id), diary.entries(Span()).map { it.id })
        assertEquals(true, screen.state.past?.single()?.undone)
    }

    @Test
    fun `what was said about columns is still there after a look at another screen`() {
        val first = screen().choose(file("own.csv", "Day,Calm\n2026-11-03,4\n"))
        assertEquals(Step.COLUMNS, first.state.step)
        first.send(ImportsEvent.CommaChosen(true))
        val again = screen()
        assertEquals(Step.COLUMNS to true, again.state.step to again.state.mapping?.comma)
        again.send(ImportsEvent.Left)
        assertEquals(Step.FILE, screen().state.step)
    }

    @Test
    fun `a file that is looked at waits behind another screen and is read again`() {
        val screen = screen().choose(daylio(5))
        screen.send(ImportsEvent.NameAnswered("good", "5"))
        val again = screen()
        assertEquals(Step.LOOK to mapOf("good" to "5"), again.state.step to again.state.said.answers)
        // Read again with what was said, so its counts hold.
        assertEquals(false to true, again.state.stale to again.state.canApply)
        again.send(ImportsEvent.ApplyAsked)
        assertEquals(5.0, diary.entries(Span()).first().values.single().value)
        assertEquals(Step.FILE, screen().state.step)
        assertNull(env.drafts.of(Place.Imports, ImportsState::class.java))
    }

    @Test
    fun `a table with names that TOML would trip over is read as it is told`() {
        val odd = "a \"b\" \\ c"
        val screen = screen().choose(file("own.csv", "Day,\"a \"\"b\"\" \\ c\",note\n24.11.2026,-1,x\n23.11.2026,3,\n"))
        assertEquals(listOf("Day", odd, "note"), screen.state.mapping?.columns?.map { it.name })
        assertEquals("%d.%m.%Y", dayFormats.onlyFor("24.11.2026"))
        screen.send(ImportsEvent.ColumnSet(0, ColumnUse.Day("%d.%m.%Y")))
        screen.send(ImportsEvent.ColumnSet(1, ColumnUse.Values(label = odd, range = RangeTyped("-3", "3"), direction = Direction.HIGHER_BETTER)))
        screen.send(ImportsEvent.ColumnsGiven)
        assertEquals(Step.LOOK, screen.state.step, "${screen.state.refused}")
        screen.send(ImportsEvent.ApplyAsked)
        assertEquals(2u, screen.state.done?.new)
        val made = diary.measures().single { it.id.startsWith("own_") }
        assertEquals(listOf(odd, -3000L, 3000L, Direction.HIGHER_BETTER), listOf(made.label, made.minMilli, made.maxMilli, made.direction))
        assertEquals(listOf<Double?>(3.0, -1.0), diary.entries(Span()).map { it.values.single().value })
        // The same table, told the same: everything is here already.
        val again = screen().choose(folder.resolve("own.csv").toFile())
        again.send(ImportsEvent.ColumnSet(0, ColumnUse.Day("%d.%m.%Y")))
        again.send(ImportsEvent.ColumnSet(1, ColumnUse.Values(measureId = made.id)))
        again.send(ImportsEvent.ColumnsGiven)
        assertEquals(2u to 0u, checkNotNull(again.state.found).preview.counts.run { same to new })
    }

    @Test
    fun `a row with a session becomes one with its start, length, style, pressure and ratings`() {
        val rows = "Day;Start;Min;Kind;Firm;Stress pre;Stress post;Calm pre;Calm post;Mood\n20/11/2026;14:00;75;Shiatsu;2;7;3;2,5;8;6\n21/11/2026;;;;;;;;;5\n"
        val screen = screen().choose(file("sessions.csv", rows))
        val calm = ColumnUse.Values(label = "Calm", range = RangeTyped("0", "10", "0.5"), direction = Direction.HIGHER_BETTER, about = About.BEFORE)
        val uses = listOf(
            ColumnUse.Day("%d/%m/%Y"), ColumnUse.Time("%H:%M"), ColumnUse.Length, ColumnUse.Style, ColumnUse.Pressure,
            ColumnUse.Values("stress", about = About.BEFORE), ColumnUse.Values("stress", about = About.AFTER),
            calm, calm.copy(about = About.AFTER), ColumnUse.Values("mood"),
        )
        uses.forEachIndexed { at, use -> screen.send(ImportsEvent.ColumnSet(at, use)) }
        screen.send(ImportsEvent.CommaChosen(true))
        screen.send(ImportsEvent.ColumnsGiven)
        assertEquals(Step.LOOK, screen.state.step, "${screen.state.refused} ${screen.state.mapping?.faults}")
        screen.send(ImportsEvent.ApplyAsked)
        // The session, the ratings before it and after it, and the mood of two days.
        assertEquals(5u, screen.state.done?.new)
        val session = diary.session(diary.records(Kind.SESSION, Span()).single().id, evening, reveal = true)
        // 14:00 in Berlin; `date -u -d 2026-11-20T13:00Z +%s` is 1795179600.
        assertEquals(listOf<Any?>(1_795_179_600_000, 75, SessionStatus.HELD), listOf(session.startedAt.epochMs, session.actualMin, session.status))
        assertEquals(1_795_179_600_000 + 75 * 60_000, session.endedAt?.epochMs)
        assertEquals(Modality.SHIATSU to 2, session.choices.style to session.choices.pressure)
        val (stress, ownCalm) = MeasureId("stress") to MeasureId("own_calm")
        assertEquals(mapOf<MeasureId, Answer>(stress to Answer.Recorded(7000), ownCalm to Answer.Recorded(2500)), session.before?.answers)
        assertEquals(mapOf<MeasureId, Answer>(stress to Answer.Recorded(3000), ownCalm to Answer.Recorded(8000)), session.after?.answers)
        val made = diary.measures().single { it.id.startsWith("own_") }
        assertEquals(listOf<Any?>("own_calm", "Calm", 0L, 10_000L, 500L), listOf(made.id, made.label, made.minMilli, made.maxMilli, made.stepMilli))
        val moods = diary.entries(Span()).filter { it.values.isNotEmpty() }.associate { it.day to it.values.map { value -> value.value } }
        assertEquals(mapOf<String, List<Double?>>("2026-11-20" to listOf(6.0), "2026-11-21" to listOf(5.0)), moods)
    }

    @Test
    fun `what a table is refused for leads back to its columns`() {
        val screen = screen().choose(file("own.csv", "Day,stress\n24.11.2026,5\n"))
        screen.send(ImportsEvent.ColumnSet(0, ColumnUse.Day("%d.%m.%Y")))
        // The diary's own word for a measure that is there with another range.
        val made = ColumnUse.Values(label = "stress", range = RangeTyped("0", "10"), direction = Direction.HIGHER_WORSE)
        screen.send(ImportsEvent.ColumnSet(1, made))
        screen.send(ImportsEvent.ColumnsGiven)
        screen.send(ImportsEvent.ApplyAsked)
        val again = screen().choose(folder.resolve("own.csv").toFile())
        again.send(ImportsEvent.ColumnSet(0, ColumnUse.Day("%d.%m.%Y")))
        again.send(ImportsEvent.ColumnSet(1, made.copy(range = RangeTyped("0", "5"))))
        again.send(ImportsEvent.ColumnsGiven)
        assertEquals(Step.COLUMNS, again.state.step)
        assertTrue("own_stress" in assertIs<Refused.OfFile>(again.state.refused).reason)
    }
}
