package org.tidemark.logic.onboarding

import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Setting
import org.tidemark.bindings.StarterSet
import org.tidemark.bindings.starterSets
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Next
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.settings.addReminder

/** The questions after the first page. The diary is there already: each answer is kept when it is given, none is needed. */
public data class OnboardingState(
    val page: Page = Page.STARTER_SET,
    val sets: List<StarterSet> = emptyList(),
    /** What the measures of the sets are called, by their names. */
    val labels: Map<String, String> = emptyMap(),
    /** The set that is on disk; none while the built-in measures are asked. */
    val set: String? = null,
    /** When the day ends, in minutes after midnight; none until it was read. */
    val rolloverMin: Int? = null,
    /** The time of the reminder that is on disk. */
    val reminderMin: Int? = null,
    /** A reminder is on its way to the disk. */
    val adding: Boolean = false,
    val problem: Problem? = null,
    /** Whether the last page was left. */
    val over: Boolean = false,
)

public enum class Page { STARTER_SET, DAY_END, REMINDER, LOCK }

public sealed interface OnboardingEvent {
    public data object Shown : OnboardingEvent

    public data class SetChosen(val id: String) : OnboardingEvent

    public data class DayEnds(val minutes: Int) : OnboardingEvent

    public data class Reminder(val minutes: Int) : OnboardingEvent

    /** "Next" or "Skip": the same to the rules, since what was answered is kept already. */
    public data object Went : OnboardingEvent

    public data object WentBack : OnboardingEvent

    public data class Read(val sets: List<StarterSet>, val labels: Map<String, String>, val rolloverMin: Int) : OnboardingEvent

    public data class SetKept(val id: String) : OnboardingEvent

    public data class DayEndKept(val minutes: Int) : OnboardingEvent

    public data class ReminderKept(val minutes: Int) : OnboardingEvent

    public data class NotKept(val problem: Problem) : OnboardingEvent
}

public sealed interface OnboardingEffect {
    public data object Read : OnboardingEffect

    public data class ChooseSet(val id: String) : OnboardingEffect

    public data class SetDayEnd(val minutes: Int) : OnboardingEffect

    public data class AddReminder(val minutes: Int) : OnboardingEffect
}

public fun onboardingFeature(env: Env): Feature<OnboardingState, OnboardingEvent, OnboardingEffect> =
    Feature(OnboardingState(), OnboardingEvent.Shown, ::reduce) { perform(it, env) }

public fun reduce(state: OnboardingState, event: OnboardingEvent): Next<OnboardingState, OnboardingEffect> = when (event) {
    OnboardingEvent.Shown -> Next(state, OnboardingEffect.Read)
    is OnboardingEvent.Read -> Next(state.copy(sets = event.sets, labels = event.labels, rolloverMin = event.rolloverMin))
    is OnboardingEvent.SetChosen -> Next(state.copy(problem = null), OnboardingEffect.ChooseSet(event.id))
    is OnboardingEvent.DayEnds -> Next(state.copy(problem = null), OnboardingEffect.SetDayEnd(event.minutes))
    // One reminder is added here; a second tap would add another.
    is OnboardingEvent.Reminder ->
        if (state.reminderMin != null || state.adding) {
            Next(state)
        } else {
            Next(state.copy(adding = true, problem = null), OnboardingEffect.AddReminder(event.minutes))
        }
    is OnboardingEvent.SetKept -> Next(state.copy(set = event.id))
    is OnboardingEvent.DayEndKept -> Next(state.copy(rolloverMin = event.minutes))
    is OnboardingEvent.ReminderKept -> Next(state.copy(reminderMin = event.minutes, adding = false))
    is OnboardingEvent.NotKept -> Next(state.copy(problem = event.problem, adding = false))
    OnboardingEvent.Went -> Next(
        Page.entries.getOrNull(state.page.ordinal + 1)?.let { state.copy(page = it, problem = null) } ?: state.copy(over = true),
    )
    OnboardingEvent.WentBack -> Next(state.copy(page = Page.entries.getOrNull(state.page.ordinal - 1) ?: state.page, problem = null))
}

internal fun perform(effect: OnboardingEffect, env: Env): OnboardingEvent = when (effect) {
    OnboardingEffect.Read -> reply {
        val labels = env.diary.measures().associate { it.id to it.label }
        OnboardingEvent.Read(starterSets(), labels, env.diary.settings().rolloverMin.toInt())
    }.event({ it }) { OnboardingEvent.NotKept(it) }
    is OnboardingEffect.ChooseSet -> reply { env.diary.chooseStarterSet(effect.id, RecordedBy.OWN, env.now()) }
        .event({ OnboardingEvent.SetKept(effect.id) }) { OnboardingEvent.NotKept(it) }
    is OnboardingEffect.SetDayEnd -> reply { env.diary.setSetting(Setting.Rollover(effect.minutes.toUShort())) }
        .event({ OnboardingEvent.DayEndKept(effect.minutes) }) { OnboardingEvent.NotKept(it) }
    is OnboardingEffect.AddReminder -> reply { env.addReminder(effect.minutes) }
        .event({ OnboardingEvent.ReminderKept(effect.minutes) }) { OnboardingEvent.NotKept(it) }
}
