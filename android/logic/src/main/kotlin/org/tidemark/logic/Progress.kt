package org.tidemark.logic

import org.tidemark.bindings.Watcher
import org.tidemark.bindings.Next as Answer

/** How far long work is: `done` of `total` parts; how much a part is, is the work's own. */
public data class Progress(val done: Long, val total: Long)

/** Tells how far it is, and answers whether it is to go on: not once it was broken off. */
internal fun watcher(told: (Progress) -> Unit, brokenOff: () -> Boolean): Watcher = object : Watcher {
    override fun progress(done: ULong, total: ULong): Answer {
        told(Progress(done.toLong(), total.toLong()))
        return if (brokenOff()) Answer.BREAK_OFF else Answer.GO_ON
    }
}
