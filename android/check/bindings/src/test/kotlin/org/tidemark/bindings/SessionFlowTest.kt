package org.tidemark.bindings

import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

/** A session from its start to the next morning, on a timer that is a moment on disk. */
class SessionFlowTest {
    @TempDir
    lateinit var folder: Path

    private fun begun(before: Long? = null) = SessionDraft(
        startedAt = at(EVENING),
        ending = Ending.NotHeld,
        status = SessionStatus.PLANNED,
        modality = Modality.SHIATSU,
        recordedBy = RecordedBy.OWN,
        ratings = listOfNotNull(before?.let { stress(Phase.BEFORE, it) }),
    )

    private fun minute(number: Int) = at(EVENING + number * MINUTE)

    private fun OpenDiary.note(id: String, kind: MomentKind, minute: Int) =
        noteSessionMoment(id, kind, null, RecordedBy.OWN, minute(minute))

    private fun SessionView.phases() = session.ratings.associate { it.phase to it.values.single().value }

    @Test
    fun `ratings before stay hidden until those after are stored`(): Unit = newDiary(folder).use { diary ->
        val id = diary.startSession(begun(before = 7), minute(0)).id
        assertEquals(id, diary.today(minute(1)).runningSessionId)
        val running = diary.viewSession(id, false, minute(2))
        assertEquals(true to emptyMap(), running.beforeHidden to running.phases())
        diary.finishSession(id, SessionEnd(after = stress(Phase.AFTER, 4)), RecordedBy.OWN, minute(60))
        val over = diary.viewSession(id, false, minute(61))
        assertEquals(false to mapOf<String, Double?>("before" to 7.0, "after" to 4.0), over.beforeHidden to over.phases())
        assertEquals("60", over.session.fields.single { it.name == "actual_min" }.text)
        assertEquals(null, diary.today(minute(61)).runningSessionId)
    }

    @Test
    fun `a look at the rating before shows it`(): Unit = newDiary(folder).use { diary ->
        val id = diary.startSession(begun(before = 7), minute(0)).id
        assertEquals(mapOf<String, Double?>("before" to 7.0), diary.viewSession(id, true, minute(2)).phases())
    }

    @Test
    fun `what happens within is at its minute and a pause has two ends`(): Unit = newDiary(folder).use { diary ->
        val id = diary.startSession(begun(), minute(0)).id
        diary.note(id, MomentKind.LIGHTER, 10)
        diary.note(id, MomentKind.PAUSE, 20)
        diary.note(id, MomentKind.RESUME, 25)
        diary.note(id, MomentKind.PAUSE, 50)
        diary.finishSession(id, SessionEnd(), RecordedBy.OWN, minute(60))
        val view = diary.viewSession(id, false, minute(61))
        assertEquals(listOf("lighter", "pause", "resume", "pause"), view.moments.map { it.text("kind") })
        assertEquals(listOf(Pause(20u, 25u), Pause(50u, null)), view.pauses)
        assertFailsWith<DiaryException.NotRunning> { diary.note(id, MomentKind.FIRMER, 62) }
        assertFailsWith<DiaryException.NotRunning> { diary.finishSession(id, SessionEnd(), RecordedBy.OWN, minute(62)) }
    }

    @Test
    fun `one timer runs at a time`(): Unit = newDiary(folder).use { diary ->
        val id = diary.startSession(begun(), minute(0)).id
        val refused = assertFailsWith<DiaryException.SessionRuns> { diary.startSession(begun(), minute(5)) }
        assertEquals(id, refused.sessionId)
    }

    @Test
    fun `a clock that was moved asks for the real length`(): Unit = newDiary(folder).use { diary ->
        val id = diary.startSession(begun(), minute(0)).id
        assertFailsWith<DiaryException.Invalid> { diary.finishSession(id, SessionEnd(), RecordedBy.OWN, minute(-30)) }
        diary.finishSession(id, SessionEnd(minutes = 45u, early = true, reason = "too warm"), RecordedBy.OWN, minute(-30))
        val told = diary.viewSession(id, false, minute(0)).session.fields.associate { it.name to it.text }
        assertEquals(listOf("45", "stopped_early", "too warm"), listOf(told["actual_min"], told["status"], told["reason"]))
    }

    @Test
    fun `a planned session is seen on its day and starts once`(): Unit = newDiary(folder).use { diary ->
        val id = diary.saveSession(begun(), minute(-60)).id
        assertEquals(listOf(id), diary.today(minute(-60)).plannedSessionIds)
        diary.startPlannedSession(id, RecordedBy.OWN, minute(0))
        val today = diary.today(minute(1))
        assertEquals(id to emptyList(), today.runningSessionId to today.plannedSessionIds)
        diary.finishSession(id, SessionEnd(), RecordedBy.OWN, minute(60))
        assertFailsWith<DiaryException.SessionOver> { diary.startPlannedSession(id, RecordedBy.OWN, minute(120)) }
    }

    @Test
    fun `the morning after is asked from twelve to thirty-six hours after the end`(): Unit = newDiary(folder).use { diary ->
        val id = diary.saveSession(held(EVENING - 60 * MINUTE, before = 7, after = 4), minute(0)).id
        val asked = { hours: Int -> diary.today(minute(hours * 60)).morningAfterSessionIds }
        assertEquals(listOf(emptyList(), listOf(id), listOf(id), emptyList()), listOf(11, 12, 36, 37).map(asked))
        diary.rateSession(id, stress(Phase.FOLLOW_UP, 3), RecordedBy.OWN, minute(13 * 60))
        assertEquals(emptyList(), asked(14))
    }
}
