package org.tidemark.ui.session

import org.tidemark.bindings.Area
import org.tidemark.bindings.AreaUse
import org.tidemark.bindings.Direction
import org.tidemark.bindings.Modality
import org.tidemark.bindings.MomentKind
import org.tidemark.bindings.Pause
import org.tidemark.bindings.Region
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.Side
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Question
import org.tidemark.logic.session.Given
import org.tidemark.logic.session.Happened
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.PhaseRead
import org.tidemark.logic.session.RatingSaving
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.Told

/** 24 November 2026, 18:00 in Berlin; `date -u -d 2026-11-24T17:00Z +%s` is 1795539600. */
internal val six = Moment(1_795_539_600_000, 3600, "Europe/Berlin")

internal fun later(minutes: Int) = six.copy(epochMs = six.epochMs + minutes * 60_000L)

private fun question(id: String, label: String, direction: Direction, low: String, high: String) =
    Question(MeasureId(id), label, direction, 0, 10_000, 1000, low, high)

internal val stress = question("stress", "Stress", Direction.HIGHER_WORSE, "none at all", "the most I can imagine")
internal val mood = question("mood", "Mood", Direction.HIGHER_BETTER, "very low", "very good")
internal val pain = question("pain", "Pain", Direction.HIGHER_WORSE, "no pain", "worst I can imagine")
internal val anxiety = question("anxiety", "Anxiety", Direction.HIGHER_WORSE, "calm", "extremely anxious")
internal val four = listOf(stress, mood, pain, anxiety)

internal fun number(value: Int): Answer = Answer.Recorded(value * 1000L)

internal fun stored(answer: Answer) = Given(answer, six, recalled = false, stored = answer, saving = RatingSaving.Saved)

internal fun PhaseRatings.with(vararg answers: Pair<Question, Answer>): PhaseRatings =
    copy(questions = four, given = answers.associate { (question, answer) -> question.measure to stored(answer) })

internal fun read(vararg answers: Pair<Question, Answer>) =
    PhaseRead(answers.associate { (question, answer) -> question.measure to answer }, inWindow = true, recalled = false)

internal val agreed = SessionChoices(
    style = Modality.SHIATSU,
    pressure = 2,
    minutes = 60,
    areas = listOf(Area(Region.SHOULDER, Side.LEFT, AreaUse.FOCUS), Area(Region.LOWER_BACK, Side.BOTH, AreaUse.FOCUS), Area(Region.JAW, Side.BOTH, AreaUse.AVOID)),
    comfortNeeds = "Door ajar\nTell me before you move to another area",
    stopSignal = "Hand up",
    oils = "Almond",
)

/** A session of an hour from [six] on, as the diary holds it. */
internal fun session(status: SessionStatus = SessionStatus.HELD) = Session(
    id = "s",
    day = LogicalDate("2026-11-24"),
    status = status,
    startedAt = six,
    endedAt = later(60).takeIf { status == SessionStatus.HELD },
    timerStartedAt = six.takeIf { status == SessionStatus.PLANNED },
    actualMin = 60.takeIf { status == SessionStatus.HELD },
    choices = agreed,
    told = Told(),
    reason = null,
    questions = four,
    before = null,
    after = null,
    followUp = null,
    beforeHidden = false,
    happened = listOf(Happened(10, MomentKind.LIGHTER), Happened(20, MomentKind.PAUSE), Happened(25, MomentKind.RESUME)),
    pauses = listOf(Pause(20u, 25u)),
)
