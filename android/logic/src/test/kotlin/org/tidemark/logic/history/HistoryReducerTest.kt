package org.tidemark.logic.history

import org.tidemark.bindings.DayMark
import org.tidemark.bindings.MonthDay
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Problem
import java.time.YearMonth
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

class HistoryReducerTest {
    private val november = YearMonth.of(2026, 11)
    private val october = YearMonth.of(2026, 10)
    private val september = YearMonth.of(2026, 9)

    private fun day(iso: String, planned: UInt = 0u, others: UInt = 0u) = MonthDay(iso, DayMark.BLANK, 0u, 0u, planned, others)

    private fun page(month: YearMonth) = MonthPage(month, LogicalDate("2026-11-24"), emptyList())

    @Test
    fun `the month of today is read first`() {
        val next = reduce(HistoryState(), HistoryEvent.Shown)
        assertEquals(listOf<HistoryEffect>(HistoryEffect.ReadMonth(null)), next.effects)
        assertEquals(page(november), reduce(next.state, HistoryEvent.MonthRead(page(november))).state.shown)
    }

    @Test
    fun `of two months asked for in a row the last one is shown whichever arrives last`() {
        val asked = listOf(HistoryEvent.MonthChosen(october), HistoryEvent.MonthChosen(september))
            .fold(HistoryState(page(november))) { state, event -> reduce(state, event).state }
        assertEquals(november, reduce(asked, HistoryEvent.MonthRead(page(october))).state.shown?.month)
        assertEquals(september, reduce(asked, HistoryEvent.MonthRead(page(september))).state.shown?.month)
    }

    @Test
    fun `a month that cannot be read leaves the one before and is tried again`() {
        val asked = reduce(HistoryState(page(november)), HistoryEvent.MonthChosen(october)).state
        val refused = reduce(asked, HistoryEvent.MonthNotRead(Problem.Busy)).state
        assertEquals(november to Problem.Busy, refused.shown?.month to refused.problem)
        assertEquals(listOf<HistoryEffect>(HistoryEffect.ReadMonth(october)), reduce(refused, HistoryEvent.TriedAgain).effects)
        assertNull(reduce(refused, HistoryEvent.MonthRead(page(october))).state.problem)
    }

    @Test
    fun `a day to come opens only when something is planned on it`() {
        val page = page(november)
        assertTrue(page.opens(day("2026-11-24")))
        assertFalse(page.opens(day("2026-11-25")))
        assertTrue(page.opens(day("2026-11-25", planned = 1u)))
    }

    @Test
    fun `a month is empty only without any entry of any kind`() {
        val days = listOf(day("2026-11-01"), day("2026-11-30", others = 1u))
        assertFalse(page(november).copy(days = days).empty)
        assertTrue(page(november).copy(days = days.take(1)).empty)
        // The list leaves the coming day without anything out, and keeps the one with an entry.
        assertEquals(days + day("2026-11-29"), (days + day("2026-11-29")).also { all -> assertEquals(days, page(november).copy(days = all).listed) })
    }
}
