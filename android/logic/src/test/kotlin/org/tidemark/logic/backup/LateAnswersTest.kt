package org.tidemark.logic.backup

import org.tidemark.logic.Problem
import org.tidemark.logic.onboarding.OnboardingEffect
import org.tidemark.logic.onboarding.OnboardingEvent
import org.tidemark.logic.onboarding.OnboardingState
import kotlin.test.Test
import kotlin.test.assertEquals
import org.tidemark.logic.onboarding.reduce as onboarding

/** Two taps before the first answer: words stay what they are on the screen, and nothing is written twice. */
class LateAnswersTest {
    private val first = WordsCheck(RecoveryWords("ocean timber velvet"), listOf(1, 2))
    private val second = WordsCheck(RecoveryWords("anchor maple silent"), listOf(1, 2))
    private val present = RecoveryWords("river stone lamp")

    private fun after(words: WordsState, vararg events: BackupEvent): WordsState =
        events.fold(BackupState(words = words)) { state, event -> reduce(state, event).state }.words

    @Test
    fun `new words that are being written down are not swapped for others`() {
        val shown = after(WordsState.Present(), BackupEvent.NewWordsShown(present, first), BackupEvent.NewWordsShown(present, second))
        assertEquals(WordsState.New(present, first), shown)
    }

    @Test
    fun `what was left is not opened again by its answer`() {
        assertEquals(WordsState.Known, after(WordsState.Present(), BackupEvent.WordsLeft, BackupEvent.NewWordsShown(present, first)))
        assertEquals(WordsState.Known, after(WordsState.Present(), BackupEvent.WordsLeft, BackupEvent.PresentWordsWrong))
        val later = after(WordsState.Waiting, BackupEvent.WordsShown(first), BackupEvent.WordsLeft)
        assertEquals(WordsState.Waiting, later)
        assertEquals(WordsState.Checked, after(WordsState.Checked, BackupEvent.WordsShown(first)))
    }

    @Test
    fun `two quick taps add one reminder, and after a refusal another try is taken`() {
        val tapped = onboarding(OnboardingState(), OnboardingEvent.Reminder(1260))
        assertEquals(listOf<OnboardingEffect>(OnboardingEffect.AddReminder(1260)), tapped.effects)
        assertEquals(emptyList(), onboarding(tapped.state, OnboardingEvent.Reminder(1260)).effects)
        val refused = onboarding(tapped.state, OnboardingEvent.NotKept(Problem.Busy)).state
        assertEquals(1, onboarding(refused, OnboardingEvent.Reminder(1260)).effects.size)
    }
}
