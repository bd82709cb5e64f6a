package org.tidemark.ui.trends

import org.tidemark.bindings.Direction
import org.tidemark.bindings.DriftFigure
import org.tidemark.bindings.EntryMode
import org.tidemark.bindings.EntryModes
import org.tidemark.bindings.Frame
import org.tidemark.bindings.Gap
import org.tidemark.bindings.LevelBand
import org.tidemark.bindings.LevelDay
import org.tidemark.bindings.LevelFigure
import org.tidemark.bindings.MeasureUnit
import org.tidemark.bindings.Method
import org.tidemark.bindings.Period
import org.tidemark.bindings.Sentence
import org.tidemark.bindings.Silence
import org.tidemark.bindings.Trend
import org.tidemark.bindings.TrendPoint
import org.tidemark.bindings.Week
import java.time.LocalDate
import kotlin.math.abs

/** 27 August 2026, the first of 90 days up to 24 November. */
internal val firstDay: LocalDate = LocalDate.of(2026, 8, 27)

internal fun number(day: LocalDate): Int = day.toEpochDay().toInt()

/** A digit a day, `-` for a day without a value. */
private const val DAYS =
    "7687-76568776567-65876-5667766" + "---------5665-5645564-56455445" + "54-45435445-344533-44534343443"

internal fun trend(measure: String, label: String, direction: Direction, sentence: String, days: String = DAYS): Trend {
    val points = days.mapIndexedNotNull { at, digit ->
        if (digit == '-') return@mapIndexedNotNull null
        val day = firstDay.plusDays(at.toLong())
        val mode = when {
            at % 17 == 4 -> EntryMode.Backfill(3000u)
            at % 11 == 3 -> EntryMode.Late(300u)
            else -> EntryMode.Live
        }
        TrendPoint(day.toString(), number(day), digit.digitToInt().toDouble(), mode, proxy = at == 50, ratings = 1u)
    }
    val level = days.indices.map { at ->
        val middle = 7.0 - at * 0.036
        LevelDay(number(firstDay) + at, middle, middle - 0.7 - abs(at - 34) * 0.008, middle + 0.7 + abs(at - 34) * 0.008)
    }
    val own = points.count { !it.proxy }
    val gap = firstDay.plusDays(30) to firstDay.plusDays(38)
    return Trend(
        measureId = measure, measureVersion = 1u, label = label, frame = Frame.DAY_OVERALL, unit = MeasureUnit.SCORE, direction = direction,
        directionLabel = "", scaleMin = 0.0, scaleMax = 10.0, period = Period("2026-08-27", "2026-11-24"), n = own.toUInt(),
        nMissing = 90u - own.toUInt(), entryModes = EntryModes(0u, 0u, 0u, 0u), proxy = 1u, points = points, weeks = emptyList(),
        gaps = listOf(Gap(gap.first.toString(), gap.second.toString(), number(gap.first), number(gap.second), 9u)),
        min = 3.0, max = 8.0, median = 5.0, firstDays = null, lastDays = null,
        level = LevelFigure.Drawn(LevelBand(Method("local-level", "smoothed"), 0.95, level, emptyList())),
        drift = DriftFigure.Silent(Silence("too_few", null, null)), cautions = emptyList(),
        sentences = listOf(Sentence("sentence.trend", sentence), Sentence("sentence.drift", "Estimated drift −1.1 points per 30 days (95 % interval −1.5 to −0.7), taking into account that neighbouring days are alike.")),
    )
}

internal const val STRESS: String =
    "Stress: median 7 in the first 14 days (n 12) and 4 in the last 14 (n 12); lowest 3, highest 8."

internal val stress: Trend = trend("stress", "Stress", Direction.HIGHER_WORSE, STRESS)

/** Two values: listed, not drawn. */
internal val few: Trend = trend("pain", "Pain", Direction.HIGHER_WORSE, "Pain: 4 on 20 Nov, 5 on 22 Nov. Too few to summarise.", "-".repeat(85) + "4-5--")
    .copy(proxy = 0u, level = LevelFigure.Silent(Silence("too_few", 2.0, 20.0)))
    .let { it.copy(sentences = it.sentences.take(1)) }

/** A year in weeks, the seventh of them thin. */
internal val year: Trend = stress.copy(
    period = Period("2025-11-25", "2026-11-24"), n = 240u, nMissing = 125u, proxy = 0u, gaps = emptyList(),
    level = LevelFigure.Silent(Silence("span_too_long", null, null)),
    weeks = (0L until 52L).filter { it !in 20L..23L }.map { at ->
        val from = LocalDate.of(2025, 11, 24).plusWeeks(at)
        val middle = 6.0 + (at % 5) * 0.5 - at * 0.05
        Week(from.toString(), from.plusDays(6).toString(), number(from), number(from.plusDays(6)), if (at == 6L) 2u else 5u, middle, middle - 1, middle + 0.5)
    },
)
