package org.tidemark.ui.trends

import org.tidemark.bindings.EntryMode
import org.tidemark.bindings.LevelFigure
import org.tidemark.bindings.MeasureUnit
import org.tidemark.bindings.TrendPoint
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

class PlotTest {
    private fun point(day: Int, value: Double, mode: EntryMode = EntryMode.Live, proxy: Boolean = false) =
        TrendPoint("", day, value, mode, proxy, 1u)

    @Test
    fun `a line is broken where more than one day is missing`() {
        val runs = runs(listOf(1, 2, 4, 7, 8).map { point(it, 5.0) })
        // From 2 to 4 one day is missing, from 4 to 7 two are.
        assertEquals(listOf(listOf(1, 2, 4), listOf(7, 8)), runs.map { run -> run.map { it.dayNumber } })
    }

    @Test
    fun `no level is drawn over a gap`() {
        val days = assertIs<LevelFigure.Drawn>(stress.level).band.days
        val runs = levelRuns(stress, days)
        // The sample has 90 days, and no value on the nine from its 31st on.
        assertEquals(listOf(30, 51), runs.map { it.size })
    }

    @Test
    fun `a score stands on its whole scale and hours around what was given`() {
        assertEquals(Axis(0.0, 10.0), axis(stress))
        val sleep = stress.copy(unit = MeasureUnit.HOUR, scaleMax = 24.0, points = listOf(point(1, 6.5), point(2, 8.25)))
        assertEquals(Axis(5.0, 10.0), axis(sleep))
        assertEquals(Axis(0.0, 24.0), axis(sleep.copy(points = listOf(point(1, 0.0), point(2, 24.0)))))
        assertEquals(Axis(0.0, 24.0), axis(sleep.copy(points = emptyList())))
    }

    @Test
    fun `days run from the start of the line and values from the bottom`() {
        fun plot(mirrored: Boolean) = Plot(Axis(0.0, 10.0), 1, 10, width = 100f, height = 50f, rightToLeft = mirrored)
        assertEquals(listOf(5f, 95f), listOf(plot(false).x(1), plot(false).x(10)))
        assertEquals(listOf(95f, 5f), listOf(plot(true).x(1), plot(true).x(10)))
        assertEquals(listOf(50f, 25f, 0f), listOf(0.0, 5.0, 10.0).map { plot(false).y(it) })
    }

    @Test
    fun `a shape says how a value was written and by whom`() {
        assertEquals(
            listOf(PointShape.DOT, PointShape.DOT, PointShape.RING, PointShape.RING, PointShape.SQUARE),
            listOf(
                point(1, 5.0),
                point(1, 5.0, EntryMode.Late(10u)),
                point(1, 5.0, EntryMode.Backfill(2000u)),
                point(1, 5.0, EntryMode.Imported),
                point(1, 5.0, proxy = true),
            ).map(::shape),
        )
    }
}
