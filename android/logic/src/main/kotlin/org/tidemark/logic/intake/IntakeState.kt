package org.tidemark.logic.intake

import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Sheet
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.records.Choice
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.records.Typed
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut

/** What a massage therapist needs to know, part by part, each with its own tick to leave the phone. */
public data class IntakeState(
    /** What was read; none until it was. */
    val read: IntakeRead? = null,
    /** The parts while they are written; saving makes a new version. */
    val form: RecordForm? = null,
    val working: Boolean = false,
    /** The last change is on disk since then, and "Undo" takes it back; until the next one. */
    val saved: Saved? = null,
    /** The last three sessions stand on the reverse. */
    val reverse: Boolean = false,
    /** Two lines to sign on stand at the end. */
    val signatures: Boolean = false,
    /** Id of the earlier version that is open to be read. */
    val openVersion: String? = null,
    /** The page on its way out. */
    val out: SheetOut = SheetOut(),
    val problem: Problem? = null,
) {
    /** The page as it is chosen. */
    val page: Sheet get() = Sheet.Intake(reverse, signatures)

    /** What the way back to the screen begins with. */
    internal val draft: IntakeDraft get() = IntakeDraft(form, reverse, signatures)

    /** What stands on the page: the parts that are ticked and say something, in order. */
    val leaves: List<IntakePart>
        get() {
            val parts = read?.parts.orEmpty().filter { it.ticked }
            // The box of allergies stands there empty, too: nothing written down is not the same as none.
            return parts.filter { part ->
                part.text.isNotEmpty() && (part.field != PURPOSES || parts.any { it.field == "medicines" && it.text.isNotEmpty() }) || part.field == "allergies"
            }
        }
}

/** What was begun or chosen on the screen and is in no version: the page that is sent is the one that was looked at. */
public data class IntakeDraft(val form: RecordForm? = null, val reverse: Boolean = false, val signatures: Boolean = false)

/** A change of a version that is on disk since [at]. */
public data class Saved(val id: String, val at: Moment)

internal const val PURPOSES = "medicine_purposes"

/** What the diary says about the sheet. */
public data class IntakeRead(
    val today: String,
    /** The fields that a person sets, in order; the day it was gone through is not among them. */
    val rules: List<FieldRule>,
    /** Medicines that can be named, by their ids. */
    val medicines: List<Choice>,
    /** The newest first. */
    val versions: List<IntakeVersion> = emptyList(),
    /** A plan is in force; its length and style stand on the page. */
    val withPlan: Boolean = false,
) {
    val newest: IntakeVersion? get() = versions.firstOrNull()

    /** Those before the newest: to be read, and no more. */
    val earlier: List<IntakeVersion> get() = versions.drop(1)

    /** The parts of the newest version; none without a version. */
    val parts: List<IntakePart> get() = newest?.parts.orEmpty()
}

/** A part of the sheet: what it says, as a form shows it, and whether it may leave. */
public data class IntakePart(val field: String, val text: String, val ticked: Boolean)

/**
 * A version of the sheet, with the day the person went through it, its fields as a form shows them, and its parts in the order of the
 * page's ticks.
 */
public data class IntakeVersion(
    val id: String,
    val number: String,
    val reviewedOn: String,
    val shown: Map<String, String>,
    val parts: List<IntakePart> = emptyList(),
)

public sealed interface IntakeEvent {
    public data object Shown : IntakeEvent

    /** "Write it down", or "Change": the form opens with what the newest version says. */
    public data object Changed : IntakeEvent

    public data class Typed(val field: String, val text: String) : IntakeEvent

    /** The form was left without saving. */
    public data object Closed : IntakeEvent

    public data object Submitted : IntakeEvent

    /** "I went through it, and it is as it is." */
    public data object Reviewed : IntakeEvent

    /** A part may leave from now on, or may not. */
    public data class Ticked(val field: String, val on: Boolean) : IntakeEvent

    public data class ReverseTicked(val on: Boolean) : IntakeEvent

    public data class SignaturesTicked(val on: Boolean) : IntakeEvent

    /** An earlier version is to be read; none closes it. */
    public data class VersionOpened(val id: String?) : IntakeEvent

    public data object Undone : IntakeEvent

    public data class Went(val way: Way) : IntakeEvent

    public data class Read(val read: IntakeRead) : IntakeEvent

    public data class NotRead(val problem: Problem) : IntakeEvent

    /** A change of the version [id] is on disk; that of the form when [form]. */
    public data class Written(val id: String, val at: Moment, val form: Boolean) : IntakeEvent

    public data class NotWritten(val problem: Problem, val form: Boolean) : IntakeEvent

    public data object TakenBack : IntakeEvent

    public data class SheetCame(val out: SheetOut) : IntakeEvent
}

public sealed interface IntakeEffect {
    public data object Read : IntakeEffect

    /** Makes a new version with what was changed. */
    public data class Write(val typed: List<Typed>) : IntakeEffect

    /** Notes that the newest version was gone through today. */
    public data class Review(val id: String) : IntakeEffect

    public data class Tick(val id: String, val field: String, val on: Boolean) : IntakeEffect

    public data class TakeBack(val id: String) : IntakeEffect

    public data class Send(val reverse: Boolean, val signatures: Boolean, val way: Way) : IntakeEffect

    /** Remembers what was begun and chosen, for the way back to it. */
    public data class Keep(val draft: IntakeDraft) : IntakeEffect
}
