package org.tidemark.logic.trends

import org.tidemark.bindings.Period
import org.tidemark.bindings.Trend
import org.tidemark.logic.Problem

/** The trends: a panel for each measure over the same days. */
public data class TrendsState(
    val stretch: Stretch = Stretch.DAYS_90,
    /** What was read last; none until then. Stays while another stretch is read. */
    val page: TrendsPage? = null,
    /** Measures whose panel is a table now, with how many rows it shows. */
    val tables: Map<String, Int> = emptyMap(),
    /** Whether sessions, medicine changes and events are listed. */
    val markersListed: Boolean = false,
    val problem: Problem? = null,
)

/** How many days back the charts go. */
public enum class Stretch(
    /** Days up to today; none is from the first entry on. */
    public val days: Long?,
) {
    DAYS_30(30),
    DAYS_90(90),
    YEAR(365),
    ALL(null),
}

/** Trends with the days they are about. */
public data class TrendsPage(
    val stretch: Stretch,
    /** None when the diary has no entry. */
    val period: Period?,
    val trends: List<Trend>,
    /** What else happened in these days, in order. */
    val markers: List<Marker>,
    /** The words every screen of a made-up diary shows. */
    val sampleLabel: String? = null,
)

/** Something that stands under the axis of every chart, on one day or from one to another. */
public data class Marker(
    val kind: MarkerKind,
    /** The day or the first one, `YYYY-MM-DD`. */
    val day: String,
    /** The last day, when it is another. */
    val lastDay: String? = null,
    /** The words of the person, or a code of the catalogue such as `part.event.travel`. */
    val words: String? = null,
    /** Whether [words] are a code. */
    val coded: Boolean = false,
) {
    /** Days since 1970-01-01, as the points of a trend have it. */
    public val dayNumber: Int get() = number(day)

    /** The same of the last day. */
    public val lastDayNumber: Int get() = number(lastDay ?: day)
}

public enum class MarkerKind { SESSION, MEDICINE, EVENT }

/** Below this a chart is not drawn: the core lists the values in a sentence. */
private const val FEWEST_DRAWN = 3u

/** Whether there is enough to draw. */
public val Trend.drawn: Boolean get() = n >= FEWEST_DRAWN || proxy >= FEWEST_DRAWN

private fun number(day: String): Int = Math.toIntExact(java.time.LocalDate.parse(day).toEpochDay())
