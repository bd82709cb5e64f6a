package org.tidemark.logic.imports

import org.tidemark.bindings.AppliedImport
import org.tidemark.bindings.ImportCounts
import org.tidemark.bindings.ImportUndone
import org.tidemark.logic.ChosenFile
import org.tidemark.logic.Problem
import org.tidemark.logic.Progress

/** What happened: what the person did, or what came of an effect. */
public sealed interface ImportsEvent {
    public data object Shown : ImportsEvent

    /** "Choose a file" was tapped. */
    public data object FileAsked : ImportsEvent

    /** A column is this from now on. */
    public data class ColumnSet(val at: Int, val use: ColumnUse) : ImportsEvent

    public data class CommaChosen(val comma: Boolean) : ImportsEvent

    /** The marks that stand for no value, with spaces between. */
    public data class MissingTyped(val text: String) : ImportsEvent

    /** The columns are told; the file is read with them. */
    public data object ColumnsGiven : ImportsEvent

    /** Back from the counts to the columns. */
    public data object ColumnsAsked : ImportsEvent

    /** A name of the file stands for this; none takes the answer away. */
    public data class NameAnswered(val name: String, val answer: String?) : ImportsEvent

    public data class RangeTyped(val name: String, val typed: org.tidemark.logic.imports.RangeTyped) : ImportsEvent

    public data class ZoneTyped(val zone: String) : ImportsEvent

    /** The counts are to be made anew, with what was said since. */
    public data object LookAsked : ImportsEvent

    /** Rows that cannot be taken are left out, or not. */
    public data class SkipTicked(val on: Boolean) : ImportsEvent

    /** Deleted entries come back, or stay out. */
    public data class RestoreTicked(val on: Boolean) : ImportsEvent

    public data object ApplyAsked : ImportsEvent

    /** "Break off" was tapped while it runs. */
    public data object BreakOffAsked : ImportsEvent

    /** The file is left; nothing was changed. */
    public data object Left : ImportsEvent

    /** "Take back" of an import was tapped. */
    public data class UndoAsked(val batchId: String) : ImportsEvent

    /** It is to be taken back; of one that was edited since, the edited entries stay. */
    public data object UndoConfirmed : ImportsEvent

    /** The import stays. */
    public data object UndoLeft : ImportsEvent

    public data class FileChosen(val file: ChosenFile) : ImportsEvent

    /** The person turned back. */
    public data object NoFile : ImportsEvent

    /** No known app wrote it; it is a table with these columns. */
    public data class TableFound(val mapping: Mapping) : ImportsEvent

    public data class Looked(val found: Found) : ImportsEvent

    public data class Stopped(val refused: Refused) : ImportsEvent

    /** So many of so many are done. */
    public data class Progressed(val progress: Progress) : ImportsEvent

    /** All of it is on disk. */
    public data class Applied(val counts: ImportCounts) : ImportsEvent

    public data class PastRead(val past: List<AppliedImport>) : ImportsEvent

    public data class PastNotRead(val problem: Problem) : ImportsEvent

    public data class Undone(val undone: ImportUndone) : ImportsEvent

    /** Entries of it were edited since; nothing was removed. */
    public data class EditedFound(val edited: Edited) : ImportsEvent

    public data class NotUndone(val problem: Problem) : ImportsEvent
}
