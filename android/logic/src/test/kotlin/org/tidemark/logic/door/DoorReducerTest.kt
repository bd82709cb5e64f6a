package org.tidemark.logic.door

import org.tidemark.logic.Problem
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.noDiary
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** The rules of the door by themselves. */
class DoorReducerTest {
    private val whys = listOf(
        Why.Shut, Why.TurnedBack, Why.NotNow, Why.NoKey, Why.KeyGone, Why.KeyOrFile, Why.Damaged, Why.Missing, Why.Newer,
        Why.Other(Problem.Busy),
    )

    @Test
    fun `no locked door makes a diary whatever happens`() {
        for (why in whys) {
            val state = DoorState.Locked(why)
            for (event in listOf(DoorEvent.Begun(true), DoorEvent.WordsChecked(listOf("a", "b")), DoorEvent.NotMade(Problem.Busy))) {
                assertEquals(state to emptyList<DoorEffect>(), reduce(state, event).let { it.state to it.effects }, "$why $event")
            }
        }
    }

    @Test
    fun `every locked door offers to try again and the sealed files and none offers words for a newer diary`() {
        for (why in whys) assertEquals(emptySet(), setOf(Offer.TRY_AGAIN, Offer.EXPORT) - why.offers.toSet(), "$why")
        assertEquals(listOf(Offer.TRY_AGAIN, Offer.EXPORT), Why.Newer.offers)
    }

    @Test
    fun `an answer that comes under help is there when help is left`() {
        val help = reduce(DoorState.Starting, DoorEvent.HelpAsked).state
        val answered = reduce(help, DoorEvent.NotOpened(Why.NotNow)).state
        assertEquals(DoorState.Help(DoorState.Locked(Why.NotNow)), answered)
        assertEquals(DoorState.Locked(Why.NotNow), reduce(answered, DoorEvent.HelpLeft).state)
    }

    @Test
    fun `an open diary is shut before what is there is looked at anew`() {
        val next = reduce(DoorState.Open(noDiary), DoorEvent.Shown)
        val (first, second) = next.effects
        assertTrue(first is DoorEffect.Shut && first.diary === noDiary)
        assertEquals(DoorEffect.Look, second)
    }

    @Test
    fun `the lock shuts an open diary behind help too`() {
        val locked = reduce(DoorState.Help(DoorState.Open(noDiary)), DoorEvent.LockAsked)
        val shut = locked.effects.single()
        assertTrue(shut is DoorEffect.Shut && shut.diary === noDiary)
        assertEquals(DoorState.Help(DoorState.Locked(Why.Shut)), locked.state)
    }

    @Test
    fun `a diary that opens too late is not left open behind another screen`() {
        for (state in listOf(DoorState.Restoring(here = true), DoorState.Open(noDiary), DoorState.Mismatched)) {
            val late = reduce(state, DoorEvent.Opened(noDiary))
            val shut = late.effects.single()
            assertTrue(shut is DoorEffect.Shut && shut.diary === noDiary)
            assertTrue(late.state === state)
        }
    }

    @Test
    fun `words are sent once while they are tried`() {
        val asked = DoorState.Locked(Why.NoKey, asks = WordsFor.DIARY)
        val words = RecoveryWords("a")
        val tried = reduce(asked, DoorEvent.WordsGiven(words))
        assertEquals(listOf<DoorEffect>(DoorEffect.OpenWithWords(words)), tried.effects)
        assertEquals(emptyList(), reduce(tried.state, DoorEvent.WordsGiven(words)).effects)
    }

    @Test
    fun `a tap on begin makes one diary`() {
        val made = reduce(DoorState.NoDiary(), DoorEvent.Begun(setUp = false))
        assertEquals(listOf<DoorEffect>(DoorEffect.MakeDiary(null)), made.effects)
        assertEquals(emptyList(), reduce(made.state, DoorEvent.Begun(setUp = false)).effects)
    }
}
