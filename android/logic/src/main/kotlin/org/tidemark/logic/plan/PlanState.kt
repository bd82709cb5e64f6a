package org.tidemark.logic.plan

import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.PlanDay
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.records.Broken
import org.tidemark.logic.records.Choice
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.records.Typed

/** What was agreed about sessions: the plan in force, what changed and why, and the form of a first plan or of a change. */
public data class PlanState(
    /** What was read; none until it was. */
    val plan: PlanRead? = null,
    /** The first plan while it is written down. */
    val form: RecordForm? = null,
    /** A change while it is written down. */
    val change: ChangeDraft? = null,
    val working: Boolean = false,
    /** The last act is on disk since then, and "Undo" takes it back; until the next one. */
    val saved: Saved? = null,
    /** What stands on the days shown; none until it was read. */
    val days: PlanDays? = null,
    /** The first of the days that are asked for, `YYYY-MM-DD`; none: this week's Monday. */
    val daysAsked: String? = null,
    val problem: Problem? = null,
)

/** Two weeks day by day. */
public data class PlanDays(
    /** The first and the last day, `YYYY-MM-DD`. */
    val from: String,
    val to: String,
    /** The days on which something stands. */
    val days: List<PlanDay>,
)

/** A version that was written, and when. */
public data class Saved(val id: String, val at: Moment)

/** What the diary says about the plan. */
public data class PlanRead(
    val today: String,
    /** The fields of a plan that a person sets, in order. */
    val rules: List<FieldRule>,
    /** What a change says of itself: its reasons and who decides, by their codes. */
    val reasons: List<String>,
    val deciders: List<String>,
    /** The version in force today; none before the first has begun. */
    val inForce: PlanVersion? = null,
    /** The newest version, from which a change goes on; it may begin later. */
    val newest: PlanVersion? = null,
    /** The newest first. */
    val changes: List<PlanAdjustment> = emptyList(),
    /** Cards of the week, which a change can name as what it followed from. */
    val cards: List<Choice> = emptyList(),
) {
    /** The version that begins later. */
    val coming: PlanVersion? get() = newest?.takeIf { it.id != inForce?.id }

    /** Whether the day to look at the plan again has come. */
    val reviewDue: Boolean get() = inForce?.shown?.get("review_on")?.let { it <= today } ?: false

    /** The fields that a change can be about: all but the day a plan begins. */
    val adjustable: List<FieldRule> get() = rules.filter { it.name != "since" }
}

/** A version of the plan with its fields as a form shows them. */
public data class PlanVersion(val id: String, val number: String, val since: String, val shown: Map<String, String>)

/** One change, in codes and the person's words. */
public data class PlanAdjustment(
    val at: String,
    val field: String,
    /** As a form shows it; none when it said nothing. */
    val from: String?,
    val to: String?,
    val reason: String,
    val decidedBy: String,
    /** What it followed from: the sentence of a card of this week, else its name. */
    val finding: String?,
)

/** A change in its form: what, to what, and why. Nothing of it is filled in beforehand. */
public data class ChangeDraft(
    /** The field of the plan. */
    val field: String? = null,
    val to: String = "",
    /** The plan says nothing about it any more. */
    val empties: Boolean = false,
    val reason: String? = null,
    val decidedBy: String? = null,
    /** The day it takes effect, `YYYY-MM-DD`; empty for today. */
    val at: String = "",
    /** The card it followed from. */
    val finding: String? = null,
    /** The rule that each part breaks: `field`, `to`, `reason`, `decided_by`, `at`. */
    val broken: Map<String, Broken> = emptyMap(),
    /** Why it was not saved, when no part is at fault. */
    val problem: Problem? = null,
)

/** The codes of a field that takes one of a list. */
internal fun List<FieldRule>.codesOf(name: String): List<String> = (firstOrNull { it.name == name }?.form as? FieldForm.Code)?.allowed.orEmpty()

public sealed interface PlanEvent {
    public data object Shown : PlanEvent

    /** "Write it down" of a first plan. */
    public data object Added : PlanEvent

    /** A field of the first plan holds [text] now. */
    public data class Typed(val field: String, val text: String) : PlanEvent

    /** "Change something". */
    public data object ChangeAsked : PlanEvent

    /** What is to be changed; what was typed for another field goes. */
    public data class FieldChosen(val field: String) : PlanEvent

    public data class ToTyped(val text: String) : PlanEvent

    public data class Emptied(val on: Boolean) : PlanEvent

    public data class ReasonChosen(val reason: String) : PlanEvent

    public data class DeciderChosen(val decidedBy: String) : PlanEvent

    public data class DayTyped(val text: String) : PlanEvent

    public data class FindingChosen(val finding: String?) : PlanEvent

    /** The form was left without saving. */
    public data object Closed : PlanEvent

    public data object Submitted : PlanEvent

    public data object Undone : PlanEvent

    /** "Earlier" or "Later": the days shown begin [weeks] later, or earlier. */
    public data class DaysMoved(val weeks: Int) : PlanEvent

    public data class DaysRead(val days: PlanDays) : PlanEvent

    public data class DaysNotRead(val problem: Problem) : PlanEvent

    public data class Read(val plan: PlanRead) : PlanEvent

    public data class NotRead(val problem: Problem) : PlanEvent

    public data class Written(val id: String, val at: Moment) : PlanEvent

    public data class NotWritten(val problem: Problem) : PlanEvent

    public data object TakenBack : PlanEvent

    public data class NotTakenBack(val problem: Problem) : PlanEvent
}

public sealed interface PlanEffect {
    public data object Read : PlanEffect

    /** Reads two weeks from a day on; none: from this week's Monday. */
    public data class ReadDays(val from: String?) : PlanEffect

    /** Writes the first plan down. */
    public data class Add(val typed: List<Typed>) : PlanEffect

    /** Makes a new version with its reason. */
    public data class Adjust(val to: Typed, val reason: String, val decidedBy: String, val at: String, val finding: String?) : PlanEffect

    public data class TakeBack(val id: String) : PlanEffect

    /** Remembers a form for the way back to it. */
    public data class Keep(val drafts: PlanDrafts) : PlanEffect
}

/** What is typed and not saved. */
public data class PlanDrafts(val form: RecordForm?, val change: ChangeDraft?)
