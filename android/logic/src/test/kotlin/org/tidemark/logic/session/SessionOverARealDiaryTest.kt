package org.tidemark.logic.session

import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Ending
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Modality
import org.tidemark.bindings.MomentKind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Span
import org.tidemark.bindings.uniffiEnsureInitialized
import org.tidemark.logic.Answer
import org.tidemark.logic.Feature
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Store
import org.tidemark.logic.session.after.AfterEvent
import org.tidemark.logic.session.after.Distress
import org.tidemark.logic.session.after.afterFeature
import org.tidemark.logic.session.before.BeforeEvent
import org.tidemark.logic.session.before.Left
import org.tidemark.logic.session.before.beforeFeature
import org.tidemark.logic.session.detail.DetailEffect
import org.tidemark.logic.session.detail.form
import org.tidemark.logic.session.detail.perform
import org.tidemark.logic.session.timer.TimerEvent
import org.tidemark.logic.session.timer.timerFeature

/** A session over the real library, with the app going away in the middle of it: what fakes cannot prove. */
class SessionOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    // 24 November 2026, 18:00 in Berlin; `date -u -d 2026-11-24T17:00Z +%s` is 1795539600.
    private val six = Moment(1_795_539_600_000, 3600, "Europe/Berlin")
    private var now = six

    init {
        uniffiEnsureInitialized()
    }

    private fun path() = folder.resolve("my.diary").toString()

    private fun create() = OpenDiary.create(path(), "four plain words here", null, now)

    private fun open() = OpenDiary.openWithPassphrase(path(), "four plain words here")

    private fun <State, Event : Any, Effect : Any> run(feature: Feature<State, Event, Effect>): Store<State, Event, Effect> =
        Store(feature, { it.run() }, { it.run() }).also { store -> feature.shown?.let { store.send(it) } }

    private fun at(minutes: Int) {
        now = six.copy(epochMs = six.epochMs + minutes * 60_000L)
    }

    private fun rated(measure: String, value: Int) = RatingEvent.Rated(MeasureId(measure), Answer.Recorded(value * 1000L), now)

    @Test
    fun `a rating given before is there after the app went away and so is the running timer`() {
        val id = create().use { diary ->
            val before = run(beforeFeature(diary, { now }))
            before.send(BeforeEvent.OfRating(rated("stress", 6)))
            val id = assertNotNull(before.state.sessionId)
            diary.shut()
            id
        }
        open().use { diary ->
            val before = run(beforeFeature(diary, { now }, id))
            assertEquals(Answer.Recorded(6000), before.state.ratings.given[MeasureId("stress")]?.answer)
            before.send(BeforeEvent.Chosen(SessionChoices(Modality.CHAIR)))
            before.send(BeforeEvent.StartAsked)
            assertEquals(Left.Started(id), before.state.left)
            diary.shut()
        }
        at(34)
        open().use { diary ->
            val timer = run(timerFeature(diary, { now }, id))
            assertEquals(34, timer.state.elapsedMin)
            // Wherever the way to it came from, it is on its timer.
            assertEquals(Left.Started(id), run(beforeFeature(diary, { now }, id)).state.left)
            timer.send(TimerEvent.Asked(MomentKind.PAUSE))
            diary.shut()
        }
        at(40)
        open().use { diary ->
            val timer = run(timerFeature(diary, { now }, id))
            assertEquals(true, timer.state.paused)
            timer.send(TimerEvent.FinishAsked)
            assertEquals(true, timer.state.over)
            val held = diary.session(id, now)
            assertEquals(SessionStatus.HELD to 40, held.status to held.actualMin)
            diary.shut()
        }
    }

    @Test
    fun `a session that had begun starts in the past and numbers from memory say so`() = create().use { diary ->
        at(20)
        val before = run(beforeFeature(diary, { now }))
        before.send(BeforeEvent.Chosen(SessionChoices(Modality.SHIATSU)))
        before.send(BeforeEvent.Begun(20))
        before.send(BeforeEvent.FromMemory(true))
        before.send(BeforeEvent.OfRating(rated("stress", 8)))
        before.send(BeforeEvent.StartAsked)
        val id = assertIs<Left.Started>(before.state.left).sessionId
        assertEquals(six.epochMs, diary.session(id, now).timerStartedAt?.epochMs)
        val rating = diary.ratings(id, diary.session(id, now).day).single()
        assertEquals(listOf(true, true, "2026-11-24T18:00:00+01:00"), listOf(rating.recalled, rating.inWindow, rating.ratedAt.take(25)))
        // What was written down when is not moved to the past.
        val record = diary.showRecord(Kind.SESSION, id).record
        assertEquals(now.epochMs, record.recordedAt?.epochMs)
    }

    @Test
    fun `what the last session was like is there again without its note and its verdict on oils`() = create().use { diary ->
        val first = run(beforeFeature(diary, { now }))
        val agreed = SessionChoices(Modality.SHIATSU, 2, 60, emptyList(), "door ajar", "hand up", "almond")
        first.send(BeforeEvent.Chosen(agreed))
        first.send(BeforeEvent.StartAsked)
        val id = assertIs<Left.Started>(first.state.left).sessionId
        at(60)
        run(timerFeature(diary, { now }, id)).send(TimerEvent.FinishAsked)
        diary.editRecord(Kind.SESSION, id, listOf(FieldText("oils", "not_tolerated:almond")), RecordedBy.OWN, null, now)
        val second = run(beforeFeature(diary, { now }))
        assertEquals(agreed, second.state.choices)
        assertEquals(true, second.state.canStart)
    }

    @Test
    fun `a dose belongs to one session and keeps its medicine's name after that was deleted`() = create().use { diary ->
        val medicine = diary.addRecord(Kind.MEDICATION, listOf(FieldText("name", "Tablet"), FieldText("times", "08:00")), RecordedBy.OWN, now)
        val first = run(beforeFeature(diary, { now }))
        first.send(BeforeEvent.Chosen(SessionChoices(Modality.SHIATSU)))
        first.send(BeforeEvent.DoseAdded(medicine.id, now))
        first.send(BeforeEvent.StartAsked)
        val id = assertIs<Left.Started>(first.state.left).sessionId
        assertEquals(listOf(medicine.id), diary.session(id, now).choices.doses.map { it.medicationId })
        at(60)
        run(timerFeature(diary, { now }, id)).send(TimerEvent.FinishAsked)
        assertEquals(emptyList(), run(beforeFeature(diary, { now })).state.choices?.doses)
        diary.removeRecord(Kind.MEDICATION, medicine.id, RecordedBy.OWN, now)
        assertEquals(listOf("Tablet"), diary.session(id, now).medicines.map { it.name })
        // None is offered any more: it is in use no longer, and this session has no dose of it.
        assertEquals(false, run(beforeFeature(diary, { now })).state.asksDoses)
        // What a form does not show, it does not empty.
        val session = diary.session(id, now)
        perform(DetailEffect.Change(session, session.form().copy(note = "two")), diary) { now }
        assertEquals(session.choices.doses, diary.session(id, now).choices.doses)
    }

    @Test
    fun `a corrected note leaves what the form does not show as it was`() = create().use { diary ->
        val held = SessionDraft(now, Ending.After(60u), SessionStatus.HELD, Modality.SHIATSU, RecordedBy.OWN, note = "one")
        val id = diary.saveSession(held, now).id
        diary.editRecord(Kind.SESSION, id, listOf(FieldText("oils", "not_tolerated:almond")), RecordedBy.OWN, null, now)
        val session = diary.session(id, now)
        perform(DetailEffect.Change(session, session.form().copy(note = "two")), diary) { now }
        val text = diary.showRecord(Kind.SESSION, id).record.fields.associate { it.name to it.text }
        assertEquals(listOf("two", "not_tolerated:almond"), listOf(text["note"], text["oils"]))
    }

    @Test
    fun `keeping it for later and removing it leave nothing running`() = create().use { diary ->
        val before = run(beforeFeature(diary, { now }))
        before.send(BeforeEvent.Chosen(SessionChoices(Modality.CHAIR, comfortNeeds = "light on")))
        before.send(BeforeEvent.KeepAsked)
        assertEquals(Left.Kept, before.state.left)
        val id = diary.today(now).plannedSessionIds.single()
        assertEquals("light on", diary.session(id, now).choices.comfortNeeds)
        val again = run(beforeFeature(diary, { now }, id))
        again.send(BeforeEvent.RemoveAsked)
        assertEquals(Left.Removed, again.state.left)
        assertEquals(emptyList(), diary.today(now).plannedSessionIds)
    }

    @Test
    fun `allergies of the intake sheet stand before the start`() = create().use { diary ->
        diary.addRecord(Kind.INTAKE_SHEET, listOf(FieldText("allergies", "oil:lavender | latex"), FieldText("overwhelmed_do", "open the window")), RecordedBy.OWN, now)
        val before = run(beforeFeature(diary, { now }))
        assertEquals(listOf("oil:lavender", "latex"), before.state.allergies)
        before.send(BeforeEvent.Chosen(SessionChoices(Modality.CHAIR)))
        before.send(BeforeEvent.StartAsked)
        val id = assertIs<Left.Started>(before.state.left).sessionId
        assertEquals(listOf("open the window"), run(timerFeature(diary, { now }, id)).state.grounding)
    }

    @Test
    fun `whoever wants to see the ratings before sees them at once`() = create().use { diary ->
        val before = run(beforeFeature(diary, { now }))
        before.send(BeforeEvent.Chosen(SessionChoices(Modality.CHAIR)))
        before.send(BeforeEvent.OfRating(rated("stress", 6)))
        before.send(BeforeEvent.StartAsked)
        val id = assertIs<Left.Started>(before.state.left).sessionId
        at(60)
        run(timerFeature(diary, { now }, id)).send(TimerEvent.FinishAsked)
        assertNull(run(afterFeature(diary, { now }, id)).state.sides)
        diary.setSetting(Setting.HideBefore(false))
        val after = run(afterFeature(diary, { now }, id))
        assertEquals(Answer.Recorded(6000), after.state.sides?.first()?.before)
    }

    @Test
    fun `distress is its own entry bound to the session`() = create().use { diary ->
        val before = run(beforeFeature(diary, { now }))
        before.send(BeforeEvent.Chosen(SessionChoices(Modality.CHAIR)))
        before.send(BeforeEvent.StartAsked)
        val id = assertIs<Left.Started>(before.state.left).sessionId
        at(30)
        run(timerFeature(diary, { now }, id)).send(TimerEvent.FinishAsked)
        val after = run(afterFeature(diary, { now }, id))
        val told = Distress("panic", 6, "window", setOf("massage_therapist", "trusted_person"), true)
        after.send(AfterEvent.DistressTold(told))
        after.send(AfterEvent.DistressSaveAsked(now))
        val held = diary.records(Kind.DISTRESS_EVENT, Span()).single().fields.associate { it.name to it.text }
        assertEquals(
            listOf(id, "panic", "6", "window", "massage_therapist | trusted_person", "true"),
            listOf("session_id", "kind", "intensity", "what_helped", "told", "resumed").map { held[it] },
        )
    }
}
