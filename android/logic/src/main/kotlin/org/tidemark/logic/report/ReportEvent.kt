package org.tidemark.logic.report

import org.tidemark.bindings.EntryId
import org.tidemark.bindings.Paper
import org.tidemark.logic.Problem

/** What happened: what the person chose, or what came of an effect. */
public sealed interface ReportEvent {
    public data object Shown : ReportEvent

    public data class RecipientChosen(val recipient: Recipient) : ReportEvent

    public data class Ticked(val tick: Tick, val on: Boolean) : ReportEvent

    /** The list of single notes is to be shown, or closed. */
    public data class NotesListed(val on: Boolean) : ReportEvent

    /** One note of the list. */
    public data class NoteTicked(val entry: EntryId, val on: Boolean) : ReportEvent

    /** Every note of the list, or none. */
    public data class AllNotesTicked(val on: Boolean) : ReportEvent

    public data object UsualDays : ReportEvent

    /** Days of the person's own; the fields begin with the usual ones. */
    public data object OwnDays : ReportEvent

    public data class DaysTyped(val from: String, val to: String) : ReportEvent

    public data class NameTicked(val on: Boolean) : ReportEvent

    public data class NameTyped(val name: String) : ReportEvent

    public data class PaperChosen(val paper: Paper) : ReportEvent

    public data class Read(val basis: Basis) : ReportEvent

    public data class NotRead(val problem: Problem) : ReportEvent

    public data class NotesRead(val listed: ListedNotes) : ReportEvent

    public data class NotesNotRead(val problem: Problem) : ReportEvent

    public data class LaidOut(val laid: Laid) : ReportEvent

    public data class NotLaidOut(val problem: Problem) : ReportEvent
}
