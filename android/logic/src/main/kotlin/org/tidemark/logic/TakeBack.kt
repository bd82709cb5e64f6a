package org.tidemark.logic

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy

/**
 * Takes the last act back when it was about the record [id]; none when that was done. Another act came in between when the
 * record is another one: undoing twice brings that act back, and the person is told.
 */
internal fun OpenDiaryInterface.takeBack(id: String, now: Moment): Problem? {
    val taken = reply {
        val ours = undo(RecordedBy.OWN, now).record.id == id
        if (!ours) undo(RecordedBy.OWN, now)
        ours
    }
    return when (taken) {
        is Reply.Refused -> taken.problem
        is Reply.Done -> if (taken.value) null else Problem.Busy
    }
}
