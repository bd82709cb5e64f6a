package org.tidemark.logic.session

import org.tidemark.bindings.EntryRatings
import org.tidemark.bindings.MomentKind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Pause
import org.tidemark.bindings.Phase
import org.tidemark.bindings.SessionStatus
import org.tidemark.bindings.SessionView
import org.tidemark.bindings.Span
import org.tidemark.bindings.momentFromText
import org.tidemark.logic.Answer
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Question
import org.tidemark.logic.question

/** A session as the diary holds it, in the words of its screens. */
public data class Session(
    val id: String,
    val day: LogicalDate,
    val status: SessionStatus,
    val startedAt: Moment,
    val endedAt: Moment?,
    /** When the timer was started, while it runs. */
    val timerStartedAt: Moment?,
    val actualMin: Int?,
    val choices: SessionChoices,
    val told: Told,
    val reason: String?,
    /** What is rated around it. */
    val questions: List<Question>,
    val before: PhaseRead?,
    val after: PhaseRead?,
    val followUp: PhaseRead?,
    /** There are ratings before it, and they are not shown yet. */
    val beforeHidden: Boolean,
    val happened: List<Happened>,
    val pauses: List<Pause>,
    /** The person wants ratings before to stay hidden until those after are given. */
    val hidesBefore: Boolean = true,
    /** The person looked at the ratings before on this screen, before one after was given. */
    val beforeSeen: Boolean = false,
    /** The medicines that its doses name. */
    val medicines: List<Medicine> = emptyList(),
)

/** Whole minutes from its end to [at]; 0 while it has none, and before it. */
internal fun Session.minutesAfterEnd(at: Moment): Int =
    endedAt?.let { ((at.epochMs - it.epochMs) / 60_000).coerceIn(0, UShort.MAX_VALUE.toLong()).toInt() } ?: 0

/** Ratings of one phase that are on disk. */
public data class PhaseRead(val answers: Map<MeasureId, Answer>, val inWindow: Boolean, val recalled: Boolean)

/** Something within a session, by its minute. */
public data class Happened(val minute: Int, val kind: MomentKind)

/** Reads a session; ratings before it stay hidden until those after are stored, unless [reveal]. */
internal fun OpenDiaryInterface.session(id: String, now: Moment, reveal: Boolean = false): Session {
    val view = viewSession(id, reveal, now)
    val text = view.session.fields.associate { it.name to it.text }::get
    val asked = items(text("measures"))
    val measures = measures().associateBy { it.id }
    val choices = choices(text)
    return Session(
        id = id,
        day = LogicalDate(view.session.day),
        status = coded<SessionStatus>(text("status")) ?: SessionStatus.PLANNED,
        startedAt = momentFromText(text("started_at").orEmpty()),
        endedAt = text("ended_at")?.let(::momentFromText),
        timerStartedAt = text("timer_started_at")?.let(::momentFromText),
        actualMin = text("actual_min")?.toIntOrNull(),
        choices = choices,
        told = told(text),
        reason = text("reason"),
        questions = asked.mapNotNull { measures[it]?.question() },
        before = view.phase(Phase.BEFORE),
        after = view.phase(Phase.AFTER),
        followUp = view.phase(Phase.FOLLOW_UP),
        beforeHidden = view.beforeHidden,
        happened = view.happened(),
        pauses = view.pauses,
        hidesBefore = settings().hideBefore,
        medicines = medicinesOf(choices.doses),
    )
}

/** Ratings before a session that has not started: the person sees what they gave. */
internal fun OpenDiaryInterface.ratingsBefore(session: Session): PhaseRead? =
    ratings(session.id, session.day).read(Phase.BEFORE)

/** Everything rated around a session. */
internal fun OpenDiaryInterface.ratings(id: String, day: LogicalDate): List<EntryRatings> =
    entries(Span(day.iso, day.iso)).firstOrNull { it.id == id }?.ratings.orEmpty()

private fun SessionView.phase(phase: Phase): PhaseRead? = session.ratings.read(phase)

private fun List<EntryRatings>.read(phase: Phase): PhaseRead? {
    val found = filter { it.phase == phase.code }
    if (found.isEmpty()) return null
    // A measure has one rating in a phase, whichever record holds it.
    val answers = found.flatMap { it.values }.associate { MeasureId(it.measureId) to answered(it.value) }
    return PhaseRead(answers, found.all { it.inWindow }, found.any { it.recalled })
}

private fun answered(value: Double?): Answer =
    if (value == null) Answer.Skipped else Answer.Recorded(value.toBigDecimal().movePointRight(3).toLong())

private fun SessionView.happened(): List<Happened> = moments.mapNotNull { record ->
    val text = record.fields.associate { it.name to it.text }::get
    coded<MomentKind>(text("kind"))?.let { Happened(text("minute")?.toIntOrNull() ?: 0, it) }
}
