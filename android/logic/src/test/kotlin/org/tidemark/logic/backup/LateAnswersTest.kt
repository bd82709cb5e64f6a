package org.tidemark.logic.backup

import org.tidemark.logic.Problem
import org.tidemark.logic.Progress
import org.tidemark.logic.onboarding.OnboardingEffect
import org.tidemark.logic.onboarding.OnboardingEvent
import org.tidemark.logic.onboarding.OnboardingState
import kotlin.test.Test
import kotlin.test.assertEquals
import org.tidemark.logic.onboarding.reduce as onboarding

/** Two taps before the first answer, and answers that come late: words stay what they are on the screen, and nothing is done twice. */
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

    @Test
    fun `one file is written at a time and only its own progress counts`() {
        val begun = reduce(BackupState(runs = 3), BackupEvent.SaveAsked)
        assertEquals(Saving.Writing(4) to listOf<BackupEffect>(BackupEffect.Save(4)), begun.state.saving to begun.effects)
        assertEquals(emptyList(), reduce(begun.state, BackupEvent.SaveAsked).effects)
        assertEquals(begun.state, reduce(begun.state, BackupEvent.Progressed(3, Progress(1, 2))).state)
        val on = reduce(begun.state, BackupEvent.Progressed(4, Progress(1, 2))).state
        assertEquals(Saving.Writing(4, Progress(1, 2)), on.saving)
        val breaking = reduce(on, BackupEvent.BreakOffAsked)
        assertEquals(Saving.Writing(4, Progress(1, 2), breakingOff = true), breaking.state.saving)
        assertEquals(listOf<BackupEffect>(BackupEffect.BreakOff(4)), breaking.effects)
        assertEquals(emptyList(), reduce(breaking.state, BackupEvent.BreakOffAsked).effects)
        val over = reduce(breaking.state, BackupEvent.BrokenOff).state
        assertEquals(over, reduce(over, BackupEvent.Progressed(4, Progress(2, 2))).state)
        assertEquals(emptyList(), reduce(over, BackupEvent.BreakOffAsked).effects)
    }

    @Test
    fun `one folder is asked for at a time and copied into once`() {
        val asked = reduce(BackupState(read = true), BackupEvent.FolderAsked)
        assertEquals(true to listOf<BackupEffect>(BackupEffect.ChooseFolder), asked.state.copying to asked.effects)
        for (again in listOf(BackupEvent.FolderAsked, BackupEvent.CopyNowAsked, BackupEvent.CopiesLeft)) assertEquals(asked.state, reduce(asked.state, again).state)
        val chosen = reduce(asked.state, BackupEvent.FolderChosen("Copies"))
        assertEquals(Copies("Copies") to listOf<BackupEffect>(BackupEffect.CopyInto), chosen.state.copies to chosen.effects)
        assertEquals(emptyList(), reduce(chosen.state, BackupEvent.CopyNowAsked).effects)
        val failed = reduce(chosen.state, BackupEvent.Copied(CopyOutcome.FAILED))
        assertEquals(Copies("Copies", failed = true) to false, failed.state.copies to failed.state.copying)
        // No folder is offered while words wait: such a file could be opened by nobody.
        assertEquals(emptyList(), reduce(BackupState(words = WordsState.Waiting), BackupEvent.FolderAsked).effects)
    }
}
