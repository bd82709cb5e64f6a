package org.tidemark.logic.plan

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Span
import org.tidemark.logic.CareDiary
import org.tidemark.logic.Env
import org.tidemark.logic.Problem
import org.tidemark.logic.Store
import org.tidemark.logic.evening
import org.tidemark.logic.records.text
import org.tidemark.logic.shown
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull

/** The plan over the real library: which version a change goes on from, and forms that are not lost. */
class PlanOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private fun over(check: CareDiary.() -> Unit) = CareDiary(folder).use(check)

    private fun Env.plan(): Store<PlanState, PlanEvent, PlanEffect> = shown(planFeature(this))

    private fun Store<PlanState, PlanEvent, PlanEffect>.change(field: String, to: String, day: String = "") {
        send(PlanEvent.ChangeAsked)
        send(PlanEvent.FieldChosen(field))
        send(PlanEvent.ToTyped(to))
        send(PlanEvent.ReasonChosen("response"))
        send(PlanEvent.DeciderChosen("together"))
        send(PlanEvent.DayTyped(day))
        send(PlanEvent.Submitted)
    }

    @Test
    fun `a change goes on from the newest version also when that has not begun`() = over {
        add(Kind.SESSION_PLAN, "since" to "2026-10-02", "minutes" to "60", "pressure" to "3")
        val screen = env().plan()
        screen.change("minutes", "45", "2026-12-01")
        now = evening.copy(epochMs = evening.epochMs + 60_000)
        screen.change("pressure", "2", "2026-12-01")
        val plan = assertNotNull(screen.state.plan)
        assertEquals("60" to "3", plan.inForce?.shown?.let { it["minutes"] to it["pressure"] })
        assertEquals("45" to "2", plan.coming?.shown?.let { it["minutes"] to it["pressure"] })
        assertEquals(listOf("pressure", "minutes"), plan.changes.map { it.field })
    }

    @Test
    fun `lists and times come back as they were typed`() = over {
        val screen = env().plan()
        screen.send(PlanEvent.Added)
        screen.send(PlanEvent.Typed("preferred_days", "mon\nthu"))
        screen.send(PlanEvent.Typed("preferred_times", "10:00\n17:30"))
        screen.send(PlanEvent.Typed("agreed_with", "R. Example | practice A"))
        screen.send(PlanEvent.Submitted)
        assertEquals(
            mapOf("since" to "2026-11-24", "preferred_days" to "mon\nthu", "preferred_times" to "10:00\n17:30", "agreed_with" to "R. Example | practice A"),
            screen.state.plan?.inForce?.shown,
        )
        screen.change("keep_apart", "talking_therapy:4\ndose:2")
        assertEquals("talking_therapy:4 | dose:2", diary.records(Kind.SESSION_PLAN, Span()).last().text("keep_apart"))
        assertEquals("talking_therapy:4\ndose:2" to null, screen.state.plan?.changes?.single()?.let { it.to to it.from })
    }

    @Test
    fun `a form is still there after a look at help and undo touches no act of another screen`() = over {
        val env = env()
        add(Kind.SESSION_PLAN, "minutes" to "60")
        env.plan().apply {
            send(PlanEvent.ChangeAsked)
            send(PlanEvent.FieldChosen("minutes"))
            send(PlanEvent.ToTyped("45"))
        }
        val again = env.plan()
        assertEquals("45", again.state.change?.to)
        again.send(PlanEvent.Closed)
        again.change("minutes", "45")
        assertNull(env.plan().state.change)
        now = evening.copy(epochMs = evening.epochMs + 60_000)
        add(Kind.EVENT, "kind" to "travel")
        again.send(PlanEvent.Undone)
        assertEquals(Problem.Busy, again.state.problem)
        assertEquals(2 to 1, diary.records(Kind.SESSION_PLAN, Span()).size to diary.records(Kind.EVENT, Span()).size)
    }

    @Test
    fun `days begin with the Monday of the week of today until they were moved`() = over {
        // 24 November 2026 is a Tuesday; five days on is the Sunday of its week, six the next Monday.
        val screen = env().plan()
        for ((days, monday) in listOf(0 to "2026-11-23", 5 to "2026-11-23", 6 to "2026-11-30")) {
            now = evening.copy(epochMs = evening.epochMs + days * 86_400_000L)
            screen.send(PlanEvent.Shown)
            assertEquals(monday, screen.state.days?.from)
        }
        screen.send(PlanEvent.DaysMoved(2))
        screen.send(PlanEvent.Shown)
        assertEquals("2026-12-14" to "2026-12-27", screen.state.days?.let { it.from to it.to })
    }

    @Test
    fun `an answer for days that are no longer asked for is dropped`() {
        val first = PlanDays("2026-11-23", "2026-12-06", emptyList())
        val moved = reduce(PlanState(days = first), PlanEvent.DaysMoved(2))
        val twice = reduce(moved.state, PlanEvent.DaysMoved(2))
        assertEquals(listOf("2026-12-07", "2026-12-21"), (moved.effects + twice.effects).map { (it as PlanEffect.ReadDays).from })
        val late = reduce(twice.state, PlanEvent.DaysRead(PlanDays("2026-12-07", "2026-12-20", emptyList()))).state
        assertEquals(first, late.days)
        assertEquals("2026-12-21", reduce(late, PlanEvent.DaysRead(PlanDays("2026-12-21", "2027-01-03", emptyList()))).state.days?.from)
        // What could not be read is not where the next tap goes on from.
        val refused = reduce(late, PlanEvent.DaysNotRead(Problem.Busy)).state
        assertEquals(listOf(PlanEffect.ReadDays("2026-12-07")), reduce(refused, PlanEvent.DaysMoved(2)).effects)
    }

    @Test
    fun `parts of a field are typed apart and written as one`() {
        for (text in listOf("2 per week", "1 per month", "every 14 days")) assertEquals(text, Often.of(text).text)
        assertEquals(Often("14", OftenUnit.EVERY_DAYS), Often.of("every 14 days"))
        assertEquals("", Often.of("").copy(unit = OftenUnit.PER_WEEK).text)
        // What is no number goes to the core as it is, which says what it takes.
        assertEquals("two per week", Often("two", OftenUnit.PER_WEEK).text)
        assertEquals(Apart("4", "2"), Apart.of("talking_therapy:4\ndose:2"))
        assertEquals("dose:2", Apart("", " 2 ").text)
        assertEquals("", Apart.of("").text)
    }
}
