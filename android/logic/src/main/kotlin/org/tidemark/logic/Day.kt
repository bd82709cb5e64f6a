package org.tidemark.logic

import org.tidemark.bindings.Measure
import org.tidemark.bindings.MeasureUnit
import org.tidemark.bindings.Today

/** A question of the day with the grid of its pad; [minMilli], [maxMilli] and [stepMilli] in thousandths of its unit. */
public data class Question(
    val measure: MeasureId,
    val label: String,
    val direction: Direction,
    val minMilli: Long,
    val maxMilli: Long,
    val stepMilli: Long,
    val anchorLow: String?,
    val anchorHigh: String?,
    val unit: MeasureUnit = MeasureUnit.SCORE,
)

/** An answer that is on disk. */
public data class Stored(val checkIn: CheckInId, val answer: Answer, val recordedAt: Moment)

/** A day as the diary holds it. */
public data class Day(
    val date: LogicalDate,
    val questions: List<Question>,
    val answers: Map<MeasureId, Stored>,
    val around: Around = Around(),
)

/** What stands around the questions of a day. */
public data class Around(
    /** When the person's day ends, in minutes after midnight. */
    val rolloverMin: Int = 0,
    /** The session whose timer runs. */
    val running: String? = null,
    /** Sessions planned for the day, by their start. */
    val planned: List<String> = emptyList(),
    /** Sessions whose rating of the morning after can be given now. */
    val morningAfter: List<String> = emptyList(),
    /** The last day with an entry, when it is more than 14 days ago. */
    val awaySince: LogicalDate? = null,
    /** The words every screen of a made-up diary shows. */
    val sampleLabel: String? = null,
)

/** The day as the Today screen shows it. */
internal fun Today.day(): Day = Day(
    date = LogicalDate(day),
    questions = asked.map { it.question() },
    answers = answers.associate { found ->
        MeasureId(found.measureId) to Stored(CheckInId(found.checkInId), answer(found.valueMilli), found.recordedAt)
    },
    around = Around(
        rolloverMin = rolloverMin.toInt(),
        running = runningSessionId,
        planned = plannedSessionIds,
        morningAfter = morningAfterSessionIds,
        awaySince = awaySince?.let { LogicalDate(it) },
        sampleLabel = sampleLabel,
    ),
)

/** A measure as a pad asks it. */
internal fun Measure.question(): Question = Question(
    measure = MeasureId(id),
    label = label,
    direction = direction,
    minMilli = minMilli,
    maxMilli = maxMilli,
    stepMilli = stepMilli,
    anchorLow = anchorLow,
    anchorHigh = anchorHigh,
    unit = unit,
)
