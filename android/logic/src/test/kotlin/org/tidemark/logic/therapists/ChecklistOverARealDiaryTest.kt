package org.tidemark.logic.therapists

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
import kotlin.test.assertIs
import kotlin.test.assertNull

/** The checklist over the real library: what it writes, and what stays when something else happened in between. */
class ChecklistOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private fun over(check: CareDiary.() -> Unit) = CareDiary(folder).use(check)

    private fun Env.checklist(id: String): Store<ChecklistState, ChecklistEvent, ChecklistEffect> = shown(checklistFeature(this, id))

    private fun Store<ChecklistState, ChecklistEvent, ChecklistEffect>.answer(item: String, status: ChecklistStatus, note: String) {
        send(ChecklistEvent.Opened(item))
        send(ChecklistEvent.StatusChosen(status))
        send(ChecklistEvent.NoteTyped(note))
        send(ChecklistEvent.Submitted)
    }

    private fun CareDiary.written(): String = diary.records(Kind.THERAPIST, Span()).single().text("checklist")

    @Test
    fun `words with the signs of the file come back as they were typed`() = over {
        val screen = env().checklist(add(Kind.THERAPIST, "name" to "R. Example").id)
        screen.answer("licence", ChecklistStatus.CONFIRMED, "number 12: left | of the \\ door")
        assertNull(screen.state.problem)
        assertEquals("number 12: left | of the \\ door", screen.state.therapist?.answers?.first()?.note)
        // Emptied beside another item, which stays as it is.
        screen.answer("plan", ChecklistStatus.UNSURE, "two | three")
        screen.send(ChecklistEvent.Opened("licence"))
        screen.send(ChecklistEvent.NoteTyped(" "))
        screen.send(ChecklistEvent.Submitted)
        assertEquals("licence:confirmed:2026-11-24 | plan:unsure:2026-11-24::two \\| three", written())
    }

    @Test
    fun `each change stays in the history of the therapist`() = over {
        val therapist = add(Kind.THERAPIST, "name" to "R. Example")
        val screen = env().checklist(therapist.id)
        screen.answer("licence", ChecklistStatus.CONFIRMED, "seen")
        screen.answer("licence", ChecklistStatus.DECLINED, "")
        val history = diary.showRecord(Kind.THERAPIST, therapist.id).revisions.map { it.old to it.new }
        assertEquals(
            listOf(null to "licence:confirmed:2026-11-24::seen", "licence:confirmed:2026-11-24::seen" to "licence:declined:2026-11-24"),
            history,
        )
    }

    @Test
    fun `undo touches no act of another screen`() = over {
        val screen = env().checklist(add(Kind.THERAPIST, "name" to "R. Example").id)
        screen.answer("licence", ChecklistStatus.CONFIRMED, "")
        now = evening.copy(epochMs = evening.epochMs + 60_000)
        add(Kind.EVENT, "kind" to "travel")
        screen.send(ChecklistEvent.Undone)
        assertEquals(Problem.Busy, screen.state.problem)
        assertEquals("licence:confirmed:2026-11-24" to 1, written() to diary.records(Kind.EVENT, Span()).size)
    }

    @Test
    fun `what was typed is still there after a look at help and goes when it is saved`() = over {
        val env = env()
        val id = add(Kind.THERAPIST, "name" to "R. Example").id
        env.checklist(id).apply {
            send(ChecklistEvent.Opened("first_talk"))
            send(ChecklistEvent.StatusChosen(ChecklistStatus.CONFIRMED))
            send(ChecklistEvent.FitTyped("calm"))
        }
        val again = env.checklist(id)
        assertEquals(ChecklistStatus.CONFIRMED to "calm", again.state.draft?.status to again.state.fit)
        again.send(ChecklistEvent.Submitted)
        assertEquals(null to "calm", env.checklist(id).state.let { it.draft to it.fit })
        again.send(ChecklistEvent.FitSubmitted)
        assertEquals("calm" to null, env.checklist(id).state.let { it.therapist?.fit to it.fit })
    }

    @Test
    fun `a checklist that cannot be read is none with nothing asked`() = over {
        val id = add(Kind.THERAPIST, "name" to "R. Example").id
        diary.shut()
        val state = env().checklist(id).state
        assertNull(state.therapist)
        assertIs<Problem.Shut>(state.problem)
    }
}
