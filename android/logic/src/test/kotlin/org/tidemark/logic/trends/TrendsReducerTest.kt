package org.tidemark.logic.trends

import org.tidemark.logic.Problem
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

class TrendsReducerTest {
    private fun page(stretch: Stretch) = TrendsPage(stretch, null, emptyList(), emptyList())

    @Test
    fun `ninety days are read first`() {
        assertEquals(listOf<TrendsEffect>(TrendsEffect.ReadPage(Stretch.DAYS_90)), reduce(TrendsState(), TrendsEvent.Shown).effects)
    }

    @Test
    fun `of two stretches tapped in a row only the marked one is shown`() {
        val asked = listOf(TrendsEvent.StretchChosen(Stretch.ALL), TrendsEvent.StretchChosen(Stretch.DAYS_30))
            .fold(TrendsState()) { state, event -> reduce(state, event).state }
        assertNull(reduce(asked, TrendsEvent.PageRead(page(Stretch.ALL))).state.page)
        assertEquals(Stretch.DAYS_30, reduce(asked, TrendsEvent.PageRead(page(Stretch.DAYS_30))).state.page?.stretch)
    }

    @Test
    fun `a refusal keeps what was read`() {
        val read = reduce(TrendsState(), TrendsEvent.PageRead(page(Stretch.DAYS_90))).state
        val refused = reduce(read, TrendsEvent.PageNotRead(Problem.Busy)).state
        assertEquals(read.page to Problem.Busy, refused.page to refused.problem)
        assertNull(reduce(refused, TrendsEvent.PageRead(page(Stretch.DAYS_90))).state.problem)
    }

    @Test
    fun `a table opens short grows and closes`() {
        val open = reduce(TrendsState(), TrendsEvent.TableChosen("stress", true)).state
        assertEquals(mapOf("stress" to 30), open.tables)
        assertEquals(mapOf("stress" to 60), reduce(open, TrendsEvent.MoreRows("stress")).state.tables)
        assertEquals(open, reduce(open, TrendsEvent.MoreRows("mood")).state)
        assertEquals(emptyMap(), reduce(open, TrendsEvent.TableChosen("stress", false)).state.tables)
    }

    @Test
    fun `days of a mark are counted as the points of a trend are`() {
        // `date -u -d 2026-11-24 +%s` is 1795478400, which is 20781 days.
        assertEquals(20781, Marker(MarkerKind.SESSION, "2026-11-24").dayNumber)
        assertEquals(20783, Marker(MarkerKind.EVENT, "2026-11-24", lastDay = "2026-11-26").lastDayNumber)
    }
}
