package org.tidemark.logic.visit

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.Period
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.Sentence
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem

/** What a visit of the core takes. */
public const val MOST_QUESTIONS: Int = 5
public const val LONGEST_QUESTION: Int = 200

/** Preparing the coming visit: questions, goals, how complete the records are, and the way to the preview. */
public data class VisitPrepState(
    /** What was read; none until it was. */
    val prep: Prep? = null,
    /** The question being written: the one at [at], or a new one. */
    val draft: QuestionDraft = QuestionDraft(),
    val working: Boolean = false,
    /** The questions are on disk since then; until something is typed. */
    val saved: Moment? = null,
    /** A question was added, changed or taken away, and "Undo" takes that back. */
    val undo: Boolean = false,
    /** Why the visit could not be read, or a question not saved. */
    val problem: Problem? = null,
) {
    /** Whether one more question has room. */
    val hasRoom: Boolean get() = (prep?.questions?.size ?: 0) < MOST_QUESTIONS
}

/** A question as it stands in the field. */
public data class QuestionDraft(val text: String = "", val at: Int? = null) {
    val length: Int get() = text.trim().let { it.codePointCount(0, it.length) }

    val tooLong: Boolean get() = length > LONGEST_QUESTION
}

/** What the diary says about the coming visit. */
public data class Prep(
    /** The next visit from today on; none when none is written down. */
    val visit: DiaryRecord?,
    val questions: List<String>,
    /** Goals that are followed, in the person's words. */
    val goals: List<String>,
    /** How complete the records of the period are, in the core's words. */
    val quality: Sentence?,
    val period: Period,
    /** Where the preview begins. */
    val options: ReportOptions,
)

public sealed interface VisitPrepEvent {
    public data object Shown : VisitPrepEvent

    public data class Typed(val text: String) : VisitPrepEvent

    /** The question in the field is to be kept. */
    public data object Submitted : VisitPrepEvent

    /** "Change" of the question at [at]. */
    public data class ChangeAsked(val at: Int) : VisitPrepEvent

    public data object ChangeLeft : VisitPrepEvent

    public data class Removed(val at: Int) : VisitPrepEvent

    public data object Undone : VisitPrepEvent

    public data class Read(val prep: Prep) : VisitPrepEvent

    public data class NotRead(val problem: Problem) : VisitPrepEvent

    /** The questions are on disk. */
    public data class Saved(val questions: List<String>, val at: Moment, val clears: Boolean) : VisitPrepEvent

    public data class NotSaved(val problem: Problem) : VisitPrepEvent

    public data object TakenBack : VisitPrepEvent
}

public sealed interface VisitPrepEffect {
    public data object Read : VisitPrepEffect

    /** Writes the questions of a visit; the field is emptied afterwards when they came from it. */
    public data class Save(val visit: String, val questions: List<String>, val clears: Boolean) : VisitPrepEffect

    public data class TakeBack(val visit: String) : VisitPrepEffect

    public data class Keep(val draft: QuestionDraft) : VisitPrepEffect
}
