package org.tidemark.logic.records

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.FieldRule
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Revision
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem

/** The records of one kind: a list, and the form over it while one is added or changed. */
public data class RecordsState(
    val kind: Kind,
    /** The fields a person sets, in order; what each may hold comes from the core. */
    val rules: List<FieldRule> = emptyList(),
    /** The day it is for the person, which "Today" puts into a field. */
    val today: String = "",
    /** What was read; none until it was. */
    val rows: List<Row>? = null,
    /** What a field that names another record or a measure may hold. */
    val choices: Map<String, List<Choice>> = emptyMap(),
    val form: RecordForm? = null,
    /** A form is on its way to the disk, or something is being taken away or back. */
    val working: Boolean = false,
    /** The last act, which "Undo" takes back; until the next one. */
    val undo: LastAct? = null,
    /** An answer of a questionnaire that leads to the page with help. Nothing is sent and nobody is told. */
    val offersHelp: Boolean = false,
    /** Why the list could not be read, or something not taken away or back. */
    val problem: Problem? = null,
)

/** A record with its fields as a form shows them. */
public data class Row(val record: DiaryRecord, val shown: Map<String, String>)

/** What can be chosen for a field, by id. */
public data class Choice(val id: String, val name: String)

/** A record being added or changed. */
public data class RecordForm(
    /** The record; none for a new one. */
    val id: String?,
    /** What the fields held when the form was opened. */
    val before: Map<String, String> = emptyMap(),
    /** What stands in them. */
    val texts: Map<String, String> = before,
    /** Why it is changed; kept with the change. */
    val reason: String = "",
    /** The rule that each of these fields breaks. */
    val broken: Map<String, Broken> = emptyMap(),
    /** Why it was not saved, when no field is at fault. */
    val problem: Problem? = null,
    /** The changes of the record, oldest first; none until they were asked for. */
    val history: List<Revision>? = null,
    /** Whether the single scores of a questionnaire are asked for; they are optional. */
    val scored: Boolean = before[ITEMS].orEmpty().isNotBlank(),
) {
    /** Whether anything would be lost. */
    val touched: Boolean get() = texts.filterValues { it.isNotBlank() } != before.filterValues { it.isNotBlank() }
}

/** The last act on this screen, on disk since [at]. */
public data class LastAct(val id: String, val at: Moment, val removed: Boolean)

/** The rule a field breaks. */
public sealed interface Broken {
    public data object Needed : Broken

    public data class TooLong(val most: Int) : Broken

    public data object NoDay : Broken

    public data object NoTime : Broken

    public data object NoNumber : Broken

    public data class Outside(val min: Int, val max: Int) : Broken

    /** The total of a questionnaire is above its highest one. */
    public data class Above(val total: Int, val most: Int) : Broken

    /** The single scores of a questionnaire do not make its total. */
    public data class Sum(val sum: Int, val total: Int) : Broken

    /** A rule between fields, in the words of the core. */
    public data class Rule(val reason: String) : Broken
}
