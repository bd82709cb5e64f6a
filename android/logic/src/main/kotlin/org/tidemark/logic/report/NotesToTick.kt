package org.tidemark.logic.report

import org.tidemark.bindings.NoteToTick
import org.tidemark.bindings.Period
import org.tidemark.logic.Problem

/** The list to tick notes from. It is read only while it is open, or while a note is ticked that may have gone since. */
public data class NotesToTick(
    val open: Boolean = false,
    /** What was read last; none until it was. */
    val listed: ListedNotes? = null,
    val reading: Boolean = false,
    /** Why the notes could not be read. */
    val problem: Problem? = null,
)

/** What decides which notes a report could hold: its days, and whether sessions are in it. */
public data class NotesOf(val period: Period, val sessions: Boolean)

/** Notes as they were read, by day. */
public data class ListedNotes(val of: NotesOf, val notes: List<NoteToTick>)
