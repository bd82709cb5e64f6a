package org.tidemark.logic.insights

import org.tidemark.bindings.Card
import org.tidemark.bindings.CardWeek
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Period
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Refusal
import org.tidemark.bindings.Sentence
import org.tidemark.bindings.Shown
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.evening
import org.tidemark.logic.noDiary
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

class InsightsReducerTest {
    private val said = Sentence("a", "b")
    private val card = Card("drift:stress", Shown.FIGURES, said, emptyList(), said, null, 30u, Period("2026-10-01", "2026-11-22"), null, null, null)
    private val week = CardWeek("2026-11-22", listOf(card), false, null)
    private val read = InsightsState(week)

    private class Refusing(private val code: Refusal) : OpenDiaryInterface by noDiary {
        override fun askCard(question: String, recordedBy: RecordedBy, now: Moment): DiaryRecord = throw DiaryException.Refused(code, "a reason")
    }

    @Test
    fun `a card goes only when hiding it is on disk`() {
        val tapped = reduce(read, InsightsEvent.HideTapped("drift:stress"))
        assertEquals(listOf<InsightsEffect>(InsightsEffect.Hide("drift:stress")), tapped.effects)
        assertEquals(week, tapped.state.week)
        val refused = reduce(tapped.state, InsightsEvent.ActRefused("drift:stress", NotDone.Refused(CardAct.HIDE, Problem.StorageFull))).state
        assertEquals(week, refused.week)
        assertNull(refused.busy)
        assertEquals(listOf<InsightsEffect>(InsightsEffect.ReadWeek), reduce(tapped.state, InsightsEvent.Hidden("drift:stress")).effects)
    }

    @Test
    fun `a second tap while the first is on its way does nothing`() {
        val tapped = reduce(read, InsightsEvent.AskTapped("drift:stress")).state
        assertEquals(emptyList(), reduce(tapped, InsightsEvent.AskTapped("drift:stress")).effects)
        assertEquals(emptyList(), reduce(tapped, InsightsEvent.HideTapped("drift:stress")).effects)
    }

    @Test
    fun `what is asked already is not asked again`() {
        val asked = reduce(read, InsightsEvent.OnList("drift:stress", Asked(LogicalDate("2026-12-03")))).state
        assertEquals(emptyList(), reduce(asked, InsightsEvent.AskTapped("drift:stress")).effects)
    }

    @Test
    fun `a card that is not shown is neither hidden nor asked`() {
        assertEquals(emptyList(), reduce(read, InsightsEvent.HideTapped("days_after:energy")).effects)
    }

    @Test
    fun `no coming visit is told apart from every other refusal`() {
        fun answer(code: Refusal) = perform(InsightsEffect.Ask("drift:stress"), Refusing(code)) { evening }
        assertEquals(InsightsEvent.ActRefused("drift:stress", NotDone.NoComingVisit), answer(Refusal.NO_COMING_VISIT))
        assertEquals(
            InsightsEvent.ActRefused("drift:stress", NotDone.Refused(CardAct.ASK, Problem.NotTaken("a reason"))),
            answer(Refusal.UNKNOWN_CARD),
        )
    }
}
