package org.tidemark.platform.reminder

import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.ReminderTime
import org.tidemark.logic.Moment
import org.tidemark.logic.Reply
import org.tidemark.logic.reminder.Book
import org.tidemark.logic.reminder.Due
import org.tidemark.logic.reminder.ReminderKind
import org.tidemark.logic.reminder.armed
import org.tidemark.logic.reminder.readBook
import org.tidemark.logic.reminder.reconciled
import org.tidemark.logic.reminder.ring
import org.tidemark.logic.reminder.snoozed
import org.tidemark.logic.reply
import java.time.ZoneId

/**
 * Keeps the alarm where the book says, and says what is due. Works without the diary's key; with the open diary it knows more. One
 * call at a time.
 */
internal class Reminders(
    private val file: BookFile,
    private val alarm: Alarm,
    private val notices: Notices,
    private val now: () -> Moment,
    private val zone: () -> ZoneId,
    /** The diary while it is open; none while it is locked. */
    private val diary: () -> OpenDiaryInterface?,
    /** Whether there is a diary at all; after "erase everything" nothing of it stays here either. */
    private val diaryThere: () -> Boolean,
    /** The clock times of `open.json`; none when it cannot be read. */
    private val openTimes: () -> List<ReminderTime>?,
) {
    /** After a start, an update, a new time or zone, a changed reminder, and whenever the app leaves the screen. */
    @Synchronized
    fun rearm() {
        keep(known(file.read()))
    }

    /** The alarm went off, or may have gone off while the phone slept. */
    @Synchronized
    fun ring() {
        val rang = known(file.read()).ring(now().epochMs, zone(), ::done)
        // On disk first: a ring that is shown and not noted would come again.
        keep(rang.book)
        rang.rings.forEach(notices::show)
    }

    @Synchronized
    fun later(key: String, sessionId: String?) {
        notices.hide(key)
        keep(file.read().snoozed(key, now().epochMs, zone(), sessionId))
    }

    /** When each reminder last rang and rings next, for the page that shows them. */
    @Synchronized
    fun book(): Book = file.read()

    private fun known(before: Book): Book {
        val open = diary()
        if (open != null) {
            val read = reply { readBook(open, before, now(), zone()) }
            if (read is Reply.Done) return read.value
        }
        if (!diaryThere()) return Book()
        val kept = openTimes()?.let(before::reconciled) ?: before
        return kept.armed(now().epochMs, zone())
    }

    // What the book was told last may be old; the open diary knows whether the morning after is rated by now.
    private fun done(kind: ReminderKind, due: Due): Boolean {
        if (kind != ReminderKind.FOLLOW_UP || due.sessionId == null) return false
        val waiting = diary()?.let { open -> reply { open.today(now()).morningAfterSessionIds } }
        return waiting is Reply.Done && due.sessionId !in waiting.value
    }

    private fun keep(book: Book) {
        file.write(book)
        // Also when the file could not be written: this ring is worth more than its note.
        alarm.set(book.alarmMs)
        book.running?.let(notices::showTimer) ?: notices.hideTimer()
    }
}
