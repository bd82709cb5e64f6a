package org.tidemark.logic.records

import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Revision
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem

/** What happened: what the person did, or what came of an effect. */
public sealed interface RecordsEvent {
    public data object Shown : RecordsEvent

    /** "Add" was tapped. */
    public data object Added : RecordsEvent

    /** A record of the list was tapped. */
    public data class Opened(val id: String) : RecordsEvent

    /** A field holds [text] now; nothing is saved yet. */
    public data class Typed(val field: String, val text: String) : RecordsEvent

    /** The single scores of a questionnaire are asked for, or left out. */
    public data class ScoresAsked(val on: Boolean) : RecordsEvent

    /** The score of a question, by its number; none takes it away. */
    public data class Scored(val number: Int, val score: Int?) : RecordsEvent

    public data class Reasoned(val text: String) : RecordsEvent

    /** The form was left without saving. */
    public data object Closed : RecordsEvent

    /** "Save" was tapped. */
    public data object Submitted : RecordsEvent

    /** "Delete" was tapped in the form of a record. */
    public data object Deleted : RecordsEvent

    public data object Undone : RecordsEvent

    public data object HistoryAsked : RecordsEvent

    /** What was found: the rules of the kind, its records, and what fields can name. */
    public data class Read(
        val today: String,
        val rules: List<FieldRule>,
        val rows: List<Row>,
        val choices: Map<String, List<Choice>>,
    ) : RecordsEvent

    public data class NotRead(val problem: Problem) : RecordsEvent

    /** The form is on disk. */
    public data class Written(val id: String, val at: Moment, val offersHelp: Boolean = false) : RecordsEvent

    public data class NotWritten(val problem: Problem) : RecordsEvent

    public data class Removed(val id: String, val at: Moment) : RecordsEvent

    public data class NotRemoved(val problem: Problem) : RecordsEvent

    /** The last act was taken back. */
    public data object TakenBack : RecordsEvent

    public data class NotTakenBack(val problem: Problem) : RecordsEvent

    public data class HistoryRead(val id: String, val history: List<Revision>) : RecordsEvent

    public data class HistoryNotRead(val problem: Problem) : RecordsEvent
}
