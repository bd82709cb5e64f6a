package org.tidemark.logic

import org.tidemark.bindings.Direction
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

class PadStepsTest {
    private fun question(max: Long, step: Long) =
        Question(MeasureId("x"), "X", Direction.NEUTRAL, 0, max, step, anchorLow = null, anchorHigh = null)

    @Test
    fun `a scale of eleven steps has eleven cells and one of twelve has none`() {
        assertEquals((0L..10L).map { it * 1000 }, question(10_000, 1000).cells)
        assertNull(question(11_000, 1000).cells)
    }

    @Test
    fun `a stepper begins in the middle and stays within its scale`() {
        val hours = question(24_000, 250)
        assertEquals(12_000, hours.stepped(null, 1))
        assertEquals(12_250, hours.stepped(12_000, 1))
        assertEquals(0, hours.stepped(0, -1))
        assertEquals(24_000, hours.stepped(24_000, 1))
    }

    @Test
    fun `what is typed is taken with a point or a comma and only on the grid`() {
        val hours = question(24_000, 250)
        assertEquals(7250, hours.typed("7.25"))
        assertEquals(7250, hours.typed(" 7,25 "))
        for (wrong in listOf("", "seven", "7.3", "-1", "25", "1e99", "7.2500001")) assertNull(hours.typed(wrong), wrong)
    }
}
