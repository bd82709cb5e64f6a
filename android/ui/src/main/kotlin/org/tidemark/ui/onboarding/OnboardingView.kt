package org.tidemark.ui.onboarding

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Env
import org.tidemark.logic.Place
import org.tidemark.logic.onboarding.OnboardingEvent
import org.tidemark.logic.onboarding.OnboardingState
import org.tidemark.logic.onboarding.Page
import org.tidemark.logic.onboarding.onboardingFeature
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.app.Shell
import org.tidemark.ui.app.running
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.ChoiceRow
import org.tidemark.ui.form.ClockSteps
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.Told
import org.tidemark.ui.form.WayOut
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.sentence
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** The questions of the first day; [onOver] is where they lead. */
@Composable
internal fun OnboardingScreen(env: Env, toHelp: Go, onOver: (Place) -> Unit) {
    val running = running(env, "onboarding") { onboardingFeature(env) }
    LaunchedEffect(running.state.over) { if (running.state.over) onOver(Place.Today) }
    val go = Go(toHelp.to, {}, { running.send(OnboardingEvent.WentBack) }, {})
    Shell(strings.onboardingTitle(), go, null, canGoBack = running.state.page != Page.STARTER_SET) {
        OnboardingView(running.state, running.send, onOver)
    }
}

/** One question a page. Each answer is on disk when it shows as chosen, and "Next" needs none. */
@Composable
public fun OnboardingView(state: OnboardingState, send: (OnboardingEvent) -> Unit, onOver: (Place) -> Unit) {
    Aside(strings.onboardingPage((state.page.ordinal + 2).toString(), (Page.entries.size + 1).toString()))
    state.problem?.let { ProblemCard(it) }
    when (state.page) {
        Page.STARTER_SET -> StarterSets(state, send)
        Page.DAY_END -> DayEnd(state, send)
        Page.REMINDER -> Reminder(state, send)
        Page.LOCK -> LockPage(onOver)
    }
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        when (state.page) {
            Page.LOCK -> FirstDeed(strings.onboardingStart()) { onOver(Place.Today) }
            else -> {
                FirstDeed(strings.appNext()) { send(OnboardingEvent.Went) }
                WayOut(strings.onboardingStart()) { onOver(Place.Today) }
            }
        }
    }
}

@Composable
private fun StarterSets(state: OnboardingState, send: (OnboardingEvent) -> Unit) = Section(strings.onboardingSetTitle()) {
    Aside(strings.onboardingSetAbout())
    Column(Modifier.fillMaxWidth().selectableGroup()) {
        state.sets.forEach { set ->
            ChoiceRow(LocalWords.current.sentence(set.label), set.measures.joinToString(" · ") { state.labels[it] ?: it }, set.id == state.set) {
                send(OnboardingEvent.SetChosen(set.id))
            }
        }
    }
    if (state.set == null) Aside(strings.onboardingSetOwn())
}

@Composable
private fun DayEnd(state: OnboardingState, send: (OnboardingEvent) -> Unit) = Section(strings.onboardingDayEndTitle()) {
    Aside(strings.onboardingDayEndAbout())
    state.rolloverMin?.let { minutes ->
        ClockSteps(strings.onboardingDayEndTitle(), LocalWords.current.time(minutes), minutes, 0..LATEST_DAY_END) { send(OnboardingEvent.DayEnds(it)) }
    }
}

@Composable
private fun Reminder(state: OnboardingState, send: (OnboardingEvent) -> Unit) = Section(strings.onboardingReminderTitle()) {
    val words = LocalWords.current
    Aside(strings.onboardingReminderAbout())
    val kept = state.reminderMin
    if (kept != null) {
        Told(strings.onboardingReminderKept(words.time(kept)))
    } else {
        // An evening, before it is late; only a beginning to move from.
        var minutes by remember { mutableIntStateOf(FIRST_REMINDER) }
        ClockSteps(strings.reminderTitle(), words.time(minutes), minutes) { minutes = it }
        Deed(strings.onboardingReminderSet(words.time(minutes))) { send(OnboardingEvent.Reminder(minutes)) }
    }
}

@Composable
private fun LockPage(onOver: (Place) -> Unit) = Section(strings.onboardingLockTitle()) {
    Text(strings.onboardingLockAbout(), style = MaterialTheme.typography.bodyLarge)
    Deed(strings.onboardingLockNow()) { onOver(Place.Backup) }
    Aside(strings.onboardingLockLater())
}

/** The latest a day can end, in minutes after midnight. */
internal const val LATEST_DAY_END = 12 * 60
internal const val FIRST_REMINDER = 20 * 60 + 30
