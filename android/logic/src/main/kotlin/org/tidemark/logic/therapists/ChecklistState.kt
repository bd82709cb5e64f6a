package org.tidemark.logic.therapists

import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.records.Broken
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut

/** What was asked of one massage therapist, an item at a time. */
public data class ChecklistState(
    /** What was read; none until it was. */
    val therapist: Therapist? = null,
    val today: String = "",
    /** The item that is open, as it stands in its form. */
    val draft: AnswerDraft? = null,
    /** The words on the first talk while they are typed; none when they are as on disk. */
    val fit: String? = null,
    val working: Boolean = false,
    /** The last change is on disk since then, and "Undo" takes it back; until the next one. */
    val saved: Moment? = null,
    /** The questions that are still open, on their way out. */
    val out: SheetOut = SheetOut(),
    val problem: Problem? = null,
) {
    val fitTooLong: Boolean get() = (fit?.trim()?.let { it.codePointCount(0, it.length) } ?: 0) > LONGEST_FIT

    /** Whether the words on the first talk are others than those on disk. */
    val fitTouched: Boolean get() = fit != null && fit.trim() != therapist?.fit
}

/** What the core takes, in characters. */
public const val LONGEST_NOTE: Int = 200
public const val LONGEST_FIT: Int = 4000

/** An item in its form; nothing is saved before "Save". */
public data class AnswerDraft(
    /** As it is on disk. */
    val before: ItemAnswer,
    val status: ChecklistStatus = before.status,
    /** A day, `YYYY-MM-DD`; empty for today. */
    val on: String = before.on,
    val how: ChecklistHow? = before.how,
    val note: String = before.note,
    /** The rule that the day breaks, or the note. */
    val brokenDay: Broken? = null,
    val brokenNote: Broken? = null,
) {
    /** The item as it would be on disk. */
    internal val after: ItemAnswer
        get() = before.copy(status = status, on = on.trim(), how = how, note = note.trim())
}

public sealed interface ChecklistEvent {
    public data object Shown : ChecklistEvent

    /** An item was tapped. */
    public data class Opened(val item: String) : ChecklistEvent

    public data class StatusChosen(val status: ChecklistStatus) : ChecklistEvent

    public data class DayTyped(val text: String) : ChecklistEvent

    public data class HowChosen(val how: ChecklistHow?) : ChecklistEvent

    public data class NoteTyped(val text: String) : ChecklistEvent

    /** The form was left without saving. */
    public data object Closed : ChecklistEvent

    public data object Submitted : ChecklistEvent

    public data class FitTyped(val text: String) : ChecklistEvent

    public data object FitSubmitted : ChecklistEvent

    public data object Undone : ChecklistEvent

    public data class Went(val way: Way) : ChecklistEvent

    public data class Read(val therapist: Therapist, val today: String) : ChecklistEvent

    public data class NotRead(val problem: Problem) : ChecklistEvent

    /** An item is on disk, or the words on the first talk when [fit]. */
    public data class Written(val at: Moment, val fit: Boolean) : ChecklistEvent

    public data class NotWritten(val problem: Problem) : ChecklistEvent

    public data object TakenBack : ChecklistEvent

    public data class SheetCame(val out: SheetOut) : ChecklistEvent
}

public sealed interface ChecklistEffect {
    public data object Read : ChecklistEffect

    /** Writes one item down; [empties] when something it said before is to be gone. */
    public data class Write(val answer: ItemAnswer, val empties: Boolean) : ChecklistEffect

    public data class WriteFit(val text: String) : ChecklistEffect

    public data object TakeBack : ChecklistEffect

    public data class Send(val way: Way) : ChecklistEffect

    /** Remembers what was typed for the way back. */
    public data class Keep(val drafts: ChecklistDrafts) : ChecklistEffect
}

/** What is typed and not saved. */
public data class ChecklistDrafts(val draft: AnswerDraft?, val fit: String?)
