package org.tidemark.platform.reminder

import org.json.JSONObject
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.tidemark.logic.reminder.Book
import org.tidemark.logic.reminder.Due
import org.tidemark.logic.reminder.EndedSession
import org.tidemark.logic.reminder.QuietHours
import org.tidemark.logic.reminder.Reminder
import org.tidemark.logic.reminder.ReminderKind
import org.tidemark.logic.reminder.Rings
import org.tidemark.logic.reminder.Rung
import org.tidemark.logic.reminder.RunningSession
import org.tidemark.platform.OnAndroid
import java.io.File
import java.time.DayOfWeek
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class BookFileTest : OnAndroid() {
    @get:Rule
    val folder = TemporaryFolder()

    private val path get() = File(folder.root, "reminders.json")
    private val session = "0198a7f2-5c1e-7b3a-9d40-2f6c1e8b7a55"

    private val full = Book(
        reminders = listOf(
            Reminder("r1", ReminderKind.CHECK_IN, Rings.AtClock(1260, setOf(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)), QuietHours(1320, 420), 15, false),
            Reminder("r2", ReminderKind.FOLLOW_UP, Rings.AfterSession(840)),
        ),
        sessions = listOf(EndedSession(session, 1_795_550_640_000, setOf(ReminderKind.AFTER))),
        rung = mapOf("r1" to Rung(1, Due(2), Due(3, session)), "r2" to Rung(next = Due(4, session)), "r3" to Rung()),
        doneUntilMs = mapOf(ReminderKind.CHECK_IN to 5),
        running = RunningSession(session, 6),
    )

    @Test
    fun `a book comes back as it was written`() {
        val file = BookFile(path)
        assertEquals(Book(), file.read())
        assertTrue(file.write(full))
        assertEquals(full, file.read())
        assertTrue(file.write(Book()))
        assertEquals(Book(), file.read())
    }

    @Test
    fun `only codes times and ids are in it`() {
        BookFile(path).write(full)
        val names = setOf("reminders", "sessions", "rung", "done_until", "running", "format", "version", "min_reader")
        assertEquals(names, JSONObject(path.readText()).keys().asSequence().toSet())
    }

    @Test
    fun `one that is cut of a newer version or not ours is empty and never a crash`() {
        BookFile(path).write(full)
        val whole = path.readText().trimEnd()
        for (length in whole.indices) {
            path.writeText(whole.take(length))
            assertEquals(Book(), BookFile(path).read(), "$length bytes")
        }
        path.writeText(whole.replace("\"min_reader\":1", "\"min_reader\":2"))
        assertEquals(Book(), BookFile(path).read())
        path.writeText("[]")
        assertEquals(Book(), BookFile(path).read())
    }

    @Test
    fun `what a newer version added or a damaged number says is left out`() {
        BookFile(path).write(full)
        path.writeText(path.readText().replace("\"follow_up\"", "\"of_tomorrow\"").replace("1260", "99999"))
        assertEquals(emptyList(), BookFile(path).read().reminders)
    }
}
