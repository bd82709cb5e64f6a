package org.tidemark.logic.report

import org.tidemark.bindings.Included
import org.tidemark.bindings.Leaving
import org.tidemark.bindings.NoteToTick
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Period
import org.tidemark.bindings.ReportOptions
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem

/** The report builder. */
public data class ReportState(
    /** What the choices start from; none until it was read. */
    val basis: Basis? = null,
    val choices: ReportChoices? = null,
    /** What came of the choices; of the ones before while newer ones are laid out. */
    val laid: Laid? = null,
    /** Choices are being laid out. */
    val laying: Boolean = false,
    /** They were changed meanwhile, and are laid out again. */
    val behind: Boolean = false,
    val problem: Problem? = null,
    val notes: NotesToTick = NotesToTick(),
) {
    /** The notes of the days and sections chosen, by day; none until they were read. */
    val notesShown: List<NoteToTick>? get() = notes.listed?.takeIf { it.of == notesOf }?.notes

    /** Of which days and sections the notes are; none while the days cannot be taken. */
    internal val notesOf: NotesOf?
        get() = choices?.let { chosen -> basis?.let { chosen.period(it.usual) }?.let { NotesOf(it, chosen.included.sessions) } }

    /**
     * What the preview would be asked for; none while something chosen cannot be taken, and while nobody has looked whether the
     * notes that are ticked are still there.
     */
    val options: ReportOptions?
        get() {
            val (basis, choices) = Pair(basis ?: return null, choices ?: return null)
            val known = choices.included.chosenNotes.isEmpty() || notesShown != null
            return if (known) choices.options(basis.madeAt, basis.usual) else null
        }
}

/** What the diary says before anything is chosen. */
public data class Basis(
    /** When the report is made, for all its forms. */
    val madeAt: Moment,
    /** The days since the last visit, or what the core takes instead. */
    val usual: Period,
    /** The day of the last visit before today; none when no visit is written down. */
    val lastVisit: String?,
    val paper: Paper,
    /** What is ticked for each recipient. */
    val ticked: Map<Recipient, Included>,
)

/** A report that was laid out and not written. */
public data class Laid(val options: ReportOptions, val leaves: List<Leaving>, val pages: Int)
